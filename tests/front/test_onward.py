"""Home says where to go on, and what the thread asks to mend."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cxkit.front import HomeView, home_page
from cxkit.front.onward import advised_step, chapter_card, next_step, thread_glance
from cxkit.journey import Journey
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.start.model import Profile
from cxkit.store import Place, WorkbookInfo
from cxkit.vision import Vision
from cxkit.workbook import Workbook, chapter_plans

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
COUNTER = {"name": "At the <counter>", "moment_of_truth": True}
TICKET = Journey.of("A ticket", {"Travel": [COUNTER]})


def sample(case: str, lang: Lang = "en") -> Workbook:
    """Return a sample case."""
    return Workbook.read(samples() / f"{case}.{lang}.cxworkbook.json")


def advised(book: Workbook, place: Place | None = None) -> tuple[str, str] | None:
    """Return the page and the reason of what home advises besides going on."""
    cards = [chapter_card(plan, book, "en") for plan in chapter_plans()]
    info = WorkbookInfo("w1", book.title, "en", "p1", None, NOW, NOW, place) if place else None
    found = advised_step(cards, "en", next_step(cards, "en", info))
    return (found.url, found.reason) if found else None


def home(book: Workbook, lang: Lang = "en") -> str:
    """Draw home with a workbook open."""
    info = WorkbookInfo("w1", book.title, book.lang, "p1", None, NOW, NOW, None)
    return home_page(HomeView(info, book, {}, [info], []), lang=lang, base="/", xsrf="x")


def test_what_is_begun_comes_before_what_is_not() -> None:
    book = Workbook("Rail", "en").with_answer(Vision(motto="Here"))
    assert advised(book) == ("voila/render/en/03-vision.ipynb#vision-statement", "begun")


def test_in_an_untouched_workbook_one_begins_and_nothing_else_is_asked() -> None:
    assert advised(Workbook()) is None


@pytest.mark.parametrize(
    ("book", "title", "page"),
    [
        (Workbook(), "Begin", "00-start.ipynb"),
        (
            Workbook("Rail", "en").with_answer(Vision(motto="Here")),
            "Continue: The vision",
            "03-vision.ipynb",
        ),
        (sample("bank"), "See the whole thread", "10-roadmap.ipynb#thread"),
    ],
)
def test_a_workbook_nobody_has_opened_yet_goes_on_where_work_is_waiting(
    book: Workbook, title: str, page: str
) -> None:
    cards = [chapter_card(plan, book, "en") for plan in chapter_plans()]
    first = next_step(cards, "en", None)
    assert (first.title, first.url) == (title, f"voila/render/en/{page}")


@pytest.mark.parametrize(
    ("book", "place", "page"),
    [
        # Written in, and not finished: a glance at another chapter changes nothing.
        (
            Workbook("Rail", "en").with_answer(Vision(motto="Here")),
            Place("09-embed", "en", "vision-statement"),
            "03-vision.ipynb#vision-statement",
        ),
        # The last exercise was cleared again: on with the chapter that was opened since.
        (
            Workbook("Rail", "en"),
            Place("04-listening", "en", "vision-statement"),
            "04-listening.ipynb",
        ),
        # A chapter that is begun goes on at what is open in it.
        (
            Workbook("Rail", "en").with_answer(TICKET),
            Place("05-journey", "en", None),
            "05-journey.ipynb#journey-map",
        ),
        # Nothing waits in the chapter that was last open.
        (sample("bank"), Place("03-vision", "en", "vision-statement"), "10-roadmap.ipynb#thread"),
    ],
)
def test_one_goes_on_at_the_last_place_where_work_is_waiting(
    book: Workbook, place: Place, page: str
) -> None:
    cards = [chapter_card(plan, book, "en") for plan in chapter_plans()]
    info = WorkbookInfo("w1", book.title, "en", "p1", None, NOW, NOW, place)
    assert next_step(cards, "en", info).url == f"voila/render/en/{page}"


def test_where_one_left_is_not_advised_a_second_time() -> None:
    book = Workbook("Rail", "en").with_answer(Vision(motto="Here")).with_answer(TICKET)
    found = advised(book, Place("03-vision", "en", "vision-statement"))
    assert found is not None
    assert found[0] == "voila/render/en/05-journey.ipynb#journey-map"


def test_three_breaks_are_shown_of_exercises_that_are_begun() -> None:
    glance = thread_glance(sample("railway"), "en")
    assert glance is not None
    assert [says for says, _ in glance.breaks] == [
        "No pillar removes the obstacle “No goals dedicated to customers”.",
        "No pillar removes the obstacle “Fear of retaliation or of misused ratings”.",
        "No value holds up the pillar “Listening”.",
    ]
    assert (
        glance.breaks[0][1].url
        == "voila/render/en/02-culture.ipynb#pillars/pillars/+/removes/obstacle-goals"
    )
    assert glance.more > 3


def test_nothing_is_said_of_the_thread_while_nothing_is_tied() -> None:
    assert thread_glance(Workbook().with_answer(Profile(company="Rail")), "en") is None
    assert 'id="thread"' not in home(Workbook("Rail", "en"))


@pytest.mark.parametrize(
    ("lang", "whole", "words"),
    [("it", "Tiene dall", "Guarda tutto il filo"), ("en", "It holds", "See the whole thread")],
)
def test_home_shows_how_much_holds_and_leads_to_the_drawing(
    lang: Lang, whole: str, words: str
) -> None:
    page = home(sample("bank", lang), lang)
    assert "100%" in page
    assert whole in page
    assert words in page
    assert f'href="/voila/render/{lang}/10-roadmap.ipynb#thread"' in page


def test_names_in_breaks_are_escaped_on_home() -> None:
    page = home(Workbook("Rail", "en").with_answer(TICKET))
    assert "At the &lt;counter&gt;" in page
    assert "<counter>" not in page
