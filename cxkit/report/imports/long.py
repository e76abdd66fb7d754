"""Rows of the long form: each is a field, found by its key, else by phase, touchpoint, lane."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxkit.core.answer import Item
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.kinds import new_id
from cxkit.core.wording import FieldWords, exercise_ids, wording_of
from cxkit.language import LANGS, Lang, translator
from cxkit.report.imports.findings import BAD_KEY, DOUBLE, NO_FIELD, Finding, Place
from cxkit.report.imports.sheets import Cell, Line, Sheet
from cxkit.report.imports.twigs import Leaf, Twig
from cxkit.report.rows.made import JOURNEY
from cxkit.report.rows.row import Column, column_called

_SEARCHED = 20
_LISTS = ("cards", "table")


def head_of(sheet: Sheet) -> tuple[int, dict[Column, int]] | None:
    """Return the row of the headings and the place of each column; None when it has none."""
    for line in sheet.lines[:_SEARCHED]:
        found: dict[Column, int] = {}
        for place, cell in enumerate(line.cells):
            column = column_called(cell) if isinstance(cell, str) else None
            if column and column not in found:
                found[column] = place
        addressed = "key" in found or {"item", "field"} <= found.keys()
        if addressed and ({"text", "value"} & found.keys()):
            return line.number, found
    return None


@dataclass
class LongReader:
    """Gathers rows into one twig for each exercise."""

    lang: Lang
    twigs: dict[str, Twig] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    written: list[tuple[tuple[str, ...], Place, str, Place, str]] = field(default_factory=list)
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    _new: dict[tuple[str, ...], str] = field(default_factory=dict)

    def read(self, sheet: Sheet) -> bool:
        """Gather a sheet's rows; say whether it is of the long form."""
        head = head_of(sheet)
        if head is None:
            return False
        number, columns = head
        line = next(line for line in sheet.lines if line.number == number)
        names = {column: str(line.cells[place]) for column, place in columns.items()}
        # Rows with a key come first: those without may name their items.
        rows = [_Row(sheet.name, one, columns, names) for one in sheet.lines if one.number > number]
        filled = [row for row in rows if row.is_filled]
        for row in filled:
            if row.text("key"):
                self._keyed(row)
        for row in filled:
            if not row.text("key"):
                self._named(row)
        self._restore_order(filled)
        return True

    def _keyed(self, row: "_Row") -> None:
        key = row.text("key")
        path = tuple(key.split("/"))
        if path[0] not in exercise_ids() or not self._put(path, row):
            self._find(row, "key", BAD_KEY, value=key)
            return
        if path[0] == JOURNEY and path[1] == "touchpoints":
            for column in ("part", "item"):
                if column in row.columns:
                    place = row.place(column)
                    self.written.append((path[:3], place, row.text(column), place, column))

    def _put(self, path: tuple[str, ...], row: "_Row") -> bool:
        """Put a row's cells at a path; say whether there is such a field."""
        shapes = shapes_of(find_exercise(path[0]).model)
        here, rest = self.twigs.setdefault(path[0], Twig(row.place("key"))), path[1:]
        while rest:
            shape = next((one for one in shapes if one.name == rest[0]), None)
            if shape is None:
                return False
            if shape.kind.name in _LISTS:
                if len(rest) < 3:
                    return False
                items = here.lists.setdefault(shape.name, {})
                here, rest = items.setdefault(rest[1], Twig(row.place("key"))), rest[2:]
            elif shape.part is not None:
                here = here.parts.setdefault(shape.name, Twig(row.place("key")))
                rest = rest[1:]
            else:
                return len(rest) == 1 and self._leaf(here, shape, path, row)
            shapes = shape.fields
        return False

    def _leaf(self, here: Twig, shape: FieldShape, path: tuple[str, ...], row: "_Row") -> bool:
        if path in self._seen:
            column: Column = "key" if row.text("key") else "field"
            self._find(row, column, DOUBLE, value=row.text(column), other=self._seen[path])
            return True
        self._seen[path] = row.line.number
        here.leaves[shape.name] = Leaf(
            row.place("text" if "text" in row.columns else "value"),
            row.cell("text"), row.cell("value"),
            row.place("value") if "value" in row.columns else None,
            "text" in row.columns, "value" in row.columns,
        )  # fmt: skip
        return True

    def _named(self, row: "_Row") -> None:
        """Find the field of a row without key by its words; a new name makes a new item."""
        exercise = self._exercise(row)
        words = wording_of(exercise).fields
        part, item, label = row.text("part"), row.text("item"), row.text("field")
        found: tuple[str, ...] | None = None
        allowed: Sequence[FieldWords] = list(words.values())
        if exercise == JOURNEY and (part or item):
            name = "touchpoints" if item else "phases"
            field_name, allowed = (
                _called(label, words[name].fields),
                list(words[name].fields.values()),
            )
            if field_name:
                found = (exercise, name, self._item(exercise, name, part, item, row), field_name)
        elif not part and not item:
            field_name = _called(label, words)
            found = (exercise, field_name) if field_name else None
        else:
            name = _called(part, words) or ""
            if name and words[name].fields:
                allowed = list(words[name].fields.values())
                field_name = _called(label, words[name].fields)
                if field_name:
                    found = (
                        exercise,
                        name,
                        self._item(exercise, name, part, item, row),
                        field_name,
                    )
        if found is None or not self._put(found, row):
            labels = ", ".join(one.label.in_(self.lang) for one in allowed)
            self._find(row, "field", NO_FIELD, value=label, allowed=labels)

    def _exercise(self, row: "_Row") -> str:
        title = _plain(row.text("exercise"))
        for name in exercise_ids():
            titles = (_plain(wording_of(name).title.in_(lang)) for lang in LANGS)
            if title and (title == name or title in titles):
                return name
        return JOURNEY

    def _item(self, exercise: str, name: str, part: str, item: str, row: "_Row") -> str:
        """Return the id of the item that a row names: of one that has rows, or a new one."""
        shape = next(s for s in shapes_of(find_exercise(exercise).model) if s.name == name)
        label_field = shape.part.label_field if shape.part and issubclass(shape.part, Item) else ""
        wanted = item or part
        twig = self.twigs.setdefault(exercise, Twig(row.place("field")))
        items = twig.lists.setdefault(name, {})
        for item_id, one in items.items():
            leaf = one.leaves.get(label_field)
            if (
                leaf
                and _plain(str(leaf.text or "")) == _plain(wanted)
                and self._same_phase(one, part)
            ):
                return item_id
        key = (exercise, name, _plain(part), _plain(item))
        if key not in self._new:
            self._new[key] = new_id()
            fresh = items[self._new[key]] = Twig(row.place("item"))
            fresh.leaves[label_field] = Leaf(row.place("item"), wanted, has_value=False)
            if name == "touchpoints" and part:
                fresh.leaves["phase"] = Leaf(row.place("part"), part, has_value=False)
        return self._new[key]

    def _same_phase(self, twig: Twig, part: str) -> bool:
        leaf = twig.leaves.get("phase")
        return leaf is None or not part or _plain(str(leaf.text or "")) == _plain(part)

    def _restore_order(self, rows: Sequence["_Row"]) -> None:
        """Put items in the order in which their first rows stand in the file."""
        first = {row.line.number: place for place, row in enumerate(rows)}
        for twig in self.twigs.values():
            _sort(twig, first)

    def _find(self, row: "_Row", column: Column, sentence: str, **values: object) -> None:
        message = translator(self.lang)(sentence).format_map(values)
        self.findings.append(Finding(row.place(column), message))


@dataclass(frozen=True)
class _Row:
    sheet: str
    line: Line
    columns: dict[Column, int]
    names: dict[Column, str]

    def cell(self, column: Column) -> Cell:
        place = self.columns.get(column)
        return None if place is None or place >= len(self.line.cells) else self.line.cells[place]

    def text(self, column: Column) -> str:
        cell = self.cell(column)
        return "" if cell is None else str(cell).strip()

    def place(self, column: Column) -> Place:
        return Place(self.sheet, self.line.number, self.names.get(column, column))

    @property
    def is_filled(self) -> bool:
        return any(self.cell(column) is not None for column in self.columns)


def _called(label: str, words: dict[str, FieldWords]) -> str | None:
    """Return the field that a label names, in either language or by its own name."""
    wanted = _plain(label)
    for name, own in words.items():
        if wanted in (name, *(_plain(own.label.in_(lang)) for lang in LANGS)):
            return name
    return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _sort(twig: Twig, first: dict[int, int]) -> None:
    for name, items in twig.lists.items():
        ordered = sorted(items.items(), key=lambda pair: first.get(pair[1].place.row, 0))
        twig.lists[name] = dict(ordered)
        for _, one in ordered:
            _sort(one, first)
