"""Turn the cells of one field into its value, or say what is wrong with them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cxkit.core.context import Context
from cxkit.core.fields import FieldShape
from cxkit.core.problems import SENTENCES
from cxkit.core.wording import FieldWords
from cxkit.language import LANGS, Lang, format_number, translator
from cxkit.report.imports.findings import (
    CHOICE,
    FORMULA,
    NO_TARGET,
    NOTHING_THERE,
    RATING,
    SWITCH,
    TWO_ANSWERS,
    TWO_TARGETS,
    Finding,
    Place,
)
from cxkit.report.imports.sheets import FORMULA_CELL, Cell
from cxkit.report.imports.twigs import Leaf
from cxkit.report.rows.cells import link_label

_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "sì", "si", "s", "vero"})
_NO = frozenset({"", "no", "n", "false", "0", "-", "falso"})
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_IN_TEXT = frozenset({"text", "long-text", "tags"})
_IN_BOTH = frozenset({"switch", "choice", "choices", "link", "links"})
_LOST = "?"
# How many choices an error lists.
_SHOWN = 12


class Refused(Exception):  # noqa: N818 (it is no error of the program)
    """Cells that hold no value of their field."""

    def __init__(self, place: Place, sentence: str, **values: object) -> None:
        super().__init__(sentence)
        self.place, self.sentence, self.values = place, sentence, values


@dataclass
class Decoder:
    """Reads fields against what the workbook holds.

    Parameters
    ----------
    context : Context
        The workbook as it is, for the names of what can be linked to.
    lang : {"it", "en"}
        Language of what is said.
    labels : mapping
        What linked things were called in the export, by id.
    targets : mapping
        Ids by link kind and plain name, of what the file itself writes.
    """

    context: Context
    lang: Lang
    labels: Mapping[str, str]
    targets: Mapping[tuple[str, str], Sequence[str]]
    names: Mapping[str, str]
    findings: list[Finding] = field(default_factory=list)

    def value(self, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
        """Return a field's value as JSON; that from `before` where the cells are wrong."""
        try:
            return self._value(shape, words, leaf, before)
        except Refused as refusal:
            message = translator(self.lang)(refusal.sentence).format_map(refusal.values)
            self.findings.append(Finding(refusal.place, message))
            return before

    def _value(self, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
        if FORMULA_CELL in (leaf.text, leaf.value):
            raise Refused(leaf.exact, FORMULA)
        stands = leaf.has_text if shape.kind.name in _IN_TEXT else leaf.has_value
        # Where the column that it stands in was taken away, nothing was said about it.
        if not stands and shape.kind.name not in _IN_BOTH:
            return before
        return _READS[shape.kind.name](self, shape, words, leaf, before)

    def label(self, item_id: str) -> str:
        """Return what a link's target was called in the file."""
        return self.labels.get(item_id) or link_label(item_id, self.context)

    def shown(self, kind: str) -> list[str]:
        """Return the names of what can be linked to of a kind."""
        items = self.context.of_kind(kind)
        return [name for item in items if (name := link_label(item.id, self.context)) != _LOST]

    def chosen(self, leaf: Leaf, before: Sequence[str], label: Callable[[str], str],
               check: Callable[[str], str], find: Callable[[str], str]) -> list[str]:  # fmt: skip
        """Return what is chosen: by exact values, or by words where only these were changed."""
        given = _lines(leaf.value) if leaf.has_value else None
        said = _lines(leaf.text) if leaf.has_text else None
        told = [label(one) for one in before]
        if given is not None and given != list(before):
            values = [check(one) for one in given]
            if said and said != told and _found(said, find) not in (None, values):
                raise Refused(leaf.exact, TWO_ANSWERS, value=_brief(given), other=_brief(said))
            return values
        if said is None or said == told:
            return list(before)
        return [find(one) for one in said]


def _found(said: Sequence[str], find: Callable[[str], str]) -> list[str] | None:
    """Return what words mean; None where they mean nothing here."""
    try:
        return [find(one) for one in said]
    except Refused:
        return None


def _text(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    return _string(leaf.text)


def _tags(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    return [line for line in _string(leaf.text).split("\n") if line.strip()]


def _rating(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    low, high = int(shape.minimum or 0), int(shape.maximum or 0)
    cell = leaf.value
    if cell is None:
        return None
    number = _number_of(cell)
    if number is None or number != int(number) or not low <= number <= high:
        numbers = {
            "low": format_number(low, decoder.lang),
            "high": format_number(high, decoder.lang),
        }
        raise Refused(leaf.exact, RATING, value=_brief([str(cell)]), **numbers)
    return int(number)


def _number(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    if leaf.value is None:
        return None
    number = _number_of(leaf.value)
    if number is None:
        raise Refused(leaf.exact, SENTENCES["number"], value=_brief([str(leaf.value)]))
    # A spreadsheet keeps fifteen digits of a number.
    return before if before is not None and f"{before:.14g}" == f"{number:.14g}" else number


def _date(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    cell = leaf.value
    if cell is None or isinstance(cell, date):
        return cell.isoformat() if cell else None
    found = _DAY.fullmatch(str(cell).strip())
    text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else str(cell).strip()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(leaf.exact, SENTENCES["date"], value=_brief([str(cell)])) from None


def _switch(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    was = bool(before)
    for cell, place in ((leaf.value, leaf.exact), (leaf.text, leaf.place)):
        if (cell is leaf.value and not leaf.has_value) or (cell is None and cell is leaf.value):
            continue
        said = str(int(cell) if isinstance(cell, int | float) else cell or "").strip().casefold()
        if said not in _YES | _NO:
            raise Refused(place, SWITCH, value=_brief([str(cell)]))
        if (said in _YES) != was or not leaf.has_value:
            return said in _YES
    return was


def _choices(
    decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any
) -> Any:
    labels = {option: words.options[option].in_(decoder.lang) for option in shape.options}

    def check(value: str) -> str:
        if value in shape.options:
            return value
        raise Refused(leaf.exact, CHOICE, value=_brief([value]), allowed=", ".join(shape.options))

    def find(said: str) -> str:
        for option in shape.options:
            texts = (words.options[option].in_(lang) for lang in LANGS)
            if _plain(said) in (option, *map(_plain, texts)):
                return option
        allowed = ", ".join(labels.values())
        raise Refused(leaf.place, CHOICE, value=_brief([said]), allowed=allowed)

    single = shape.kind.name == "choice"
    held: list[str] = [before] if single and before else [] if single else list(before or ())
    # A cell of the other language says the same.
    said = (
        [find(one) for one in _lines(leaf.text)] if leaf.has_text and not leaf.has_value else None
    )
    found = (
        said if said is not None else decoder.chosen(leaf, held, labels.__getitem__, check, find)
    )
    if single and len(found) > 1:
        raise Refused(leaf.place, CHOICE, value=_brief(found), allowed=", ".join(labels.values()))
    return (found[0] if found else "") if single else found


def _links(decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any) -> Any:
    kind = shape.kind.target or ""
    single = shape.kind.name == "link"
    held: list[str] = [before] if single and before else [] if single else list(before or ())
    lost = [one for one in held if decoder.label(one) == _LOST]

    def find(said: str) -> str:
        if said == _LOST and lost:
            return lost.pop(0)
        ids = list(dict.fromkeys(decoder.targets.get((kind, _plain(said)), ())))
        kept = [one for one in ids if one in held]
        if len(ids) == 1 or len(kept) == 1:
            only: str = (kept or ids)[0]
            return only
        if ids:
            raise Refused(leaf.place, TWO_TARGETS, value=_brief([said]), allowed=", ".join(ids))
        if decoder.names.get(said) == kind:
            return said
        known = decoder.shown(kind)
        if not known:
            raise Refused(leaf.place, NOTHING_THERE, value=_brief([said]))
        more = " …" if len(known) > _SHOWN else ""
        allowed = "; ".join(known[:_SHOWN]) + more
        raise Refused(leaf.place, NO_TARGET, value=_brief([said]), allowed=allowed)

    found = decoder.chosen(leaf, held, decoder.label, str, find)
    if single and len(found) > 1:
        raise Refused(leaf.place, TWO_TARGETS, value=_brief(found), allowed=", ".join(found))
    return (found[0] if found else "") if single else found


def _picture(
    decoder: Decoder, shape: FieldShape, words: FieldWords, leaf: Leaf, before: Any
) -> Any:
    return _string(leaf.value) if leaf.has_value else before


_READS: Mapping[str, Callable[[Decoder, FieldShape, FieldWords, Leaf, Any], Any]] = {
    "text": _text, "long-text": _text, "tags": _tags, "rating": _rating, "number": _number,
    "date": _date, "switch": _switch, "choice": _choices, "choices": _choices, "link": _links,
    "links": _links, "picture": _picture,
}  # fmt: skip


def _string(cell: Cell) -> str:
    """Return a cell as the text that somebody meant: a spreadsheet makes numbers of digits."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for line in _string(cell).split("\n") if line.strip()]


def _number_of(cell: Cell) -> float | None:
    if isinstance(cell, bool | date):
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = str(cell).strip().replace("−", "-").replace("\u00a0", "").removeprefix("+")
    if "," in text and "." in text:
        # The last of the two signs parts the decimals.
        thousands = "," if text.rindex(".") > text.rindex(",") else "."
        text = text.replace(thousands, "")
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _brief(texts: Sequence[str]) -> str:
    line = ", ".join(" ".join(text.split()) for text in texts)
    return line if len(line) <= 60 else f"{line[:57]}…"
