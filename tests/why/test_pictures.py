"""Pictures of episodes, laws and gate: escaped, well formed, honest, useful when empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.exercise import find_exercise
from cxkit.why import Episode, Episodes, Fix, LawReading, Readiness, SixLaws
from tests.markup import assert_safe, assert_steady, words_of
from tests.texts import HOSTILE, NASTY
from tests.why.cases import conditions, episode, laws

AMOUNT = st.none() | st.floats(0, 1e9)
EPISODE = st.builds(
    Episode,
    title=NASTY,
    place=st.sampled_from(["", "ours", "elsewhere"]),
    promised=NASTY,
    happened=NASTY,
    moment=NASTY,
    causes=st.lists(st.sampled_from(["rule", "silo", "information", "promise"]), max_size=4),
    ending=st.sampled_from(["", "stays", "complains", "leaves", "silent"]),
    per_year=st.none() | st.floats(0, 1e4),
    value=AMOUNT,
    margin=st.none() | st.floats(0, 100),
    years=st.none() | st.floats(0, 60),
    told=st.none() | st.floats(0, 1e4),
    heeded=st.none() | st.floats(0, 1e4),
    recovery_cost=AMOUNT,
)
LEVEL = st.none() | st.integers(0, 4)
ANSWERS = st.one_of(
    st.builds(Episodes, episodes=st.lists(EPISODE, max_size=3), pattern=NASTY),
    st.builds(SixLaws, reaction=LEVEL, engaged=LEVEL, measured=LEVEL, measured_evidence=NASTY),
    st.builds(
        Readiness,
        priority=LEVEL,
        listening=LEVEL,
        silos=LEVEL,
        silos_evidence=NASTY,
        sponsor=NASTY,
        fixes=st.lists(st.builds(Fix, what=NASTY, owner=NASTY), max_size=2),
    ),
)
LANGS = st.sampled_from(["it", "en"])


@settings(max_examples=80, deadline=None)
@given(ANSWERS, LANGS, LANGS)
def test_any_answer_draws_well_formed_markup_that_does_not_change(answer, lang, written):
    assert_steady([answer], lang, written)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    episodes = Episodes(episodes=[episode(title=text, cause=text, feeling=text)], pattern=text)
    reading = LawReading(id="r1", episode="e1", laws=["engaged"])
    six = SixLaws(**laws(engaged_evidence=text, engaged_change=text), readings=[reading])
    ready = Readiness(
        **conditions(budget_evidence=text), sponsor=text, fixes=[Fix(what=text, owner=text)]
    )
    for picture in (episodes.picture(), six.picture(episodes), ready.picture()):
        assert_safe(picture.html)
        assert words_of(picture.html).count(" ".join(text.split())) >= 3


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("model", [Episodes, SixLaws, Readiness])
def test_an_empty_answer_says_what_will_come(model, lang):
    picture = model().picture(lang=lang)
    empty = find_exercise(model.exercise).wording.picture["empty"].in_(lang)
    assert empty in words_of(picture.html)
    assert f'lang="{lang}"' in picture.html
    assert picture.description in words_of(picture.html)


def test_the_sum_shows_its_formula_and_its_limits():
    words = words_of(Episodes(episodes=[episode(told=4, heeded=1)]).picture(lang="it").html)
    assert "circa 900 €" in words
    assert "10 acquisti all’anno × 60 € × 30% di margine × 5 anni" in words
    assert "(1 su 4): circa 1.800 €" in words
    assert "ordine di grandezza" in words


@pytest.mark.parametrize(
    ("currency", "lang", "sum_", "each"),
    [
        ("", "it", "900 €", "60 €"),
        ("EUR", "en", "€900", "€60"),
        ("GBP", "en", "£900", "£60"),
        ("GBP", "it", "900 £", "60 £"),
        ("CHF", "en", "CHF 900", "CHF 60"),
    ],
)
def test_sums_are_in_the_chosen_currency(currency, lang, sum_, each):
    answer = Episodes(episodes=(episode(recovery_cost=5),), currency=currency)
    drawn = words_of(answer.picture(lang=lang).html)
    told = words_of(answer.checks(lang=lang)._repr_html_())
    assert sum_ in drawn
    assert f"× {each} ×" in drawn
    assert sum_ in told
    assert currency in ("", "EUR") or "€" not in drawn + told


def test_without_a_margin_the_figure_is_called_revenue():
    words = words_of(Episodes(episodes=[episode(margin=None)]).picture().html)
    assert "about €3,000" in words
    assert "Revenue, not earnings" in words


def test_a_missing_factor_leaves_no_figure():
    assert "€" not in words_of(Episodes(episodes=[episode(years=None)]).picture().html)


def test_causes_count_only_what_ended_badly():
    stories = [episode(), episode(id="e2", causes=("rule", "silo")),
               episode(id="e3", causes=("rule",), ending="stays")]  # fmt: skip
    words = words_of(Episodes(episodes=stories).picture().html)
    assert "A rule or a procedure 2 of 2" in words
    assert "A wall between offices or companies 1 of 2" in words


def test_the_two_weakest_laws_are_named_once_all_are_rated():
    whole = SixLaws(**laws(3, measured=1, engaged=0)).picture(lang="en")
    assert "4 · People who are not engaged engage nobody; 5 ·" in whole.description
    part = SixLaws(measured=0, engaged=1).picture(lang="en")
    assert "once all are rated" in part.description
    assert "one of the two weakest" not in words_of(part.html)


def test_a_tie_is_admitted():
    words = words_of(SixLaws(**laws(2, authentic=0)).picture(lang="en").html)
    assert "The same rating goes to: 2 · People start from themselves; 3 ·" in words
    clear = SixLaws(**laws(4, measured=0, engaged=1)).picture(lang="en")
    assert "The same rating" not in words_of(clear.html)


def test_a_law_shows_the_episodes_that_tell_of_it():
    episodes = Episodes(episodes=[episode()])
    reading = LawReading(id="r1", episode="e1", laws=["engaged"])
    six = SixLaws(**laws(), readings=[reading])
    assert "Told by The ticket" in words_of(six.picture(episodes).html)
    assert "Told by" not in words_of(six.picture().html), "a deleted episode tells nothing"


@pytest.mark.parametrize(
    ("fields", "outcome", "reason"),
    [
        (conditions(), "Ready.", "All conditions are met"),
        (conditions(roles=2), "Fix first.", "Roles are clear: 2 of 4, 3 is needed."),
        (conditions(budget_evidence=""), "Fix first.", "There is a budget: 4 of 4 without"),
        (conditions(priority=1), "Do not start.", "For the company it is not a priority."),
        (conditions(budget=None), "Not decided yet.", "Still missing: 1."),
    ],
)
def test_the_gate_says_its_outcome_and_why(fields, outcome, reason):
    picture = Readiness(**fields).picture(lang="en")
    assert f"Outcome: {outcome}" in picture.description
    assert f"Ready to start? {outcome}" in words_of(picture.html)
    assert reason in words_of(picture.html)


def test_a_level_is_said_in_words_as_well_as_drawn():
    html = Readiness(**conditions(3)).picture(lang="it").html
    assert 'aria-label="3 su 4, serve 2"' in html
