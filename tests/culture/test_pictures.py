"""Pictures of the culture: escaped, well formed, the same each time, useful when empty."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.culture import Levels, Obstacles, Pillars
from tests.culture.answers import deed, gesture, known, pillars, pledge, process, proved, value
from tests.markup import assert_only_text, assert_steady, words_of
from tests.texts import HOSTILE, NASTY

LANGS = st.sampled_from(["it", "en"])
LEVELS = st.none() | st.integers(0, 4)
OBSTACLES = st.lists(
    st.builds(proved, id=st.uuids().map(str), name=NASTY, severity=LEVELS, frequency=LEVELS),
    max_size=6,
).map(lambda own: Obstacles(own=own))
PILLARS = st.builds(
    lambda vision, hiring, step: pillars(vision=vision, hiring=hiring, card={"step": step}),
    st.tuples(LEVELS, LEVELS), st.tuples(LEVELS, LEVELS), NASTY,
)  # fmt: skip


def full(text):
    own = proved(name=text, evidence=text, remover=text)
    card = {"evidence": text, "step": text, "who": text, "removes": ["own"]}
    return (
        Obstacles(own=[own], first="own", reason=text),
        pillars(vision=(1, 2), card=card),
        value(gesture(role=text, text=text, evidence=text), name=text, meaning=text),
        pledge(
            deed(what=text, who=text, seen=text),
            processes=[process(name=text, today=text, redesign=text, loses=text, owner=text)],
        ),
    )


def drawn(answers, lang="it"):
    context = Context(lang, "it", date(2026, 11, 22), {one.exercise: one for one in answers})
    return [find_exercise(one.exercise).draw(one, context) for one in answers]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_hostile_text_stays_text(text, lang):
    for picture in drawn(full(text), lang):
        assert_only_text(picture, text)


@settings(max_examples=40, deadline=None)
@given(OBSTACLES, PILLARS, LANGS, LANGS)
def test_any_answer_draws_well_formed_markup_that_does_not_change(obstacles, answer, lang, written):
    assert_steady([obstacles, answer], lang, written)


def test_the_pareto_chart_says_its_figures_in_words():
    words = words_of(known((4, 4), (2, 2), (2, 2), (0, 4)).picture(lang="it").html)
    assert "67%" in words
    assert words.count("pari") == 2
    assert "Giudicati assenti da noi Nessuna esperienza omnicanale" in words
    assert "Ancora da valutare" in words


def test_the_cumulative_line_runs_on_from_row_to_row():
    html = known((4, 4), (3, 3), (2, 2)).picture().html
    assert 'd="M55.17 50L70.69 100"' in html
    assert 'd="M70.69 0L86.21 50L93.10 100"' in html
    assert 'd="M93.10 0L100.00 50"' in html


def test_the_gap_chart_says_levels_in_words_and_names_what_it_removes():
    obstacles = Obstacles(own=[proved()])
    answer = pillars(vision=(1, 3), card={"removes": ["own", "gone"]})
    words = words_of(answer.picture(obstacles, lang="en").html)
    assert "from 1 to 3" in words
    assert "Removes : Due listini" in words or "Removes: Due listini" in words
    assert "Vision (+2)" in words


def test_a_pillar_without_a_target_is_drawn_with_what_there_is():
    words = words_of(Pillars(vision=Levels(today=2)).picture(lang="en").html)
    assert "target to choose" in words


def test_deeds_stand_in_the_order_of_their_dates():
    later = deed(id="b", what="Dopo", by=date(2027, 1, 8))
    words = words_of(pledge(later, deed(what="Prima"), deed(id="c", what="Mai", by=None))
                     .picture(lang="it").html)  # fmt: skip
    assert words.index("Prima") < words.index("Dopo") < words.index("Mai")
    assert "senza data" in words


def test_a_long_text_is_cut_at_a_word():
    words = words_of(pledge(processes=[process(today="parola " * 500)]).picture(lang="it").html)
    assert words.count("parola") < 40
    assert "parola …" in words
