"""What the checks of the journey map find, and what they leave alone."""

import pytest

from cxkit.core.context import Context
from cxkit.core.wording import wording_of
from cxkit.journey import Blueprint, Journey, Line, Phase, Touchpoint
from cxkit.journey.checks import check_journey
from tests.journey import cases

P = (Phase(id="p", name="Only phase"),)


def keys(journey, *others, lang="en"):
    return {advice.key for advice in check_journey(journey, Context.of(*others, lang=lang))}


def journey(*points, **fields):
    fields.setdefault("phases", P)
    return Journey(title="A trip", touchpoints=tuple(points), **fields)


def points(*emotions, **fields):
    return [
        Touchpoint(id=f"t{n}", name=f"Step {n}", phase="p", emotion=emotion, **fields)
        for n, emotion in enumerate(emotions)
    ]


CASES = {
    "phase-without-touchpoint": journey(),
    "touchpoint-without-phase": journey(Touchpoint(name="Lost")),
    "no-persona": journey(),
    "no-action": journey(Touchpoint(name="Calls", phase="p")),
    "company-eye": journey(Touchpoint(name="Onboarding", phase="p")),
    "company-acts": journey(Touchpoint(name="Mail", action="We send a mail", phase="p")),
    "need-copied": journey(Touchpoint(need="An answer.", expectation="an  answer")),
    "copied-along": journey(*points(1, 2, 3, pain="Waiting")),
    "all-assumed": journey(*points(1, 2, 3, 1, evidence="assumed")),
    "emotion-missing": journey(*points(1, None)),
    "emotion-flat": journey(*points(1, 1, 2, 1)),
    "emotion-no-low": journey(*points(0, 1, 3, 1)),
    "low-without-quote": journey(*points(-2)),
    "lowest-without-opportunity": journey(*points(-1)),
    "no-moment": journey(*points(1, 1, 1, 1)),
    "too-many-moments": journey(*points(1, 1, 1, 1, moment_of_truth=True)),
    "moment-without-need": journey(Touchpoint(moment_of_truth=True)),
    "channel-break": journey(
        Touchpoint(channels=("web",)), Touchpoint(channels=("branch",), consistency=1)
    ),
    "channel-unknown": journey(Touchpoint(channels=("web",)), Touchpoint(channels=("branch",))),
    "lone-channel": journey(
        Touchpoint(channels=("web",)), Touchpoint(channels=("post",)), Touchpoint(channels=("web",))
    ),
    "good-curve": journey(*points(-2, 0, 2, 1)),
    "good-lows": journey(*points(-2, quote="Where is it?", opportunity="Tell them")),
    "good-moments": journey(
        *points(0, 0, 0), Touchpoint(phase="p", moment_of_truth=True, need="To be believed")
    ),
    "good-evidence": journey(*points(1, 1, evidence="told"), *points(1, 1)),
}


@pytest.mark.parametrize("key", CASES)
def test_the_check_finds_it(key):
    assert key in keys(CASES[key])


def test_every_advice_in_the_wording_has_a_case():
    assert {*CASES, "moment-without-owner"} == set(wording_of("journey-map").advice)


@pytest.mark.parametrize("lang", ["it", "en"])
def test_every_advice_can_be_said(lang):
    for case in CASES.values():
        for advice in case.checks(lang=lang):
            assert advice.says
            assert "{" not in advice.says + advice.why + advice.next


def test_an_empty_map_gets_no_advice():
    assert not keys(Journey())


def test_a_moment_of_truth_needs_somebody_who_answers_for_it_once_a_blueprint_is_begun():
    point = Touchpoint(id="t", need="x", moment_of_truth=True)
    owned = Blueprint(lines=(Line(touchpoint="t", owner="Station manager"),))
    unowned = Blueprint(lines=(Line(touchpoint="t", department="Station"),))
    assert "moment-without-owner" in keys(journey(point), unowned)
    assert "moment-without-owner" not in keys(journey(point), owned)
    assert "moment-without-owner" not in keys(journey(point), Blueprint())
    assert "moment-without-owner" not in keys(journey(point))


def test_two_or_three_moments_of_truth_are_not_too_many_in_a_short_journey():
    moments = [Touchpoint(phase="p", moment_of_truth=True, need="To be believed")] * 3
    assert "too-many-moments" not in keys(journey(*moments, *points(0, 0, 0, 0)))
    assert "too-many-moments" in keys(journey(*moments, moments[0], *points(0, 0, 0, 0)))


def test_a_moment_without_need_is_a_problem_and_says_where():
    [advice] = [
        a
        for a in check_journey(journey(Touchpoint(id="t", moment_of_truth=True)), Context())
        if a.key == "moment-without-need"
    ]
    assert advice.severity == "problem"
    assert advice.where == ("touchpoints", "t", "need")


def test_a_journey_on_one_channel_has_no_break():
    same = Touchpoint(channels=("web", "chat"))
    assert not {"channel-break", "channel-unknown"} & keys(journey(same, same))


def test_continuity_that_holds_is_no_break():
    after = Touchpoint(channels=("branch",), consistency=3)
    found = keys(journey(Touchpoint(channels=("web",)), after))
    assert not {"channel-break", "channel-unknown"} & found


def test_jargon_is_known_in_the_language_people_write():
    italian = journey(Touchpoint(name="Istruttoria del mutuo", action="Inviamo una mail"))
    assert {"company-eye", "company-acts"} <= keys(italian, lang="it")
    assert "company-eye" not in keys(italian, lang="en")


def test_an_ordinary_name_is_no_jargon():
    plain = journey(Touchpoint(name="Signing at the counter", action="Weighs both offers"))
    assert not {"company-eye", "company-acts"} & keys(plain)


def test_length_alone_earns_no_praise():
    padded = "word " * 700
    long = journey(
        *points(1, 1, 1, 1, 1, action=padded, need=padded, expectation=padded, pain=padded)
    )
    found = {a.severity for a in check_journey(long, Context())}
    assert "good" not in found
    assert {"need-copied", "copied-along", "emotion-flat"} <= keys(long)


def test_the_bank_is_praised_for_its_honest_curve_and_warned_of_its_break():
    found = keys(cases.bank(), lang="it")
    assert {"good-curve", "good-lows", "good-moments", "channel-break"} <= found
    assert not {"emotion-flat", "company-eye", "moment-without-need"} & found
