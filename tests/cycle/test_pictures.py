"""Pictures of the slice: escaped, well formed, the same each time, useful when empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.exercise import find_exercise
from cxkit.cycle import Action, Actions, Continuum, Gap, Jump, Malma, Stage
from cxkit.cycle.model import STAGES, STEPS
from tests.cycle.cases import action, around, gap, measured
from tests.markup import Markup, assert_only_text, assert_steady, words_of
from tests.texts import HOSTILE, NASTY


def full(text):
    steps = {f"{step}_{about}": text for step in STEPS for about in ("have", "lack", "who")}
    return (
        Malma(
            cycle=2, begins="2026-01-01", ends="2026-06-01", map=3, reading=text, **steps,
            gaps=[Gap(id="g1", name=text, unit=text, before=1, now=2, target=3, about="process"),
                  Gap(id="g2", touchpoint="t2")],
        ),
        Actions(
            actions=[
                Action(id="a1", what=text, gaps=["g1"], owner=text, proof=text, told_by=text,
                       message=text, status="running", impact=4, effort=0),
                Action(id="a2"),
            ],
            first="a1", reason=text, not_now=text,
        ),
        Continuum(
            subject=text,
            stages=[Stage(id=f"s-{name}", stage=name, what=text, owner=text, evidence=text,
                          days=1, actions=["a1"]) for name in STAGES],
            jumps=[Jump(id="j1", moment=text, stage="use", rival=text, sees=text, sign=text,
                        back=text, action="a1"), Jump(id="j2")],
        ),
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_hostile_text_stays_text(text, lang):
    answers = full(text)
    for answer in answers:
        assert_only_text(answer.picture(*answers, lang=lang), text)


@settings(max_examples=25, deadline=None)
@given(NASTY, st.sampled_from(["it", "en"]), st.sampled_from(["it", "en"]))
def test_any_answer_draws_well_formed_markup_that_does_not_change(text, lang, written):
    assert_steady(full(text), lang, written)


def malma_words(*gaps, lang="en"):
    answer = measured(*gaps)
    return words_of(find_exercise("malma").draw(answer, around(answer, lang=lang)).html)


def test_a_change_is_told_by_its_sign_and_in_words():
    words = malma_words(gap())
    for expected in ("−20", "±7.1", "worse, larger than noise", "base 200", "Moment of truth"):
        assert expected in words


def test_noise_and_ignorance_are_told_apart():
    words = malma_words(gap(now=59), gap(id="g2", base_now=None))
    assert "within noise" in words
    assert "not known: no base" in words
    assert "no base given" in words


def test_gaps_stand_under_their_phase_and_the_rest_below():
    words = malma_words(gap(name="Loose", touchpoint=""), gap(id="g2", name="Placed"))
    assert words.index("Waiting") < words.index("Placed")
    assert words.index("Placed") < words.index("No place on the map") < words.index("Loose")


def test_figures_follow_the_language():
    assert "0,35" in malma_words(gap(before=4.5, now=4.85), lang="it")


def actions_html(*actions, **more):
    answer = Actions(actions=actions, **more)
    return find_exercise("actions").draw(answer, around(answer, measured())).html


def test_actions_with_the_same_weights_keep_their_own_numbers():
    html = actions_html(*(action(id=f"a{n}", what=f"Deed {n}") for n in range(12)))
    words = words_of(html)
    assert "Impact 3, effort 2" in html
    assert all(f"Action {n}" in words for n in range(1, 13))


def test_an_action_without_weights_is_in_the_order_but_not_on_the_chart():
    words = words_of(actions_html(action(impact=None)))
    assert "impact or effort not rated" in words
    assert "Action 1" not in words


def test_a_late_action_says_by_how_many_days():
    assert "late, days: 21" in words_of(actions_html(action(due="2026-11-01")))


def test_the_board_keeps_what_was_stopped_and_names_what_has_no_status():
    words = words_of(actions_html(action(status="stopped"), action(id="a2", status="")))
    assert "Stopped" in words
    assert "Status not given: 1" in words


def test_one_turn_is_the_sum_of_its_stages():
    stages = [Stage(stage=name, what="…", days=days) for name, days in zip(
        STAGES, (34, 21, 50, 90), strict=True)]  # fmt: skip
    words = words_of(Continuum(subject="It", stages=stages).picture(lang="it").html)
    assert "un giro 195 giorni" in words


def test_with_a_stage_nobody_counted_a_turn_takes_at_least_the_rest():
    words = words_of(Continuum(stages=[Stage(stage="use", days=90)]).picture().html)
    assert "at least 90 days" in words


def test_a_turn_that_takes_no_time_can_be_drawn():
    Markup(Continuum(stages=[Stage(stage="use", days=0)]).picture().html)


def test_a_per_cent_sign_stands_by_every_figure_of_a_gap():
    def words(unit):
        one = Gap(id="g1", name="Rung first", unit=unit, before=36, now=31, target=80)
        return words_of(Malma(cycle=1, map=2, gaps=[one]).picture(lang="en").html)

    assert all(figure in words("%") for figure in ("36%", "31%", "80%"))
    assert "36%" not in words("points")
    assert "points" in words("points")
