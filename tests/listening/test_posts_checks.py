"""Checks of listening posts and log: heard, received by somebody who can act, answered."""

import pytest

from cxkit.listening import Listening, LogEntry, Post
from cxkit.listening.checks import check_posts
from cxkit.listening.coverage import ears_of
from tests.listening.cases import BLUEPRINT, JOURNEY, context_of

WHOLE = {
    "name": "Calls",
    "touchpoints": ["t1", "t2"],
    "signal": "call-reason",
    "collector": "Customer service",
    "receiver": "Branch manager",
    "power": "decides",
    "frequency": "weekly",
    "decision": "Whom to call back today",
}
SAID = {"said": "I told you already", "people": 12, "receiver": "Head of IT", "stage": "passed"}


def keys(answer, *others, lang="en"):
    return {advice.key for advice in check_posts(answer, context_of(answer, *others, lang=lang))}


def post(**fields):
    return Listening(posts=[Post(**{**WHOLE, **fields})])


def posts(*changes):
    return Listening(posts=[Post(**{**WHOLE, **change}) for change in changes])


def log(**fields):
    return Listening(log=[LogEntry(**{**SAID, **fields})], reading="Fridays, the manager")


def signals(*kinds):
    return posts(*({"signal": kind} for kind in kinds))


def paces(*kinds):
    return posts(*({"frequency": kind} for kind in kinds))


def test_an_empty_answer_is_left_in_peace():
    assert keys(Listening()) == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("signal-missing", post(signal=""), post()),
        ("frequency-missing", post(frequency=""), post()),
        ("collector-missing", post(collector=""), post()),
        ("receiver-missing", post(receiver=""), post()),
        ("nobody-in-person", post(receiver="Everyone"), post(receiver="Everyone's manager")),
        ("nobody-in-person", post(collector="the team."), post()),
        ("receiver-powerless", post(power="informed"), post(power="proposes")),
        ("power-missing", post(power=""), post()),
        ("same-hands", post(collector="branch  manager", power="proposes"), post()),
        ("decision-missing", post(decision=""), post()),
        ("decision-empty", post(decision="Monitor satisfaction, month by month"), post()),
        ("only-explicit", signals("survey", "review", "remark"), signals("survey", "review")),
        ("only-explicit", signals("survey", "review", "remark"),
         signals("survey", "review", "churn")),
        ("only-implicit", signals("churn", "behaviour", "churn"),
         signals("churn", "behaviour", "survey")),
        ("all-slow", paces("yearly", "yearly", "quarterly"), paces("yearly", "yearly", "monthly")),
        ("roads-open", posts({}, {}, {}), posts({}, {})),
        ("roads-open", posts({}, {}, {}), posts({}, {}, {"power": "informed"})),
        ("log-empty", post(), Listening(posts=[Post(**WHOLE)], log=[LogEntry(**SAID)])),
        ("reading-missing", Listening(log=[LogEntry(**SAID)]), log()),
        ("log-judged", log(said="They never read the mail"), log()),
        ("log-many", log(said="Many people tell us so", people=None), log(said="Many tell us so")),
        ("log-uncounted", log(people=None), log(people=0)),
        ("log-addressless", log(receiver=""), log()),
        ("log-stuck", log(stage="heard"), log(stage="passed")),
        ("log-stuck", log(stage=""), log(stage="decided")),
        ("log-undone", log(stage="decided"), log(stage="decided", done="The form is shorter")),
        ("log-answered", log(stage="answered", done="The form is shorter"), log(stage="answered")),
    ],
)  # fmt: skip
def test_each_check_tells_one_from_the_other(key, fires, silent):
    assert key in keys(fires)
    assert key not in keys(silent)


def test_without_a_map_posts_are_not_blamed_for_their_place():
    found = keys(post(touchpoints=[]))
    assert "no-touchpoints-yet" in found
    assert "post-unplaced" not in found


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("moment-unheard", post(touchpoints=["t1"]), post()),
        ("touchpoint-unheard", post(touchpoints=["t2"]), post(touchpoints=["t1"])),
        ("all-heard", post(), post(decision="")),
        ("heard-in-vain", post(power="informed"), post()),
        ("heard-in-vain", post(decision=""), posts({"decision": ""}, {})),
        ("post-unplaced", post(touchpoints=["deleted"]), post()),
        ("moment-slow", post(frequency="yearly"), posts({"frequency": "yearly"}, {})),
        ("moment-one-ear", post(), posts({}, {"signal": "survey"})),
        ("moments-both-ears", posts({}, {"signal": "survey"}), post()),
    ],
)
def test_the_map_is_held_against_the_posts(key, fires, silent):
    assert key in keys(fires, JOURNEY)
    assert key not in keys(silent, JOURNEY)


def test_the_owner_of_a_moment_of_truth_has_to_hear():
    assert "owner-untold" not in keys(post(), JOURNEY, BLUEPRINT)
    assert "owner-untold" in keys(post(receiver="Marketing"), JOURNEY, BLUEPRINT)
    assert "owner-untold" not in keys(post(receiver="Marketing"), JOURNEY)


def test_one_person_may_collect_and_decide_but_it_is_noted():
    answer = post(collector="Branch manager")
    (advice,) = (one for one in check_posts(answer, context_of(answer)) if one.key == "same-hands")
    assert advice.severity == "note"


def test_a_log_entry_where_no_post_listens_asks_for_one():
    answer = Listening(posts=[Post(**{**WHOLE, "touchpoints": ["t1"]})],
                       log=[LogEntry(**SAID, touchpoint="t2")])  # fmt: skip
    assert "log-without-post" in keys(answer, JOURNEY)
    heard = Listening(posts=[Post(**WHOLE)], log=[LogEntry(**SAID, touchpoint="t2")])
    assert "log-without-post" not in keys(heard, JOURNEY)


def test_one_survey_for_everything_is_heard_from_afar():
    everywhere = ["t1", "t2", "t3", "t4", "t5"]
    assert "only-from-afar" in keys(post(touchpoints=everywhere), JOURNEY)
    near = posts({"touchpoints": everywhere}, {})
    assert "only-from-afar" not in keys(near, JOURNEY)


def test_touchpoints_follow_the_phases_of_the_journey():
    answer = post()
    ears = ears_of(answer, context_of(answer, JOURNEY, BLUEPRINT))
    assert [ear.point.id for ear in ears] == ["t2", "t1"]
    assert [ear.owner for ear in ears] == ["Branch manager", ""]


def test_italian_words_are_known():
    assert "nobody-in-person" in keys(post(receiver="Il team"), lang="it")
    assert "decision-empty" in keys(post(decision="Migliorare il servizio"), lang="it")
    assert "log-many" in keys(log(said="Ce lo dicono in tanti", people=None), lang="it")
