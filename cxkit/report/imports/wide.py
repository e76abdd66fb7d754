"""Sheets with a column for each field: what is written once on top, a list as a table below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.kinds import new_id
from cxkit.core.wording import FieldWords, wording_of
from cxkit.language import LANGS, Lang, translator
from cxkit.report.formats.xlsx.exercise import ID
from cxkit.report.formats.xlsx.record import READ_BACK
from cxkit.report.imports.findings import BAD_ID, DOUBLE, NO_COLUMN, Finding, Place
from cxkit.report.imports.sheets import Cell, Line, Sheet
from cxkit.report.imports.twigs import Leaf, Twig
from cxkit.workbook import Workbook

_LISTS = ("cards", "table")
# How much of a text a cell's kind may stand in.
_TEXTS = frozenset({"text", "long-text", "tags", "choice", "choices", "switch", "link", "links"})
_ID = "id"


@dataclass
class WideReader:
    """Gathers such sheets into one twig for each exercise.

    Parameters
    ----------
    book : Workbook
        Where it goes: without a column of ids, rows are found by their names.
    names : mapping
        How the export called the sheets, by exercise.
    """

    lang: Lang
    book: Workbook
    names: Mapping[str, str]
    twigs: dict[str, Twig] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, sheet: Sheet) -> bool:
        """Gather a sheet; say whether it is one that is read back."""
        exercise = self._exercise(sheet)
        if exercise is None:
            return False
        words = wording_of(exercise).fields
        twig = self.twigs.setdefault(exercise, Twig(Place(sheet.name, 1, "A")))
        open_list: _Table | None = None
        for line in sheet.lines[1:]:
            table = self._head(sheet, line, exercise)
            if table:
                open_list = table
                twig.lists.setdefault(table.shape.name, {})
            elif open_list:
                self._item(twig, open_list, line)
            else:
                self._once(twig, sheet, line, exercise, words)
        return True

    def _exercise(self, sheet: Sheet) -> str | None:
        first = sheet.lines[0].cells[0] if sheet.lines and sheet.lines[0].cells else None
        for name in READ_BACK:
            titles = {_plain(wording_of(name).title.in_(lang)) for lang in LANGS}
            if self.names.get(name) == sheet.name or _plain(first) in titles:
                return name
        return None

    def _head(self, sheet: Sheet, line: Line, exercise: str) -> "_Table | None":
        """Return the table that a row begins; None when it is no row of headings."""
        for shape in shapes_of(find_exercise(exercise).model):
            if shape.kind.name not in _LISTS:
                continue
            words = wording_of(exercise).field(shape.name).fields
            found: dict[str, int] = {}
            strange: dict[str, int] = {}
            for place, cell in enumerate(line.cells):
                name = _column(cell, words)
                if name and name not in found:
                    found[name] = place
                elif cell is not None:
                    strange[str(cell)] = place
            if len(found) >= max(2, len(words) // 3):
                missing = [name for name in words if name not in found]
                self._compare(sheet, line, words, missing, strange)
                return _Table(sheet.name, shape, words, found, line)
        return None

    def _compare(self, sheet: Sheet, line: Line, words: Mapping[str, FieldWords],
                 missing: Sequence[str], strange: Mapping[str, int]) -> None:  # fmt: skip
        """Say which column has another name now; a column of one's own harms nobody."""
        if missing and strange:
            labels = ", ".join(words[name].label.in_(self.lang) for name in missing)
            for heading in strange:
                place = Place(sheet.name, line.number, heading)
                self._find(place, NO_COLUMN, value=heading, allowed=labels)

    def _item(self, twig: Twig, table: "_Table", line: Line) -> None:
        if all(table.cell(line, name) is None for name in table.columns):
            return
        items = twig.lists[table.shape.name]
        given = str(table.cell(line, _ID) or "").strip()
        place = table.place(line, _ID if _ID in table.columns else next(iter(table.columns)))
        if given in items:
            self._find(place, DOUBLE, value=given, other=items[given].place.row)
            return
        if (given and not all(part.isalnum() or part in "-_" for part in given)) or len(given) > 40:
            self._find(place, BAD_ID, value=given[:60])
            return
        item_id = given or self._known(table, line, items) or new_id()
        item = items[item_id] = Twig(place)
        for shape in table.shape.fields:
            if shape.name in table.columns and shape.kind.name not in (
                *_LISTS,
                "matrix",
                "picture",
            ):
                item.leaves[shape.name] = _leaf(shape, table.place(line, shape.name),
                                                table.cell(line, shape.name))  # fmt: skip

    def _known(self, table: "_Table", line: Line, items: Mapping[str, Twig]) -> str | None:
        """Return the id of the item with a row's name, where the table has no ids at all."""
        if _ID in table.columns:
            return None
        label = getattr(table.shape.part, "label_field", "")
        wanted = _plain(table.cell(line, label)) if label in table.columns else ""
        known = [item.id for answer in self.book.answers.values() for item in answer.items()
                 if isinstance(item, table.shape.part or ()) and _plain(item.label) == wanted
                 and item.id not in items]  # fmt: skip
        return known[0] if wanted and len(known) == 1 else None

    def _once(self, twig: Twig, sheet: Sheet, line: Line, exercise: str,
              words: Mapping[str, FieldWords]) -> None:  # fmt: skip
        name = _column(line.cells[0], words) if line.cells else None
        shape = next((s for s in shapes_of(find_exercise(exercise).model) if s.name == name), None)
        if name and shape and shape.part is None:
            cell = line.cells[1] if len(line.cells) > 1 else None
            label = words[name].label.in_(self.lang)
            twig.leaves[name] = _leaf(shape, Place(sheet.name, line.number, label), cell)

    def _find(self, place: Place, sentence: str, **values: object) -> None:
        self.findings.append(Finding(place, translator(self.lang)(sentence).format_map(values)))


@dataclass(frozen=True)
class _Table:
    sheet: str
    shape: FieldShape
    words: Mapping[str, FieldWords]
    columns: Mapping[str, int]
    head: Line

    def cell(self, line: Line, name: str) -> Cell:
        place = self.columns.get(name)
        return None if place is None or place >= len(line.cells) else line.cells[place]

    def place(self, line: Line, name: str) -> Place:
        return Place(self.sheet, line.number, str(self.head.cells[self.columns[name]]))


def _leaf(shape: FieldShape, place: Place, cell: Cell) -> Leaf:
    """Return a leaf of one column: words where the kind is in words, else the exact value."""
    if shape.kind.name in _TEXTS:
        return Leaf(place, text=cell, has_value=False)
    return Leaf(place, value=cell, has_text=False)


def _column(cell: Cell, words: Mapping[str, FieldWords]) -> str | None:
    """Return the field that a heading names, in either language; ``id`` for the column of ids."""
    wanted = _plain(cell)
    if not wanted:
        return None
    if wanted in (_ID, *(_plain(translator(lang)(ID)) for lang in LANGS)):
        return _ID
    for name, own in words.items():
        if wanted in (name, *(_plain(own.label.in_(lang)) for lang in LANGS)):
            return name
    return None


def _plain(cell: object) -> str:
    return " ".join(str(cell or "").casefold().split())
