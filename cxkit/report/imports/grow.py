"""Grow answers from twigs: what a file says laid over what the workbook holds."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from cxkit.core.answer import Answer, Item, Part
from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.problems import problems_of
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import LANGS, Lang, translator
from cxkit.report.imports.decode import Decoder
from cxkit.report.imports.findings import FIXED, Finding
from cxkit.report.imports.twigs import Twig

_LISTS = ("cards", "table")
Value = dict[str, Any]


@dataclass
class Grower:
    """Makes answers of twigs.

    Parameters
    ----------
    context : Context
        The workbook as it is.
    lang : {"it", "en"}
        Language of what is said.
    labels : mapping
        What linked things were called in the export, by id.
    """

    context: Context
    lang: Lang
    labels: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)

    def grow(self, twigs: Mapping[str, Twig], before: Mapping[str, Value]) -> dict[str, Answer]:
        """Return the answers that twigs make of the values `before` them."""
        # Names first, then links: a row may link to what another row has just named.
        named = {name: self._answer(name, twig, before, {}, {}) for name, twig in twigs.items()}
        self.findings.clear()
        targets, names = self._targets(named)
        values = {name: self._answer(name, twig, before, targets, names)
                  for name, twig in twigs.items()}  # fmt: skip
        answers: dict[str, Answer] = {}
        for name, value in values.items():
            try:
                answers[name] = find_exercise(name).model.model_validate_json(json.dumps(value))
            except ValidationError as error:
                for problem in problems_of(error, value, self.lang):
                    place = twigs[name].leaf_at(problem.where) or twigs[name].place
                    self.findings.append(Finding(place, problem.message))
        return answers

    def _answer(self, name: str, twig: Twig, before: Mapping[str, Value],
                targets: Mapping[tuple[str, str], Sequence[str]], names: Mapping[str, str]
                ) -> Value:  # fmt: skip
        decoder = Decoder(self.context, self.lang, self.labels, targets, names, self.findings)
        held = before.get(name) or find_exercise(name).model().model_dump(mode="json")
        return self._part(find_exercise(name).model, wording_of(name).fields, twig, held, decoder)

    def _part(self, model: type[Part], words: Mapping[str, FieldWords], twig: Twig, before: Value,
              decoder: Decoder) -> Value:  # fmt: skip
        found = dict(before)
        for shape in shapes_of(model):
            own, held = words[shape.name], before.get(shape.name)
            if shape.name in twig.lists:
                found[shape.name] = self._items(shape, own, twig.lists[shape.name], held, decoder)
            elif shape.name in twig.parts and shape.part:
                found[shape.name] = self._part(shape.part, own.fields, twig.parts[shape.name],
                                               held or {}, decoder)  # fmt: skip
            elif shape.name in twig.leaves:
                value = decoder.value(shape, own, twig.leaves[shape.name], held)
                found[shape.name] = value
                if value is None:
                    # Nothing there: what the model takes for nothing.
                    del found[shape.name]
        return found

    def _items(self, shape: FieldShape, words: FieldWords, twigs: Mapping[str, Twig], before: Any,
               decoder: Decoder) -> list[Value]:  # fmt: skip
        assert shape.part is not None  # noqa: S101 (lists are of items)
        held = {item["id"]: item for item in before or ()}
        found = []
        for item_id, twig in twigs.items():
            if shape.kind.fixed and item_id not in held:
                message = translator(self.lang)(FIXED).format(value=item_id)
                self.findings.append(Finding(twig.place, message))
                continue
            blank = {"id": item_id}
            grown = self._part(shape.part, words.fields, twig, held.get(item_id, blank), decoder)
            found.append({**grown, "id": item_id})
        if shape.kind.fixed:
            found += [item for item_id, item in held.items() if item_id not in twigs]
        return found

    def _targets(self, values: Mapping[str, Value]
                 ) -> tuple[dict[tuple[str, str], list[str]], dict[str, str]]:  # fmt: skip
        """Return ids by kind and name, and kinds by id, of the workbook and of what is new."""
        targets: dict[tuple[str, str], list[str]] = {}
        kinds: dict[str, str] = {}
        for item in self.context.items.values():
            for lang in LANGS if item.link_kind else ():
                _note(targets, kinds, item.link_kind, item.id, self._name(item, lang))
        for name, value in values.items():
            for kind, item_id, label in _named(find_exercise(name).model, value):
                _note(targets, kinds, kind, item_id, label)
        for item_id, label in self.labels.items():
            if item_id in kinds:
                _note(targets, kinds, kinds[item_id], item_id, label)
        return targets, kinds

    def _name(self, item: Item, lang: Lang) -> str:
        label = item.label_in(lang)
        return self.context.label(label) or label


def _note(targets: dict[tuple[str, str], list[str]], kinds: dict[str, str], kind: str,
          item_id: str, label: str) -> None:  # fmt: skip
    kinds[item_id] = kind
    plain = " ".join(label.casefold().split())
    if plain:
        targets.setdefault((kind, plain), []).append(item_id)


def _named(model: type[Part], value: Value) -> list[tuple[str, str, str]]:
    """Return kind, id and name of all items in a value."""
    found = []
    for shape in shapes_of(model):
        if shape.part is None:
            continue
        inside = value.get(shape.name) or []
        for one in inside if isinstance(inside, list) else [inside]:
            if issubclass(shape.part, Item) and shape.part.link_kind:
                label = one.get(shape.part.label_field)
                found.append((shape.part.link_kind, one["id"], str(label or "")))
            found += _named(shape.part, one)
    return found
