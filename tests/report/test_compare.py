"""`--compare`: what changed between two workbooks, or two days of one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxkit.cycle.model import Actions, Gap, Malma
from cxkit.personas.model import Persona, Personas
from cxkit.report import ReportError
from cxkit.report.command import Wishes
from cxkit.report.compare import compare
from cxkit.report.compare.command import Comparison, comparison_of
from cxkit.report.compare.sides import Side
from cxkit.resources import samples
from cxkit.store import Store
from cxkit.vision.model import Vision
from cxkit.workbook import Workbook
from tasks import browser_for_tests
from tests.report.conftest import Page

GAP = Gap(id="g", name="Waiting", better="higher", before=20, now=30, target=80)


def wishes(**options: object) -> Wishes:
    return Wishes.of("en", **{"to": "html", **options})  # type: ignore[arg-type]  # any option


def compared(before: Workbook, after: Workbook) -> Comparison:
    return comparison_of(Side("then", before), Side("now", after), wishes())[1]


@pytest.fixture
def before(small: Workbook) -> Workbook:
    return small.with_answer(Malma(gaps=(GAP,)))


def test_nothing_changed_says_so(before: Workbook) -> None:
    found = compared(before, before)
    assert not found.changes
    assert found.thread.before == found.thread.now
    assert not found.thread.mended
    assert not found.thread.torn


def test_a_gap_that_reached_its_target_is_closed(before: Workbook) -> None:
    reached = before.with_answer(Malma(gaps=(GAP.model_copy(update={"now": 85.0}),)))
    (gap,) = compared(before, reached).gaps
    assert gap.closed
    assert (gap.before, gap.now) == (30, 85)
    assert not compared(reached, reached).gaps[0].closed


def test_a_field_is_shown_as_it_was_and_as_it_is(before: Workbook) -> None:
    vision = before.answer("vision-statement").model_copy(update={"motto": "All arrive"})
    (exercise,) = compared(before, before.with_answer(vision)).changes
    (change,) = exercise.changed
    assert change.label == "The motto"
    assert change.after is not None
    assert change.after.value == "All arrive"


def test_what_is_new_and_what_is_gone_is_named_by_its_outermost_name() -> None:
    old = Workbook("x", "en").with_answer(Personas(personas=(Persona(id="a", name="Anna"),)))
    new = Workbook("x", "en").with_answer(Personas(personas=(Persona(id="b", name="Bruno"),)))
    (exercise,) = compared(old, new).changes
    assert (exercise.added, exercise.removed) == (("Bruno",), ("Anna",))


def test_the_page_escapes_what_people_wrote(before: Workbook, tmp_path: Path) -> None:
    evil = before.with_answer(Vision(motto="<script>alert(1)</script>"))
    for name, book in (("a", before), ("b", evil)):
        (tmp_path / f"{name}.cxworkbook.json").write_text(book.to_json(), encoding="utf-8")
    sources = [str(tmp_path / f"{name}.cxworkbook.json") for name in "ab"]
    (made,) = compare(sources, wishes())
    page = Page(made.read_text(encoding="utf-8"))
    assert "script" not in page.tags
    assert "<script>alert(1)</script>" in page.text
    assert "{{" not in page.html


def test_a_mended_break_stands_on_paper_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXKIT_CHROMIUM", str(browser_for_tests()))
    whole = Workbook.read(samples() / "beauty.en.cxworkbook.json")
    for name, book in (("a", whole.with_answer(Actions())), ("b", whole)):
        (tmp_path / f"{name}.cxworkbook.json").write_text(book.to_json(), encoding="utf-8")
    sources = [str(tmp_path / f"{name}.cxworkbook.json") for name in "ab"]
    (made,) = compare(sources, wishes(to="pdf"))
    printed = " ".join(page.extract_text() for page in PdfReader(made).pages)
    mended = compared(whole.with_answer(Actions()), whole).thread.mended
    assert mended
    for one in mended:
        assert "".join(one.split()) in "".join(printed.split())


def test_two_days_of_one_workbook(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    clock = iter([now - timedelta(days=9)] * 2 + [now] * 20)
    place = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(place, clock=lambda: next(clock)) as store:
        made = store.create_workbook("One", "en", answers={"vision-statement": {"motto": "Old"}})
        stored = store.answer(made.id, "vision-statement")
        assert stored is not None
        store.save(made.id, "vision-statement", {"motto": "New"}, expected_revision=stored.revision)
    days = [f"{now - timedelta(days=days):%Y-%m-%d}" for days in (5, -1)]
    (page,) = compare([str(place)], wishes(), dates=days)
    text = Page(page.read_text(encoding="utf-8")).text
    assert "Old" in text
    assert "New" in text
    with pytest.raises(ReportError, match="Nothing was written"):
        compare([str(place)], wishes(), dates=["2001-01-01", days[1]])


@pytest.mark.parametrize(
    ("sources", "dates", "to", "says"),
    [
        (["a"], [], "html", "needs two workbooks"),
        (["a", "b", "c"], [], "html", "needs two workbooks"),
        (["a.json"], ["2026-01-01", "2026-02-01"], "html", "needs two workbooks"),
        (["a.db"], ["yesterday", "2026-02-01"], "html", "“yesterday” is not a date"),
        (["a", "b"], [], "json", "html and pdf, not to “json”"),
        (["none.json", "b.json"], [], "html", "is not there"),
    ],
)
def test_what_cannot_be_compared_is_said(
    sources: list[str], dates: list[str], to: str, says: str
) -> None:
    with pytest.raises(ReportError, match=says):
        compare(sources, wishes(to=to), dates=dates)
