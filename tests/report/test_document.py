"""The whole workbook as one document."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from cxkit.report import report_html, write_report
from cxkit.report.document import whole_report
from cxkit.report.page import page_html
from cxkit.report.request import Request
from cxkit.start.model import Profile
from cxkit.workbook import Workbook
from tests.report.conftest import DAY, Page


def test_the_page_needs_nothing_else(bank_page: Page) -> None:
    assert not bank_page.tags & {"script", "link", "iframe", "object", "embed", "base", "form"}
    assert not [n for _, n, _ in bank_page.attributes if n.startswith("on") or n == "srcset"]
    assert all(value.startswith("data:") for value in bank_page.values("src"))
    assert "url(" not in bank_page.html
    assert "@import" not in bank_page.html


def test_a_policy_in_the_page_forbids_all_but_its_own_styles_and_pictures(bank_page: Page) -> None:
    policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
    assert policy in bank_page.values("content")


def test_every_link_leads_somewhere_and_no_id_stands_twice(bank_page: Page) -> None:
    ids = bank_page.values("id")
    assert len(ids) == len(set(ids))
    links = [value for value in bank_page.values("href") if value.startswith("#")]
    assert len(links) > 50
    assert {link[1:] for link in links} <= set(ids)
    assert {id_ for value in bank_page.values("aria-labelledby") for id_ in value.split()} <= set(
        ids
    )


def test_no_level_of_headings_is_left_out(bank_page: Page) -> None:
    levels = bank_page.levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)


def test_the_cover_names_the_case_the_day_and_the_version(bank_page: Page, bank: Workbook) -> None:
    assert bank.title in bank_page.text
    assert "1 marzo 2026" in bank_page.text
    assert "2026-03-01" in bank_page.values("datetime")
    assert ("html", "lang", "it") in bank_page.attributes


def test_all_that_was_written_is_in_it(small: Workbook) -> None:
    text = Page(report_html(small, date=DAY)).text
    for written in ("Coast Rail", "Everyone arrives.", "We tell", "Anna", "Just tell me", "Asks"):
        assert written in text


def test_the_summary_shows_where_it_hurts_most(small: Workbook) -> None:
    page = report_html(small, date=DAY)
    part = page[page.index('id="summary"') : page.index('id="chapter-0"')]
    summary = Page(re.sub("<title>.*?</title>", "", part)).text
    assert "Everyone arrives." in summary
    assert re.search(r"−3 Asks", summary)
    assert "Travels" not in summary


def test_a_link_leads_to_what_it_names_and_one_to_something_deleted_is_left_out(
    small: Workbook,
) -> None:
    page = report_html(small, date=DAY)
    assert '<a href="#buyer-persona--n1">To be told in time</a>' in page
    assert '<a href="#buyer-persona--p1">Anna</a>' in page
    assert "n-deleted" not in Page(page).text


def test_the_thread_is_drawn_after_the_summary_and_leads_to_what_mends_it(
    small: Workbook,
) -> None:
    page = report_html(small, date=DAY)
    start, end = page.index('id="red-thread"'), page.index('id="chapter-0"')
    assert page.index('id="summary"') < start < end
    thread = Page(page[start:end])
    assert "Nobody answers for the moment of truth “Asks”." in thread.text
    assert "a link leads to something that is gone" in thread.text
    # What was not begun has no place in the report that a link could lead to.
    assert set(thread.values("href")) == {
        "#journey-map",
        "#journey-map--t2",
        "#vision-statement",
    }
    assert "Ties of the red thread that hold" in Page(page[page.index('id="summary"') :]).text


def test_the_thread_is_drawn_once(bank_page: Page) -> None:
    assert bank_page.html.count('class="cxr cxr-thread"') == 1
    assert "#red-thread" in bank_page.values("href")


def test_nothing_is_drawn_while_nothing_is_tied() -> None:
    page = Page(report_html(Workbook("", "en").with_answer(Profile(company="Rail")), date=DAY))
    assert "red-thread" not in page.values("id")
    assert "Ties of the red thread that hold" not in page.text


def test_what_was_not_begun_is_named_in_one_line_and_has_no_page(small: Workbook) -> None:
    page = Page(report_html(small, date=DAY))
    assert "Not begun yet: From the vision to behaviours" in page.text
    assert "vision-to-behaviours" not in page.values("id")


def test_an_empty_workbook_makes_a_page_that_says_so() -> None:
    page = Page(report_html(Workbook("", "en"), date=DAY))
    assert "Nothing has been written in this workbook yet." in page.text
    assert "Not begun yet:" in page.text
    assert "summary" not in page.values("id")


def test_the_same_workbook_gives_the_same_bytes_and_another_day_other_ones(bank: Workbook) -> None:
    one = report_html(bank, date=DAY)
    assert one == report_html(replace(bank, answers=dict(bank.answers)), date=DAY)
    assert one != report_html(bank, date=date(2026, 3, 2))


@pytest.mark.parametrize("advice", [True, False])
def test_advice_can_be_left_out(bank: Workbook, advice: bool) -> None:
    page = Page(report_html(bank, advice=advice, date=DAY))
    assert ("notes" in page.values("id")) is advice


def test_lessons_are_left_out_unless_asked_for(bank: Workbook) -> None:
    lesson = "Una visione serve quando le istruzioni finiscono."
    assert lesson not in report_html(bank, date=DAY)
    with_lessons = Page(report_html(bank, lessons=True, date=DAY))
    assert lesson in with_lessons.text
    assert with_lessons.levels.count(1) == 1
    question = "Come vogliamo che si senta chi si affida a noi?"
    assert with_lessons.text.count(question) == 1


def test_lessons_are_those_of_the_chapters_asked_for(bank: Workbook) -> None:
    asked = Request(bank, "it", DAY, lessons=True, exercises=("journey-map",))
    page = Page(page_html(whole_report(asked)))
    assert [id_ for id_ in page.values("id") if id_.startswith("chapter-")] == ["chapter-5"]
    assert "Una visione serve quando le istruzioni finiscono." not in page.text
    assert "Fonti" in page.text
    assert page.html.count('class="r-source"') == 1


def test_every_address_in_it_is_written_as_an_address(bank_page: Page) -> None:
    assert not [value for value in bank_page.values("src") if re.search(r"\s", value)]


def test_the_report_can_speak_another_language_than_the_answers(bank: Workbook) -> None:
    page = Page(report_html(bank, lang="en", date=DAY))
    assert ("html", "lang", "en") in page.attributes
    assert "The journey map" in page.text
    assert ("dd", "lang", "it") in page.attributes
    assert "1 March 2026" in page.text


def test_wide_pictures_get_pages_of_their_own_kind(bank_page: Page) -> None:
    assert any("r-wide" in value.split() for value in bank_page.values("class"))
    assert "size: A4 landscape" in bank_page.html


def test_a_title_cannot_leave_the_style_sheet_it_stands_in() -> None:
    title = '"}</style><b>x'
    page = Page(report_html(Workbook(title, "en"), date=DAY))
    assert "b" not in page.tags
    assert title in page.text


def test_a_file_is_written_whole_or_not_at_all(
    small: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_text("before")

    def fail(_file: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("cxkit.report.writing.os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_report(small, path, date=DAY)
    assert [p.name for p in tmp_path.iterdir()] == ["report.html"]
    assert path.read_text() == "before"


def test_no_kernel_is_started(small: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setattr("subprocess.Popen.__init__", lambda *a, **k: started.append(a))
    assert report_html(small, date=DAY)
    assert not started


def test_the_summary_names_open_gaps_and_what_comes_next(bank_page: Page) -> None:
    text = bank_page.text
    gaps, actions = text.index("I divari che pesano di più"), text.index("Che cosa si fa adesso")
    assert "ora 34" in text[gaps:actions]
    assert "Per prima" in text[actions : actions + 400]


def test_a_summary_without_gaps_or_actions_leaves_their_headings_out(small: Workbook) -> None:
    text = Page(report_html(small, date=DAY)).text
    assert "The gaps that weigh most" not in text
    assert "What comes next" not in text
