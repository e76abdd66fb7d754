"""Pictures of chapter 9: escaped, well formed, the same each time, useful when empty."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from tests.embed.answers import (
    JOURNEY,
    STEPS,
    TODAY,
    VALUES,
    audience,
    criterion,
    hiring,
    loop,
    loops,
    meets,
    message,
    plan,
    question,
    turned,
    welcome,
)
from tests.markup import Markup, assert_only_text, assert_steady, words_of
from tests.texts import HOSTILE, NASTY

LANGS = st.sampled_from(["it", "en"])
DAYS = st.none() | st.dates()
PLANS = st.builds(
    lambda texts, days, name: plan(
        *[message(id=f"m{n}", text=text[:200], reason=text, first=day)
          for n, (text, day) in enumerate(zip(texts, days, strict=False))],
        audiences=[audience(name=name)],
    ),
    st.lists(NASTY, max_size=4), st.lists(DAYS, max_size=4), NASTY,
)  # fmt: skip
LOOPS = st.lists(
    st.builds(loop, id=st.uuids().map(str), name=NASTY, learned=NASTY, since=DAYS, check_by=DAYS),
    max_size=4,
).map(lambda given_loops: loops(*given_loops))


def full(text):
    spoken = {"text": text, "reason": text, "sender": text, "feedback": text}
    roles = {"looks": text, "decides": text, "tells": text, "remit": text}
    return (
        plan(message(**spoken), audiences=[audience(name=text, reached=[text[:60]])],
             always=text, guard=text),
        hiring(criterion(question(text, listen_for=text), name=text, steps=(text, *STEPS[1:])),
               trial=text, interviewers=[meets(who=text, looks_at=text)],
               onboarding=[welcome(what=text, who=text)]),
        loops(loop(name=text, tries=text, expected=text, learned=text, **roles), spread=text),
    )  # fmt: skip


def drawn(answers, lang="it", others=(VALUES, JOURNEY)):
    known = {one.exercise: one for one in (*answers, *others)}
    context = Context(lang, "it", TODAY, known)
    return [find_exercise(one.exercise).draw(one, context) for one in answers]


def words(*answers, lang="it", others=(VALUES, JOURNEY)):
    return words_of(drawn(answers, lang, others)[0].html)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_hostile_text_stays_text(text, lang):
    for picture in drawn(full(text), lang):
        assert_only_text(picture, text)


@settings(max_examples=40, deadline=None)
@given(PLANS, LOOPS, LANGS, LANGS)
def test_any_answer_draws_well_formed_markup_that_does_not_change(plans, loops, lang, written):
    assert_steady([plans, loops], lang, written)


def test_the_calendar_holds_numbers_and_names_who_hears_nothing():
    night = audience(id="night", name="Turno di notte", reached=["Alle 22"])
    said = words(plan(message(frequency="monthly"), audiences=[audience(), night]))
    assert "1 1 1 1 1 1 1 1 1 1 1 1 12" in said
    assert "0 0 0 0 0 0 0 0 0 0 0 0 0" in said
    assert "Non raggiunti da nessun messaggio Turno di notte" in said
    assert "Alle 22" in said


def test_the_calendar_is_a_table_with_headings():
    (picture,) = drawn([plan(message())])
    heads = [value for name, value in Markup(picture.html).attributes if name == "scope"]
    assert heads.count("col") == 14
    assert heads.count("row") == 1


def test_messages_without_a_place_on_the_calendar_are_counted():
    said = words(plan(message(), message(id="n", first=None)), lang="en")
    assert "Messages without a place on the calendar: 1" in said
    assert "without a place" not in words(plan(message()), lang="en")


def test_a_behaviour_to_stop_says_so():
    said = words(plan(message(behaviours=["write", "arrive"])))
    assert "Smettere: Parla sopra chi aspetta" in said
    assert "Smettere: Scrive" not in said


def test_the_scorecard_has_five_steps_to_tick_and_names_the_open_ones():
    said = words(hiring(criterion(steps=STEPS[:4])))
    assert (
        "0 Aspetta 1 Lo dice se chiamato 2 Avvisa in tempo 3 Chiama prima 4 Da descrivere" in said
    )
    assert "Candidata o candidato" in said


def test_the_first_weeks_stand_in_the_order_of_their_days():
    said = words(hiring(onboarding=[welcome(day=30, what="Dopo"), welcome(day=1, what="Prima"),
                                    welcome(day=None, what="Mai")]))  # fmt: skip
    assert said.index("Prima") < said.index("Dopo") < said.index("Mai")


def test_the_loops_say_their_state_and_the_places_without_one():
    answer = loops(turned(), loop(id="n", check_by=date(2026, 11, 20)), stores=11)
    said = words(answer, lang="en")
    assert "Turn closed" in said
    assert "Check is due" in said
    assert "Places with a loop 6 of 11" in said
    assert "Digital touchpoints 0 of 2 Without a loop: Il sito" in said


def test_more_places_than_there_are_do_not_break_the_bar():
    (picture,) = drawn([loops(loop(covers=50), stores=3)])
    assert 'width="100.0"' in picture.html
