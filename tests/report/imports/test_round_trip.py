"""What was exported and brought back unchanged is what it was."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.journey import Journey
from cxkit.journey.model import Phase, Touchpoint
from cxkit.kpi.model import Kpi, KpiPlan
from cxkit.report.formats.csv import guarded, unguarded
from cxkit.report.formats.xlsx.text import cell_text, plain_text
from cxkit.resources import samples
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made
from tests.report.imports.conftest import book_of, brought
from tests.texts import HOSTILE, NASTY

SPREADSHEETS = [
    *HOSTILE, "=1+1", "+39 06 1", "-2", "@x", "'quoted", "007", "1-2", "3/4", "1 Mar", "TRUE",
    "one\ntwo\n\nfour", "  spaces  ", "_x0041_", "\ttab", "1e5", "12,5", "a;b", '"q"', "12:30",
    "#N/A", "=cmd|' /C calc'!A0", "2026-03-01",
]  # fmt: skip


def nasty_book(texts: list[str], lang: str = "en") -> Workbook:
    points = tuple(
        Touchpoint(id=f"t{n}", name=text, phase=f"p{n % 2}", action=text, quote=text * 2,
                   emotion=n % 7 - 3, channels=("app", "phone")[: n % 3])
        for n, text in enumerate(texts)
    )  # fmt: skip
    phases = (Phase(id="p0", name="=A"), Phase(id="p1", name="-B"))
    kpis = tuple(
        Kpi(id=f"k{n}", name=text, definition=text, owner=text, unit=text, baseline=n / 3,
            touchpoints=(f"t{n}", "deleted"), parent=f"k{n + 1}")
        for n, text in enumerate(texts)
    )  # fmt: skip
    journey = Journey(title=texts[0][:200], goal=texts[-1], phases=phases, touchpoints=points)
    plan = KpiPlan(kpis=kpis, reading=texts[0])
    return Workbook("x", lang).with_answer(journey).with_answer(plan)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("to", ["csv", "xlsx"])
@pytest.mark.parametrize("case", ["bank", "railway"])
def test_a_sample_comes_back_as_it_was(tmp_path: Path, case: str, lang: str, to: str) -> None:
    book = Workbook.read(samples() / f"{case}.{lang}.cxworkbook.json")
    path = tmp_path / f"x.{to}"
    path.write_bytes(made(book, to))
    assert brought(path, book) == {}
    fresh = brought(path, Workbook("", book.lang))
    assert {"journey-map", "kpi-plan"} <= fresh.keys()
    assert all(answer == book.answers[name] for name, answer in fresh.items())


def test_a_csv_of_the_whole_workbook_brings_every_exercise_back(tmp_path: Path) -> None:
    book = Workbook.read(samples() / "bank.it.cxworkbook.json")
    path = tmp_path / "x.csv"
    path.write_bytes(made(book, "csv"))
    assert brought(path, Workbook("", "it")) == dict(book.answers)


@pytest.mark.parametrize("to", ["csv", "xlsx"])
def test_a_file_in_the_other_language_comes_back_too(tmp_path: Path, to: str) -> None:
    book = book_of("en")
    path = tmp_path / f"x.{to}"
    path.write_bytes(made(book, to, lang="it"))
    assert brought(path, book) == {}


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(NASTY, min_size=1, max_size=6), to=st.sampled_from(["csv", "xlsx"]))
def test_any_text_comes_back_as_it_was(tmp_path_factory, texts: list[str], to: str) -> None:  # type: ignore[no-untyped-def]
    book = nasty_book(texts)
    path = tmp_path_factory.mktemp("x") / f"x.{to}"
    path.write_bytes(made(book, to))
    assert brought(path, book) == {}


@given(NASTY | st.text(alphabet="'=+-@0123456789/ .,eMar\t", max_size=12))
def test_the_guard_against_formulas_can_be_taken_away(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="_x0041F5", max_size=30))
def test_what_looks_like_an_escape_stays_a_text(text: str) -> None:
    assert plain_text(cell_text(text, "en")) == text


@pytest.mark.parametrize("to", ["csv", "xlsx"])
def test_libreoffice_saves_it_and_nothing_is_lost(tmp_path: Path, to: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here; the other tests read what we write ourselves")
    book = nasty_book(SPREADSHEETS, "it")
    path = tmp_path / f"x.{to}"
    path.write_bytes(made(book, to))
    into = "xlsx:Calc MS Excel 2007 XML"
    reads: list[str] = []
    if to == "csv":
        into = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"
        reads = ["--infilter=Text - txt - csv (StarCalc):59,34,76,1"]
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", *reads,
         "--convert-to", into, "--outdir", str(tmp_path / "saved"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    saved = tmp_path / "saved" / f"x.{to}"
    assert saved.read_bytes() != path.read_bytes()
    assert brought(saved, book) == {}
