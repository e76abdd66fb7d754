"""Checks of the culture: each fires where it should and is silent where it should."""

from datetime import date

import pytest

from cxkit.culture import Commitment, Obstacles, Pillars, Values
from tests.culture.answers import (
    deed,
    found,
    gesture,
    known,
    pillars,
    pledge,
    process,
    proved,
    value,
)

SEVEN = [(4, 4), (2, 2), (1, 1), (1, 1), (1, 1), (1, 1), (1, 1)]
NOISE = "parola " * 300


@pytest.mark.parametrize("answer", [Obstacles(), Pillars(), Values(), Commitment()])
def test_an_empty_answer_is_left_in_peace(answer):
    assert found(answer) == {}


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("unrated", known((1, 1)), known(*SEVEN)),
        ("heavy-unproved", Obstacles(own=[proved(evidence="")]), Obstacles(own=[proved()])),
        ("heavy-orphan", Obstacles(own=[proved(remover="")]), Obstacles(own=[proved()])),
        ("heavy-generic", known((4, 4)), known((1, 1))),
        ("remover-nobody", Obstacles(own=[proved(remover="La direzione")]),
         Obstacles(own=[proved(remover="Responsabile vendite")])),
        ("evidence-hearsay", Obstacles(own=[proved(evidence="Lo sanno tutti")]),
         Obstacles(own=[proved(evidence="Lo sanno tutti: 41 reclami in marzo")])),
        ("blames-people", Obstacles(own=[proved(name="Colleghi svogliati")]),
         Obstacles(own=[proved()])),
        ("all-alike", known(*[(2, 2)] * 5), known(*SEVEN)),
        ("all-emergencies", known(*[(4, 4)] * 4, (1, 1)), known(*SEVEN)),
        ("too-rosy", known(*[(1, 1)] * 4, (1, 2)), known(*SEVEN)),
        ("nothing-of-ours", known(*SEVEN), known(*SEVEN, own=[proved()])),
        ("nothing-first", Obstacles(own=[proved()]), Obstacles(own=[proved()], first="own")),
        ("first-is-lighter", known(*SEVEN, first="obstacle-loop"),
         known(*SEVEN, first="obstacle-loop", reason="Sblocca gli altri")),
        ("first-sound", Obstacles(own=[proved()], first="own"),
         Obstacles(own=[proved(evidence=NOISE)], first="own")),
    ],
)  # fmt: skip
def test_obstacles(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


def test_one_remover_for_everything_is_remarked():
    many = [proved(id=f"o{n}", remover="Anna") for n in range(4)]
    assert "one-remover" in found(Obstacles(own=many))
    assert "one-remover" not in found(Obstacles(own=[*many[:3], proved(id="x", remover="Ugo")]))


def test_the_few_are_praised_only_with_evidence():
    light = [proved(id=f"o{n}", severity=1, frequency=1, evidence="") for n in range(4)]
    assert "vital-few" in found(Obstacles(own=[proved(), *light]))
    assert "vital-few" not in found(Obstacles(own=[proved(evidence="A occhio"), *light]))


STEP = {
    "step": "Legge tre frasi di clienti ogni lunedì", "who": "Anna", "by": date(2026, 12, 7),
    "evidence": "5 riunioni su 40",
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("level-unproved", pillars(vision=(2, 2)), pillars(vision=(2, 2), card=STEP)),
        ("evidence-hearsay", pillars(card={"evidence": "Si percepisce"}), pillars(card=STEP)),
        ("honest", pillars(card=STEP), pillars(card={"evidence": NOISE})),
        ("all-alike", pillars(), pillars(hiring=(2, 2))),
        ("target-below", pillars(vision=(2, 1)), pillars(vision=(2, 2))),
        ("leap", pillars(vision=(0, 3)), pillars(vision=(0, 2))),
        ("no-ambition", pillars(), pillars(vision=(1, 2))),
        ("everything-at-once", pillars(1, 2),
         pillars(vision=(1, 2), rewards=(1, 2), hiring=(1, 2))),
        ("heard-in-vain", pillars(listening=(3, 3)), pillars(listening=(2, 2))),
        ("vision-unrewarded", pillars(vision=(3, 3)), pillars(vision=(3, 3), rewards=(2, 2))),
        ("step-missing", pillars(vision=(1, 2)), pillars(vision=(1, 2), card=STEP)),
        ("step-hollow", pillars(vision=(1, 2), card={"step": "Sensibilizzare il personale"}),
         pillars(vision=(1, 2), card={"step": "Sensibilizzare: 3 incontri entro marzo"})),
        ("step-nobody", pillars(vision=(1, 2), card={**STEP, "who": "Tutti"}),
         pillars(vision=(1, 2), card=STEP)),
        ("step-undated", pillars(vision=(1, 2), card={**STEP, "by": None}),
         pillars(vision=(1, 2), card=STEP)),
        ("steps-ready", pillars(vision=(1, 2), card=STEP),
         pillars(vision=(1, 2), hiring=(1, 2), card=STEP)),
    ],
)  # fmt: skip
def test_pillars(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


def test_a_heavy_obstacle_wants_a_rising_pillar():
    obstacles = Obstacles(own=[proved()])
    idle = pillars(card={**STEP, "removes": ["own"]})
    rising = pillars(vision=(1, 2), card={**STEP, "removes": ["own"]})
    assert "Due listini" in found(idle, obstacles)["obstacle-left"].values["obstacles"]
    assert "obstacles-met" in found(rising, obstacles)
    assert not {"obstacle-left", "obstacles-met"} & found(rising).keys()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("mirror-flatters", Values(regarded="Il cliente è al centro"),
         Values(regarded="Diciamo «il cliente è al centro», e 3 su 4 aspettano un'ora")),
        ("no-mirror", Values(values=value().values), value()),
        ("mirror-facts", value(), Values(regarded="x", treated=NOISE)),
        ("value-empty", value(name="Eccellenza"), value()),
        ("value-alone", value(), value(gesture())),
        ("attitude", value(gesture(text="Essere disponibili")), value(gesture())),
        ("role-missing", value(gesture(role="")), value(gesture())),
        ("role-everyone", value(gesture(role="Tutti")), value(gesture())),
        ("change-missing", value(gesture("")), value(gesture())),
        ("evidence-missing", value(gesture(evidence="")), value(gesture())),
        ("evidence-hearsay", value(gesture(evidence="Si vede")), value(gesture())),
        ("nothing-stops", value(gesture()), value(gesture(), gesture("stop"))),
        ("nothing-kept", value(*[gesture()] * 4), value(*[gesture()] * 3, gesture("keep"))),
        ("leaders-spared", value(*[gesture()] * 4),
         value(*[gesture()] * 3, gesture(role="Chi guida una filiale"))),
        ("leaders-too", value(gesture(), gesture(role="Direzione generale")), value(gesture())),
        ("value-lived", value(gesture(), gesture("stop"), gesture("keep")),
         value(gesture(), gesture("stop"), gesture("keep", evidence=NOISE[:100]))),
        ("values-many", Values(values=value().values * 6), Values(values=value().values * 5)),
    ],
)  # fmt: skip
def test_values(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


def test_a_value_is_tied_to_a_pillar_that_exists():
    tied = value(gesture(), pillars=["pillar-vision"])
    assert "pillar-missing" in found(tied)
    assert "pillar-missing" not in found(tied, Pillars())


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("no-actions", pledge(processes=[process()]), pledge(deed())),
        ("only-words", pledge(deed(by=None)), pledge(deed())),
        ("action-hollow", pledge(deed(what="Sensibilizzare le persone")), pledge(deed())),
        ("action-delegated", pledge(deed(what="Incaricare i responsabili")), pledge(deed())),
        ("action-unnamed", pledge(deed(who="")), pledge(deed())),
        ("action-nobody", pledge(deed(who="La direzione")), pledge(deed())),
        ("action-undated", pledge(deed(by=None)), pledge(deed())),
        ("action-unseen", pledge(deed(seen="")), pledge(deed())),
        ("all-far", pledge(deed(by=date(2027, 6, 1))),
         pledge(deed(), deed(id="b", by=date(2027, 6, 1)))),
        ("all-past", pledge(deed(by=date(2026, 1, 1))), pledge(deed())),
        ("only-once", pledge(deed(repeats="once")), pledge(deed())),
        ("deeds-soon", pledge(deed()), pledge(deed(what=NOISE[:100]))),
        ("no-processes", pledge(deed()), pledge(processes=[process()])),
        ("process-no-loser", pledge(processes=[process(loses="")]),
         pledge(processes=[process()])),
        ("process-painless", pledge(processes=[process(loses="Nessuno.")]),
         pledge(processes=[process(loses="Nessuno in filiale, ma la sede sì")])),
        ("loser-alone", pledge(processes=[process(support="")]), pledge(processes=[process()])),
        ("process-unowned", pledge(processes=[process(owner="Tutti")]),
         pledge(processes=[process()])),
        ("process-undated", pledge(processes=[process(by=None)]),
         pledge(processes=[process()])),
        ("price-told", pledge(processes=[process()]),
         pledge(processes=[process(), process(id="q", loses="Nessuno")])),
    ],
)  # fmt: skip
def test_commitment(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


def rated(kind, *levels, **fields):
    rows = [
        type(one)(**{**one.model_dump(), **fields, "level": level})
        for one, level in zip(getattr(Commitment(), kind), levels, strict=False)
    ]
    return Commitment(**{kind: rows})


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("people-forgotten", pledge(deed()), rated("people", 2)),
        ("people-unproved", rated("people", 3), rated("people", 3, today="2 su 11 lo fanno")),
        ("people-hearsay", rated("people", 3, today="Il clima è buono"),
         rated("people", 3, today="2 su 11 lo fanno")),
        ("people-unchanged", rated("people", 1), rated("people", 1, change="Si parla il lunedì")),
        ("ingredient-unproved", rated("ingredients", 4), rated("ingredients", 1)),
        ("ingredient-hearsay", rated("ingredients", 1, evidence="Secondo noi"),
         rated("ingredients", 1, evidence="7 su 12")),
        ("ingredients-alike", rated("ingredients", *[2] * 5),
         rated("ingredients", 2, 1, 2, 2, 2)),
        ("ingredient-scarce", rated("ingredients", 2, 1, 2, 2, 2),
         rated("ingredients", *[2] * 5)),
    ],
)  # fmt: skip
def test_people_and_ingredients(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("action-hollow", pledge(deed(what="Raise awareness among staff"))),
        ("action-delegated", pledge(deed(what="Ask managers to listen to calls"))),
        ("action-nobody", pledge(deed(who="Senior management"))),
        ("process-painless", pledge(processes=[process(loses="Everybody wins")])),
        ("mirror-flatters", Values(regarded="Customers come first")),
        ("blames-people", Obstacles(own=[proved(name="Lazy colleagues")])),
        ("evidence-hearsay", Obstacles(own=[proved(evidence="Everyone knows")])),
        ("remover-nobody", Obstacles(own=[proved(remover="Everybody")])),
    ],
)
def test_english_words_are_known_too(key, answer):
    assert key in found(answer, lang="en")


def test_words_without_a_deed_ask_for_attention():
    hollow = pledge(deed(what="Promuovere la cultura del cliente", who="La direzione", by=None))
    assert found(hollow)["only-words"].severity == "problem"
