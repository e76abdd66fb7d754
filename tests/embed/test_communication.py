"""Checks of the communication plan: each fires where it should and is silent where it should."""

from datetime import date

import pytest

from cxkit.embed import Communication
from tests.embed.answers import VALUES, audience, found, message, plan

NOISE = "parola " * 100


def test_an_empty_plan_is_left_in_peace():
    assert found(Communication()) == {}


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("always-missing", plan(message(), always=""), plan(message())),
        ("guard-missing", plan(message(), guard=""), plan(message())),
        ("audience-everyone", plan(message(), audiences=[audience(name="Tutti")]),
         plan(message())),
        ("audience-nothing-to-do", plan(message(), audiences=[audience(behaviours=())]),
         plan(message())),
        ("audience-unreached", plan(message(audiences=())), plan(message())),
        ("seldom", plan(message(frequency="half-yearly")), plan(message())),
        ("long-silence", plan(*[message(id=f"m{n}", frequency="once") for n in range(4)]),
         plan(message(frequency="monthly"))),
        ("one-channel", plan(message(occasions=["email"])), plan(message())),
        ("well-reached", plan(message()), plan(message(voice="top"))),
        ("well-reached", plan(message()), plan(message(feedback=""))),
        ("well-reached", plan(message()), plan(message(text=NOISE[:200], occasions=["email"]))),
        ("reason-missing", plan(message(reason=" ")), plan(message())),
        ("reason-echo", plan(message(reason=message().text + ".")), plan(message())),
        ("reason-order", plan(message(reason="Lo chiede la direzione")), plan(message())),
        ("message-to-nobody", plan(message(audiences=["gone"])), plan(message())),
        ("undated", plan(message(first=None)), plan(message())),
        ("undated", plan(message(frequency="")), plan(message())),
        ("occasion-missing", plan(message(occasions=())), plan(message())),
        ("value-without-deed", plan(message(values=["time"], behaviours=())),
         plan(message(values=["time"]))),
        ("value-without-deed", plan(message(values=["time"], behaviours=())),
         plan(message(values=["time"], behaviours=(), actions=["a"]))),
        ("audience-nothing-to-do", plan(message(), audiences=[audience(behaviours=())]),
         plan(message(behaviours=(), actions=["a"]), audiences=[audience(behaviours=())])),
        ("no-behaviours", plan(message(behaviours=())), plan(message())),
        ("only-from-above", plan(message(voice="head-office")),
         plan(message(voice="head-office"), message(id="n", voice="colleague"))),
        ("no-feedback", plan(message(feedback="")), plan(message())),
        ("all-once", plan(*[message(id=f"m{n}", frequency="once") for n in range(2)]),
         plan(message(frequency="once"), message(id="n"))),
        ("aims-and-reasons", plan(message()), plan(message(), message(id="n", behaviours=()))),
        ("aims-and-reasons", plan(message()), plan(message(reason="È obbligatorio"))),
    ],
)  # fmt: skip
def test_plan(key, fires, silent):
    assert key in found(fires, VALUES)
    assert key not in found(silent, VALUES)


def test_a_behaviour_that_an_audience_never_hears_of_is_named():
    deaf = plan(message(), audiences=[audience(behaviours=["write", "arrive"])])
    advice = found(deaf, VALUES)
    assert "Parla sopra chi aspetta" in advice["behaviour-unheard"].values["behaviours"]
    assert "well-reached" not in advice


def test_behaviours_that_no_message_speaks_of_are_counted():
    assert found(plan(message()), VALUES)["behaviours-unsaid"].values["count"] == 1
    both = plan(message(behaviours=["write", "arrive"]))
    assert "behaviours-unsaid" not in found(both, VALUES)


def test_a_plan_whose_year_has_ended_says_so():
    assert "plan-over" in found(plan(message(first=date(2025, 10, 6))))
    assert "plan-over" not in found(plan(message(first=date(2025, 12, 7))))


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("reason-order", plan(message(reason="Head office wants it: it is mandatory"))),
        ("audience-everyone", plan(message(), audiences=[audience(name="All staff")])),
    ],
)
def test_english_words_are_known_too(key, answer):
    assert key in found(answer, lang="en")
