"""Checks of the improvement loops, and where a loop stands in its turn."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.embed import Improvement, Loop
from cxkit.embed.check_improvement import PACE, SLOWEST
from cxkit.embed.turns import stage_of
from tests.embed.answers import JOURNEY, TODAY, found, heard, loop, loops, turned

DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_an_empty_answer_is_left_in_peace():
    assert found(Improvement()) == {}


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("loop-deaf", loop(posts=["gone"]), loop()),
        ("no-cadence", loop(cadence=""), loop()),
        ("nobody-decides", loop(decides=""), loop()),
        ("nobody-decides", loop(decides="Tutti insieme"), loop(decides="Anna, tutti i lunedì")),
        ("decides-far", loop(decides="Comitato qualità"), loop()),
        ("nobody-looks", loop(looks="Da definire"), loop()),
        ("nobody-tells", loop(tells=""), loop()),
        ("no-remit", loop(remit=""), loop()),
        ("expected-missing", loop(expected=""), loop()),
        ("expected-vague", loop(expected="Meno coda"), loop()),
        ("no-check", loop(check_by=None), loop()),
        ("check-before", loop(check_by=date(2026, 10, 1)), loop()),
        ("trial-long", loop(check_by=date(2027, 6, 1)), loop()),
        ("learned-missing", loop(check_by=TODAY), loop()),
        ("learned-verdict", turned(learned="Ha funzionato, molto bene"), turned()),
        ("no-outcome", turned(outcome=""), turned()),
        ("no-standard", turned(standard=""), turned()),
        ("loop-closed", turned(), turned(learned="parola " * 300)),
        ("loop-closed", turned(), turned(tells="")),
        ("dropped-wisely", turned(outcome="drop"), turned(outcome="adapt")),
    ],
)
def test_a_loop(key, fires, silent):
    assert key in found(loops(fires), heard("weekly"))
    assert key not in found(loops(silent), heard("weekly"))


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("nothing-tried", [loop(tries="")], [loop()]),
        ("all-plan", [loop(since=None), loop(id="n", since=None)],
         [loop(since=None), loop(id="n")]),
        ("no-act", [loop(id=f"l{n}") for n in range(3)],
         [loop(), loop(id="m"), turned(id="n")]),
        ("never-wrong", [turned(id=f"l{n}") for n in range(3)],
         [turned(), turned(id="m"), turned(id="n", outcome="drop")]),
        ("lesson-stays", [turned()], [turned(standard="", outcome="drop")]),
        ("digital-open", [loop(touchpoints=["site"])], [loop(touchpoints=["site", "app"])]),
        ("digital-covered", [loop(touchpoints=["site", "app"])], [loop(touchpoints=["site"])]),
        ("moment-open", [loop(touchpoints=["site"])], [loop(touchpoints=["desk"])]),
        ("stores-open", [loop(covers=1)], [loop(covers=2), loop(id="n", covers=1)]),
    ],
)  # fmt: skip
def test_loops_together(key, fires, silent):
    assert key in found(loops(*fires), JOURNEY)
    assert key not in found(loops(*silent), JOURNEY)


@pytest.mark.parametrize("signal", SLOWEST)
def test_a_loop_may_not_be_slower_than_its_signal(signal):
    late = {
        cadence
        for cadence in PACE
        if "too-slow" in found(loops(loop(cadence=cadence)), heard(signal))
    }
    assert late == {cadence for cadence in PACE if PACE[cadence] > PACE[SLOWEST[signal]]}


@pytest.mark.parametrize(
    ("given_loop", "stage"),
    [
        (loop(tries=""), "idle"),
        (loop(since=None), "plan"),
        (loop(since=date(2026, 12, 1)), "plan"),
        (loop(), "do"),
        (loop(check_by=TODAY), "check"),
        (turned(outcome=""), "check"),
        (turned(), "act"),
    ],
)
def test_a_loop_stands_where_its_dates_say(given_loop, stage):
    assert stage_of(given_loop, TODAY) == stage


@given(st.builds(Loop, tries=st.sampled_from(["", "Un cartello"]), since=DAYS, check_by=DAYS,
                 learned=st.sampled_from(["", "12 su 40"]),
                 outcome=st.sampled_from(["", "adopt", "drop"])))  # fmt: skip
def test_days_that_pass_never_turn_a_loop_back(one):
    order = ("idle", "plan", "do", "check", "act")
    stages = [order.index(stage_of(one, date(2026, month, 1))) for month in range(1, 13)]
    assert stages == sorted(stages)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("decides-far", loops(loop(decides="The board"))),
        ("nobody-decides", loops(loop(decides="Everybody"))),
        ("learned-verdict", loops(turned(learned="It worked"))),
    ],
)
def test_english_words_are_known_too(key, answer):
    assert key in found(answer, lang="en")
