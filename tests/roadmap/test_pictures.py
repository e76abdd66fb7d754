"""The Gantt chart and the thread: escaped, well formed, the same each time, useful when empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.core.thread import Break, Node, Strand, Thread
from cxkit.language import Lang
from cxkit.roadmap import LooseEnd, Reading, Roadmap, Step
from cxkit.roadmap.picture import draw_reading, draw_roadmap
from cxkit.roadmap.timeline import axis_of
from tests.markup import Markup, words_of
from tests.texts import HOSTILE

DAY = date(2026, 11, 22)
LANGS = pytest.mark.parametrize("lang", ["it", "en"])


def full(text: str) -> tuple[Roadmap, Reading]:
    """Return answers in which each field holds a text."""
    first = Step(id="s1", name=text, change=text, owner=text, proof=text, starts=DAY,
                 ends=date(2027, 1, 1), milestone=True)  # fmt: skip
    then = Step(id="s2", name=text, after=["s1", "gone"], starts=date(2026, 12, 1))
    return (
        Roadmap(destination=text, monday=text, steps=[first, then], again=DAY),
        Reading(
            story=text,
            first="owner",
            mend=text,
            why=text,
            who=text,
            agreed=text,
            left=[LooseEnd(what=text, why=text)],
        ),
    )


def broken(text: str, count: int = 1) -> Thread:
    """Return a thread that is broken at things of one name."""
    node = Node("t1", "touchpoint", text, "journey-map")
    one = Break("moment-no-owner", "owner", "blueprint", ("lines",), node, True, {"name": text})
    return Thread((node,), (), (one,) * count, (Strand("owner", count + 1, 1),))


def drawn(text: str, lang: Lang = "en", count: int = 1) -> list[str]:
    """Draw both pictures."""
    context = Context(lang, "en", DAY, follow=lambda _: broken(text, count))
    road, reading = full(text)
    return [draw_roadmap(road, context).html, draw_reading(reading, context).html]


@pytest.mark.parametrize("text", HOSTILE)
@LANGS
def test_hostile_text_stays_text(text: str, lang: Lang) -> None:
    for html in drawn(text, lang):
        markup = Markup(html)
        assert not {"script", "iframe", "img", "b>"} & set(markup.tags)
        assert not [name for name, _ in markup.attributes if name.startswith("on")]
        for name, value in markup.attributes:
            if name in ("href", "style"):
                assert text not in str(value)
        assert " ".join(text.split()) in words_of(html)


def test_each_text_is_drawn_in_its_own_language() -> None:
    context = Context("it", "en", DAY, follow=lambda _: broken("Counter"))
    road, reading = full("Counter")
    for picture in (draw_roadmap(road, context), draw_reading(reading, context)):
        assert picture.lang == "it"
        assert '<figure class="cxr' in picture.html
        assert ' lang="en">Counter' in picture.html


@LANGS
def test_an_empty_answer_says_what_will_come(lang: Lang) -> None:
    for answer in (Roadmap(), Reading()):
        picture = answer.picture(lang=lang)
        assert picture.description in words_of(picture.html)
        Markup(picture.html)


DAYS = st.none() | st.dates()
STEPS = st.lists(
    st.builds(Step, id=st.sampled_from("abcd"), starts=DAYS, ends=DAYS, done=st.booleans(),
              after=st.lists(st.sampled_from("abcdx"), max_size=3), milestone=st.booleans()),
    max_size=4, unique_by=lambda one: one.id,
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(STEPS, st.dates(), st.sampled_from(["it", "en"]))
def test_any_plan_is_drawn_well_formed_and_the_same_again(
    steps: list[Step], today: date, lang: Lang
) -> None:
    context = Context(lang, "en", today)
    picture = draw_roadmap(Roadmap(steps=steps), context)
    Markup(picture.html)
    assert picture == draw_roadmap(Roadmap(steps=steps), context)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.dates(), min_size=1, max_size=4))
def test_every_day_has_its_place_on_the_axis(days: list[date]) -> None:
    axis = axis_of(days)
    assert all(0 <= axis.place(day) <= 100 for day in days)
    ticks = axis.ticks("en")
    assert 1 <= len(ticks) <= 21
    assert ticks[0].left == 0
    assert ticks[-1].left + ticks[-1].width == pytest.approx(100)
    assert all(b.left == pytest.approx(a.left + a.width) for a, b in pairwise(ticks))


@pytest.mark.parametrize(
    ("days", "lang", "label", "months"),
    [(100, "it", "nov", 1), (100, "en", "Nov", 1), (900, "it", "T4", 3), (900, "en", "Q4", 3),
     (4000, "en", "2026", 12)],
)  # fmt: skip
def test_the_axis_counts_in_what_people_say(days: int, lang: Lang, label: str, months: int) -> None:
    axis = axis_of([DAY, DAY + timedelta(days=days)])
    assert axis.months == months
    assert axis.ticks(lang)[0].label == label


def test_overdue_done_and_what_starts_too_early_are_said_in_words() -> None:
    first = Step(id="s1", name="First", starts=date(2026, 9, 1), ends=date(2026, 11, 1))
    then = Step(id="s2", name="Then", after=["s1"], starts=date(2026, 10, 1),
                ends=date(2026, 12, 1), done=True)  # fmt: skip
    words = words_of(draw_roadmap(Roadmap(steps=[first, then]), Context(today=DAY)).html)
    assert "One step is overdue." in words
    assert "It starts before “First” ends." in words
    assert "today, 22 Nov 2026" in words


def test_a_link_to_something_deleted_is_told() -> None:
    assert "One link leads to something that is gone." in words_of(drawn("A")[0])


def test_steps_that_wait_for_one_another_are_drawn_and_named() -> None:
    steps = [Step(id="a", name="A", after=["b"]), Step(id="b", name="B", after=["a"])]
    assert "These steps wait for one another:" in words_of(Roadmap(steps=steps).picture().html)


def test_a_break_leads_to_the_exercise_that_mends_it() -> None:
    assert ("href", "05-journey.ipynb#blueprint") in Markup(drawn("A")[1]).attributes


def test_where_an_exercise_has_no_place_its_name_stands_without_a_link() -> None:
    context = Context(today=DAY, follow=lambda _: broken("A"))
    html = draw_reading(Reading(), replace(context, page=lambda *_: "")).html
    assert "a" not in Markup(html).tags
    assert "Behind the scenes" in words_of(html)


@pytest.mark.parametrize(("count", "folded"), [(8, 0), (9, 1), (200, 192)])
def test_many_breaks_of_a_kind_are_folded(count: int, folded: int) -> None:
    html = drawn("A", count=count)[1]
    assert Markup(html).tags.count("details") == bool(folded)
    assert words_of(html).count("Nobody answers for the moment of truth “A”.") == count
    if folded > 1:
        assert f"And {folded} more" in words_of(html)


def test_a_whole_thread_says_so() -> None:
    whole = Thread((), (), (), (Strand("owner", 3, 3),))
    html = draw_reading(Reading(), Context(today=DAY, follow=lambda _: whole)).html
    assert "100%" in words_of(html)
    assert "No loose end." in words_of(html)


def test_the_line_is_a_list_of_all_stages_and_the_next_cycle() -> None:
    html = drawn("A")[1]
    line = html[html.index('<ol class="line"') : html.index("</ol>")]
    assert line.count("<li") == 15
    assert "1 of 2 tied" in words_of(line + "</ol>")
    assert "one loose end" in line
