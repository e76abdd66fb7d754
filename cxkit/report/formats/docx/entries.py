"""An exercise's fields in the document: labels with texts, lists as tables or cards."""

import io
from collections.abc import Sequence
from typing import Any

from docx.shared import Cm

from cxkit.report.formats.docx.paper import Paper
from cxkit.report.formats.docx.table import add_grid, add_pairs
from cxkit.report.formats.entries import lines_of
from cxkit.report.formats.grid import Cell, Grid
from cxkit.report.formats.pictures import as_png_or_jpeg
from cxkit.report.formats.texts import one_line
from cxkit.report.views import Card, Entry, Table

_LISTS = ("table", "cards", "groups", "bullets")
_LINES = ("tags", "refs", "matrix", "rows")


def add_entries(paper: Paper, entries: Sequence[Entry]) -> None:
    """Add fields in the form's order."""
    for entry in entries:
        _entry(paper, entry)


def _entry(paper: Paper, entry: Entry) -> None:
    value: Any = entry.value
    if entry.kind == "image":
        _image(paper, value, entry.label)
    elif entry.kind in _LISTS:
        paper.heading_of_list(entry.label)
        _list(paper, entry)
    else:
        paper.text(entry.label, look="cx label", written=False)
        bulleted = entry.kind in _LINES
        for line in lines_of(entry, paper.tr("yes")):
            paper.text(line, look="List Bullet" if bulleted else "Normal")


def _list(paper: Paper, entry: Entry) -> None:
    value: Any = entry.value
    match entry.kind:
        case "table":
            _table(paper, value, entry.label)
        case "groups":
            for group in value:
                paper.text(group.title, look="cx strong")
                _cards(paper, group.cards)
        case "bullets":
            for card in value:
                paper.text(one_line(card.title), look="List Bullet")
        case _:
            _cards(paper, value)


def _table(paper: Paper, table: Table, title: str) -> None:
    rows = [
        [Cell(card.title, bold=True),
         *(Cell(_told(card.entry(name), paper)) for name, _ in table.columns)]
        for card in table.rows
    ]  # fmt: skip
    heads = [table.heading, *(label for _, label in table.columns)]
    add_grid(paper, Grid(heads, rows, [1.4, *([1.0] * len(table.columns))], 11), title)


def _cards(paper: Paper, cards: Sequence[Card]) -> None:
    for card in cards:
        for entry in card.entries:
            if entry.kind == "image":
                _image(paper, str(entry.value), card.title)
        pairs = [(entry.label, _told(entry, paper)) for entry in card.entries
                 if entry.kind != "image"]  # fmt: skip
        add_pairs(paper, one_line(card.title), pairs)


def _told(entry: Entry | None, paper: Paper) -> str:
    return "\n".join(lines_of(entry, paper.tr("yes"))) if entry else ""


def _image(paper: Paper, address: str, alt: str) -> None:
    found = as_png_or_jpeg(address)
    if found is None:
        return
    paragraph = paper.document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    picture = paragraph.add_run().add_picture(io.BytesIO(found), width=Cm(3.6))
    if picture.height > Cm(6):
        picture.width, picture.height = int(picture.width * Cm(6) / picture.height), Cm(6)
    picture._inline.docPr.set("descr", one_line(alt))
