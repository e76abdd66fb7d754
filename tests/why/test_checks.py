"""Checks of episodes, laws and readiness: each fires where it should and is silent elsewhere."""

from datetime import date

import pytest

from cxkit.core.context import Context
from cxkit.why import Episode, Episodes, Fix, LawReading, Readiness, SixLaws
from cxkit.why.checks import check_readiness
from tests.why.cases import conditions, episode, laws


def keys(answer, *others, lang="en"):
    return {advice.key for advice in answer.checks(*others, lang=lang)}


def told(lang="en", **changes):
    return keys(Episodes(episodes=[episode(**changes)]), lang=lang)


@pytest.mark.parametrize(
    ("lang", "happened"),
    [
        ("en", "On 9 March she rang three times; each time somebody promised to pass it on."),
        ("it", "Il 9 marzo ha chiamato tre volte; ogni volta qualcuno ha promesso di riferire."),
    ],
)
def test_what_happened_on_one_day_is_an_episode_whatever_came_back_in_it(lang, happened):
    assert "not-an-episode" not in told(lang, happened=happened)


@pytest.mark.parametrize("answer", [Episodes(), SixLaws(), Readiness()])
def test_an_empty_answer_is_left_in_peace(answer):
    assert keys(answer) == set()


@pytest.mark.parametrize(
    ("key", "fires", "lang"),
    [
        ("not-an-episode", {"happened": "Usually people wait"}, "en"),
        ("not-an-episode", {"happened": "Di solito si aspetta"}, "it"),
        ("expected-missing", {"expected": " "}, "en"),
        ("expected-again", {"expected": "a changeable TICKET"}, "en"),
        ("feeling-verdict", {"feeling": "Dissatisfied."}, "en"),
        ("feeling-verdict", {"feeling": "Insoddisfatta"}, "it"),
        ("ending-missing", {"ending": ""}, "en"),
        ("blames-people", {"cause": "The clerk was rude"}, "en"),
        ("blames-people", {"cause": "Personale svogliato"}, "it"),
        ("cause-missing", {"cause": ""}, "en"),
        ("cause-missing", {"causes": ()}, "en"),
        ("cost-open", {"years": None}, "en"),
        ("cost-revenue", {"margin": None}, "en"),
        ("years-far", {"years": 11}, "en"),
        ("heeded-more", {"told": 2, "heeded": 3}, "en"),
        ("heeded-all", {"told": 3, "heeded": 3}, "en"),
        ("recovery-missing", {"recovery": ""}, "en"),
        ("recovery-vague", {"recovery": "Pay attention to people"}, "en"),
        ("recovery-vague", {"recovery": "Più attenzione"}, "it"),
        ("recovery-worth", {"recovery_cost": 5}, "en"),
        ("recovery-dear", {"recovery_cost": 5000}, "en"),
        ("none-of-ours", {"place": "elsewhere"}, "en"),
    ],
)
def test_an_episode_is_checked(key, fires, lang):
    assert key in told(lang, **fires)
    assert key not in told(lang)


def test_a_feeling_in_own_words_is_no_verdict():
    assert "feeling-verdict" not in told(feeling="Not happy, more like invisible")


def test_an_episode_without_a_title_goes_by_its_number():
    [advice] = [
        a for a in Episodes(episodes=[Episode(place="ours", ending="silent")]).checks(lang="en")
        if a.key == "silent"
    ]  # fmt: skip
    assert "“n. 1”" in advice.says


def test_who_leaves_in_silence_is_pointed_out_in_our_company_only():
    assert "silent" in told()
    assert "silent" not in told(place="elsewhere")


def test_a_sum_is_asked_for_by_the_name_of_the_episode_and_never_of_another_company():
    nothing = {"per_year": None, "value": None, "margin": None, "years": None}
    assert "cost-open" in told(**nothing)
    assert "cost-open" not in told(place="elsewhere", **nothing)
    assert "cost-open" in told(place="elsewhere", years=None)


def test_a_traced_episode_is_praised_and_length_alone_is_not():
    assert "traced" in told()
    for spoiled in ({"happened": "It always happens"}, {"cause": "Lazy staff"}, {"years": None}):
        assert "traced" not in told(**spoiled)
    filler = "lorem ipsum dolor sit amet consectetur adipiscing elit " * 9
    long = Episode(
        promised=filler[:200], expected=filler, happened=filler, cause=filler, recovery=filler
    )
    advice = Episodes(episodes=[long], pattern=filler).checks(lang="en")
    assert not [one for one in advice if one.severity == "good"]


def test_a_shared_cause_asks_for_its_sentence():
    both = [episode(), episode(id="e2", causes=("rule", "silo"))]
    assert "pattern-there" in keys(Episodes(episodes=both))
    assert "pattern-there" not in keys(Episodes(episodes=both, pattern="Rules without a reason"))
    other = [episode(), episode(id="e2", causes=("silo",))]
    assert "pattern-there" not in keys(Episodes(episodes=other))


def test_a_conclusion_needs_episodes_and_one_that_went_well():
    assert "pattern-from-nothing" in keys(Episodes(pattern="All is slow"))
    both = [episode(), episode(id="e2")]
    assert "none-went-well" in keys(Episodes(episodes=both))
    well = [*both, episode(id="e3", ending="stays")]
    assert "none-went-well" not in keys(Episodes(episodes=well))


def test_an_episode_that_went_well_needs_no_recovery():
    well = told(ending="stays", recovery="", causes=(), cause="")
    assert not {"recovery-missing", "cause-missing"} & well


PROOF = {"measured_evidence": "Target sheets of 2026", "measured_change": "Count working accounts"}


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("unrated", laws(measured=None), laws()),
        ("all-alike", laws(2), laws(2, measured=1)),
        ("no-weak-law", laws(3, measured=4), laws(3, measured=2)),
        ("high-unproved", laws(measured=3), laws(measured=3, measured_evidence="On 3 May")),
        (
            "evidence-opinion",
            laws(measured_evidence="We believe so"),
            laws(measured_evidence="We believe so: 12 interviews"),
        ),
        (
            "change-is-talk",
            laws(measured_change="An awareness campaign"),
            laws(measured_change="A new target"),
        ),
        (
            "change-is-talk",
            laws(authentic_change="Put up a poster"),
            laws(authentic_change="Take the poster down until the promise is kept"),
        ),
        (
            "blames-people",
            laws(engaged_evidence="Lazy staff"),
            laws(engaged_evidence="No answer to 43 reports"),
        ),
        ("weak-unchanged", laws(measured=1), laws(measured=1, reaction=1, measured_change="A",
                                                   reaction_change="B")),
    ],
)  # fmt: skip
def test_a_law_is_checked(key, fires, silent):
    assert key in keys(SixLaws(**fires))
    assert key not in keys(SixLaws(**silent))


def test_the_two_weakest_are_praised_with_fact_and_change():
    whole = laws(measured=1, reaction=1, **PROOF)
    assert "weakest-clear" not in keys(SixLaws(**whole))
    second = {"reaction_evidence": "30 minutes for anyone", "reaction_change": "Two kinds"}
    assert "weakest-clear" in keys(SixLaws(**whole, **second))
    talk = {**second, "reaction_change": "A poster"}
    assert "weakest-clear" not in keys(SixLaws(**whole, **talk))


def test_weakest_breaks_ties_by_the_episodes_and_then_by_order():
    assert SixLaws().weakest() == ("", "")
    assert SixLaws(engaged=2).weakest() == ("engaged", "")
    assert SixLaws(**laws(2, authentic=0)).weakest() == ("authentic", "reaction")
    readings = [LawReading(id="r1", episode="e1", laws=["engaged"])]
    assert SixLaws(**laws(2), readings=readings).weakest() == ("engaged", "reaction")


def test_episodes_have_to_be_read_with_the_laws():
    episodes = Episodes(episodes=[episode(), episode(id="e2", title="Another")])
    assert "no-episodes" in keys(SixLaws(**laws()))
    assert "episodes-unread" in keys(SixLaws(**laws()), episodes)
    one = LawReading(id="r1", episode="e1", laws=["engaged"])
    some = keys(SixLaws(**laws(), readings=[one]), episodes)
    assert not {"no-episodes", "episodes-unread", "episodes-read"} & some
    two = LawReading(id="r2", episode="e2", laws=["measured"])
    assert "episodes-read" in keys(SixLaws(**laws(), readings=[one, two]), episodes)


@pytest.mark.parametrize(
    ("level", "place", "ending", "contradicted"),
    [
        (3, "ours", "silent", True),
        (2, "ours", "silent", False),
        (3, "elsewhere", "silent", False),
        (3, "ours", "stays", False),
    ],
)
def test_a_high_law_is_held_against_our_own_episodes(level, place, ending, contradicted):
    episodes = Episodes(episodes=[episode(place=place, ending=ending)])
    reading = LawReading(id="r1", episode="e1", laws=["engaged"])
    answer = SixLaws(**laws(engaged=level), readings=[reading])
    assert ("law-contradicted" in keys(answer, episodes)) == contradicted


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("stop-not-a-priority", conditions(priority=1), conditions(priority=2)),
        (
            "stop-words-only",
            conditions(listening=1, improvement=0, silos=1),
            conditions(listening=1, improvement=0, silos=2),
        ),
        ("still-open", conditions(budget=None), conditions()),
        ("fix-first", conditions(roles=2), conditions(roles=3)),
        ("ready", conditions(3), conditions(3, budget=0)),
        ("unproved", conditions(budget_evidence=""), conditions(budget=1, budget_evidence="")),
        (
            "words-not-acts",
            conditions(budget_evidence="The director said it will come"),
            conditions(budget_evidence="The director said it; decided on 3 May"),
        ),
        ("raters-missing", conditions(), conditions(raters=["customers"])),
        (
            "raters-above",
            conditions(raters=["leaders", "managers"]),
            conditions(raters=["leaders", "front-line"]),
        ),
        (
            "raters-mixed",
            conditions(raters=["leaders", "customers"]),
            conditions(raters=["leaders"]),
        ),
        ("all-top", conditions(4), conditions(4, budget=3)),
        ("sponsor-missing", conditions(), conditions(sponsor="Anna Neri, general manager")),
        (
            "sponsor-nobody",
            conditions(sponsor="The committee"),
            conditions(sponsor="Anna Neri, chair of the committee"),
        ),
        ("review-missing", conditions(roles=2), conditions(roles=2, review="2099-01-01")),
        ("review-past", conditions(review="2020-01-01"), conditions(review="2099-01-01")),
    ],
)  # fmt: skip
def test_readiness_is_checked(key, fires, silent):
    assert key in keys(Readiness(**fires))
    assert key not in keys(Readiness(**silent))


def test_a_stop_is_a_problem_and_a_fix_is_not():
    def severities(**fields):
        return {one.severity for one in Readiness(**conditions(**fields)).checks(lang="en")}

    assert "problem" in severities(priority=0)
    assert "problem" not in severities(roles=0)


FIX = {"condition": "roles", "what": "Power to spend", "owner": "Anna Neri", "due": "2026-05-01"}


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("fix-missing", {"condition": "budget"}),
        ("fix-unowned", {"owner": ""}),
        ("fix-unowned", {"owner": "Everybody"}),
        ("fix-undated", {"due": None}),
        ("fix-is-talk", {"what": "A poster campaign"}),
    ],
)
def test_a_remedy_is_an_act_with_a_name_and_a_date(key, changes):
    sound = keys(Readiness(**conditions(roles=1), fixes=[Fix(**FIX)]))
    assert key not in sound
    assert "fixes-sound" in sound
    found = keys(Readiness(**conditions(roles=1), fixes=[Fix(**{**FIX, **changes})]))
    assert key in found


def test_the_day_decides_whether_the_review_is_due():
    answer = Readiness(**conditions(review="2026-05-01"))
    for today, past in ((date(2026, 5, 1), False), (date(2026, 5, 2), True)):
        found = check_readiness(answer, Context(today=today))
        assert ("review-past" in {one.key for one in found}) == past


def test_advice_points_at_the_field_it_is_about():
    answer = Episodes(episodes=[episode(cause="Lazy staff")])
    [advice] = [one for one in answer.checks(lang="en") if one.key == "blames-people"]
    assert advice.where == ("episodes", "e1", "cause")
    assert "lazy" in advice.says
