"""What a file says of one answer, as a tree of cells: fields, parts, and items in their order."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cxkit.report.imports.findings import Place
from cxkit.report.imports.sheets import Cell


@dataclass(frozen=True)
class Leaf:
    """One field: what is in its cells, and where these are.

    `text` and `value` are None where the cell is empty; `has_text` and `has_value` say whether the
    file has such a column at all.
    """

    place: Place
    text: Cell = None
    value: Cell = None
    value_place: Place | None = None
    has_text: bool = True
    has_value: bool = True

    @property
    def exact(self) -> Place:
        """Where the exact value stands: in a column of its own, or in the only one."""
        return self.value_place or self.place


@dataclass
class Twig:
    """A part of an answer: its fields, the parts inside it, and its lists of items by id."""

    place: Place
    leaves: dict[str, Leaf] = field(default_factory=dict)
    parts: dict[str, "Twig"] = field(default_factory=dict)
    lists: dict[str, dict[str, "Twig"]] = field(default_factory=dict)

    def leaf_at(self, path: tuple[str, ...]) -> Place | None:
        """Return where the field at a path stands, or else what is nearest to it."""
        if not path:
            return self.place
        name, *rest = path
        if name in self.leaves:
            return self.leaves[name].exact
        if name in self.parts:
            return self.parts[name].leaf_at(tuple(rest))
        if name in self.lists and rest and rest[0] in self.lists[name]:
            return self.lists[name][rest[0]].leaf_at(tuple(rest[1:]))
        return self.place


Twigs = Mapping[str, Twig]
