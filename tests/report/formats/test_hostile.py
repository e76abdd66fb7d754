"""Hostile text and pictures in every field of every exercise, in every format."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Any

import pytest
from docx import Document
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape, shapes_of
from cxkit.core.wording import exercise_ids
from cxkit.personas.model import Persona, Personas
from cxkit.report.formats.csv import unguarded
from cxkit.report.formats.mermaid import diagrams
from cxkit.report.formats.xlsx.text import plain_text
from cxkit.report.request import Request
from cxkit.report.rows.made import rows_of
from cxkit.workbook import Workbook
from tests.report.formats.conftest import DAY, OFFICE, made, parts
from tests.texts import HOSTILE

Out = Callable[[str], bytes]
_PAYLOADS = [
    *HOSTILE, "=cmd|' /C calc'!A0", "@SUM(1+1)", "-2+3", "+39", "\t=1", "\r=1", "'=1", "#REF!",
    "]]></w:t><w:r/>", "_x0000_", "${jndi:ldap://x}", "javascript:alert(1)",
]  # fmt: skip
_WRAPS = ["{}", "a {}", "{}\n{}", " {} ", "«{}»", "{}" + "z" * 150, "\u202e{}", "{}\x0b\x00",
          "🏳️‍🌈{}", "{}{}{}"]  # fmt: skip
STRINGS = [wrap.replace("{}", text) for wrap, text in product(_WRAPS, _PAYLOADS)]


def hostile_book(start: int) -> Workbook:
    """Return a workbook with one of the 200 strings in each field, the next in the next."""
    place = iter(range(start, 10**9))

    def text() -> str:
        return STRINGS[next(place) % len(STRINGS)]

    def filled(shapes: tuple[FieldShape, ...]) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for shape in shapes:
            kind = shape.kind.name
            if kind in ("text", "long-text"):
                value[shape.name] = text()[: shape.max_length]
            elif kind == "tags":
                value[shape.name] = [text()[:60]]
            elif kind in ("cards", "table"):
                items = [filled(shape.fields) for _ in range(2)]
                value[shape.name] = [{**one, "id": f"{shape.name}{n}"}
                                     for n, one in enumerate(items)]  # fmt: skip
        return value

    values = {name: filled(shapes_of(find_exercise(name).model)) for name in exercise_ids()}
    for n, point in enumerate(values["journey-map"]["touchpoints"]):
        point |= {"phase": f"phases{n}", "emotion": n - 2, "moment_of_truth": True}
    values["vision-statement"]["personas"] = ["personas0", "deleted"]
    for n, step in enumerate(values["roadmap"]["steps"]):
        step |= {"starts": "2026-01-01", "ends": f"2026-0{n + 2}-01", "after": [f"steps{1 - n}"]}
    return Workbook.from_values(text()[:200], "en", values)


@pytest.fixture(scope="module", params=[0, 101])
def book(request: pytest.FixtureRequest) -> Workbook:
    return hostile_book(request.param)


@pytest.fixture(scope="module")
def out(book: Workbook) -> Callable[[str], bytes]:
    """Return what makes a format of the hostile book, once."""
    return cache(lambda to: made(book, to))


def test_there_are_two_hundred_different_strings() -> None:
    assert len(set(STRINGS)) >= 200


@pytest.mark.parametrize("to", OFFICE)
def test_office_files_are_sound_and_ask_nothing_of_the_network(out: Out, to: str) -> None:
    for name, data in parts(out(to)).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
        if name.endswith(".rels"):
            assert b"External" not in data


def test_no_cell_of_a_spreadsheet_is_a_formula(out: Out) -> None:
    excel = load_workbook(io.BytesIO(out("xlsx")))
    cells = [cell for sheet in excel for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    quoted = [cell for cell in cells if isinstance(cell.value, str) and cell.value[0] in "=+-@"]
    assert quoted
    assert all(cell.quotePrefix for cell in quoted)


def test_sheets_have_legal_names_of_their_own(out: Out) -> None:
    names = load_workbook(io.BytesIO(out("xlsx"))).sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_the_spreadsheet_says_what_was_written(book: Workbook, out: Out) -> None:
    excel = load_workbook(io.BytesIO(out("xlsx")))
    found = {plain_text(str(cell.value)) for sheet in excel for row in sheet.iter_rows()
             for cell in row if cell.value is not None}  # fmt: skip
    plan: Any = book.answers["kpi-plan"]
    assert {kpi.definition for kpi in plan.kpis} <= found
    journey = rows_of(book.answers["journey-map"], book.context())
    assert {row.text for row in journey if row.text} <= found


def test_csv_runs_nothing_and_says_what_was_written(book: Workbook, out: Out) -> None:
    text = out("csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    cells = [cell for row in rows for cell in row]
    started = [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    assert all(re.fullmatch(r"-?\d+(\.\d+)?", cell) for cell in started)
    meant = [row.text for name in exercise_ids() for row in rows_of(
        book.answers[name], book.context())]  # fmt: skip
    assert [unguarded(row[4]) for row in rows[1:]] == meant


def test_markdown_shows_text_and_no_elements(book: Workbook, out: Out) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(out("md").decode())
    outside = re.sub(r"<pre><code.*?</code></pre>", "", html, flags=re.DOTALL)
    tags = {tag.lower() for tag in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", outside)}
    assert tags <= {"h1", "h2", "h3", "h4", "p", "em", "strong", "ul", "li", "br", "table", "thead",
                    "tbody", "tr", "th", "td"}  # fmt: skip


def test_a_name_gives_mermaid_no_orders(book: Workbook, out: Out) -> None:
    for name, text in diagrams(Request(book, "en", DAY)).items():
        head, *lines = [line for line in text.splitlines() if not line.startswith("%%")]
        assert head.split()[0] in ("journey", "flowchart", "gantt")
        inside = "\n".join(lines)
        names = inside.replace("-->", "").replace("-.->", "")
        assert not re.search(r"[<>&{}`]|javascript:", names), name
        assert not re.search(r"(?im)^\s*click\b", inside)


def test_deck_and_document_say_what_was_written(book: Workbook, out: Out) -> None:
    vision: Any = book.answers["vision-statement"]
    wanted = " ".join(vision.sentence.split())
    deck = Presentation(io.BytesIO(out("pptx")))
    shown = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes
             if shape.has_text_frame]  # fmt: skip
    assert any(wanted in " ".join(text.split()) for text in shown)
    document = Document(io.BytesIO(out("docx")))
    assert any(wanted in " ".join(one.text.split()) for one in document.paragraphs)


def picture(kind: str, size: tuple[int, int] = (40, 60)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#cc8844").save(buffer, kind)
    return buffer.getvalue()


def persona_of(kind: str, data: bytes) -> Workbook:
    address = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    persona = Persona(id="p1", name="Anna", portrait=address, quote="Tell me")
    return Workbook("x", "en").with_answer(Personas(personas=(persona,)))


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
@pytest.mark.parametrize("to", ["pptx", "docx"])
def test_a_portrait_is_shown_as_office_programs_know_it(to: str, kind: str) -> None:
    files = parts(made(persona_of(kind, picture(kind.upper())), to))
    shown = [data for name, data in files.items() if "/media/" in name]
    assert len(shown) == 1
    assert shown[0].startswith((b"\x89PNG", b"\xff\xd8\xff"))


def bomb() -> bytes:
    """Return a PNG that says it is 60,000 by 60,000 points."""
    data = bytearray(picture("PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    return bytes(data)


@pytest.mark.parametrize("data", [picture("PNG")[:60], b"\x89PNG\r\n\x1a\n" + b"x" * 99, bomb()])
@pytest.mark.parametrize("to", ["pptx", "docx", "xlsx", "md"])
def test_a_damaged_picture_is_left_out_and_the_rest_is_there(to: str, data: bytes) -> None:
    made_of = made(persona_of("png", data), to)
    if to == "md":
        assert "Anna" in made_of.decode()
    else:
        files = parts(made_of)
        assert not [name for name in files if "/media/" in name]
        assert b"Anna" in b"".join(files.values())
