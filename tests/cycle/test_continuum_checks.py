"""What the checks of the continuum find, and what they leave alone."""

import pytest

from cxkit.core.wording import wording_of
from cxkit.cycle import Continuum, Jump, Stage
from cxkit.cycle.checks import check_continuum
from cxkit.cycle.model import STAGES
from tests.cycle.cases import around

WHOLE = {"what": "Calls end up in a log", "evidence": "Log of 5 October", "owner": "Anna",
         "days": 30, "posts": ["lp1"], "actions": ["a1"]}  # fmt: skip


def stages(**changed):
    """The four stages, whole; `changed` gives other fields to some of them."""
    return [
        Stage(id=f"stage-{name}", stage=name, **{**WHOLE, **changed.get(name, {})})
        for name in STAGES
    ]


def jump(**fields):
    given = {"id": "j1", "moment": "Four days of silence", "stage": "use", "touchpoint": "t1",
             "rival": "An online bank", "sign": "60 days without a salary", "post": "lp1",
             "days": 200, "back": "A person calls and puts it right", "action": "a1"}  # fmt: skip
    return Jump(**{**given, **fields})


def turn(*jumps, **changed):
    return Continuum(subject="The account", stages=stages(**changed), jumps=jumps or (jump(),))


def keys(answer, lang="en"):
    return {advice.key for advice in check_continuum(answer, around(answer, lang=lang))}


CASES = {
    "stage-empty": turn(use={"what": ""}),
    "stage-nobody": turn(use={"owner": "Everybody"}),
    "stage-hearsay": turn(use={"evidence": "From experience"}),
    "stage-unproved": turn(use={"evidence": ""}),
    "feedback-unposted": turn(feedback={"posts": []}),
    "revision-unplanned": turn(revision={"actions": []}),
    "days-missing": turn(insight={"days": None}),
    "loop-slow": turn(revision={"days": 300}),
    "bottleneck": turn(insight={"days": 120}),
    "jump-is-faster": turn(jump(days=10)),
    "good-loop": turn(),
    "jump-nowhere": turn(jump(touchpoint="")),
    "jump-unsigned": turn(jump(sign="")),
    "sign-spoken": turn(jump(sign="Complaints about it")),
    "sign-unheard": turn(jump(post="")),
    "rival-nobody": turn(jump(rival="The competition")),
    "bought-back": turn(jump(back="A voucher of ten euros")),
    "back-unplanned": turn(jump(action="")),
    "no-jump": Continuum(stages=stages()),
    "good-jump": turn(),
}


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(CASES[key])


def test_every_advice_in_the_wording_has_a_case():
    assert CASES.keys() == wording_of("continuum").advice.keys()


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("key", CASES)
def test_every_advice_can_be_said(key, lang):
    answer = CASES[key]
    for advice in check_continuum(answer, around(answer)):
        words = advice.worded("continuum", lang)
        assert "{" not in words.says + words.why + words.next


def test_an_empty_answer_gets_no_advice():
    assert keys(Continuum()) == set()


def test_a_whole_turn_is_praised_and_left_alone():
    assert keys(turn()) == {"good-loop", "good-jump"}


def test_a_gesture_after_mending_is_no_purchase():
    both = "A person calls, says what happened, then sends a voucher"
    assert "bought-back" not in keys(turn(jump(back=both)))


def test_a_sign_in_behaviour_may_also_be_told():
    both = "Logins stop, and some complain"
    assert "sign-spoken" not in keys(turn(jump(sign=both)))


def test_use_takes_the_time_it_takes():
    assert "bottleneck" not in keys(turn(use={"days": 200}))


def test_italian_signs_are_read_in_italian():
    assert "sign-spoken" in keys(turn(jump(sign="Reclami al servizio clienti")), lang="it")
    assert "sign-spoken" not in keys(turn(jump(sign="Non torna per 60 giorni")), lang="it")
