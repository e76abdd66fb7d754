"""An empty workbook, and one that is filled to the brim."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxkit.cycle import Action, Actions
from cxkit.journey import Assessment, Blueprint, Handover, Journey, Line, Obstacle, Touchpoint
from cxkit.kpi import Kpi, KpiPlan
from cxkit.personas import Evidence, Need, Persona, Personas
from cxkit.store import OWNER, Store
from cxkit.vision import Behaviour, Behaviours, Principle, PromiseStep, Vision
from cxkit.workbook import Workbook

PHASES = 8
TOUCHPOINTS = 30
PERSONAS = 12
KPIS = 60
ACTIONS = 40
DEPARTMENTS = tuple(f"Department {number}" for number in range(1, 9))
CHANNELS = ("branch", "phone", "web", "app", "email", "social")
SENTENCE = (
    "She asks at the counter how long it will take, hears two different answers within the hour "
    "and goes home without knowing which of them is true."
)


def brimful() -> Workbook:
    """Return a workbook with as much in it as a long course leaves behind."""
    personas = _personas()
    journey = _journey(personas.personas[0])
    vision = _vision(personas)
    answers = [
        personas,
        journey,
        vision,
        _behaviours(vision),
        _blueprint(journey),
        _obstacles(journey),
    ]
    plan = _plan(journey)
    answers += [plan, _actions(journey, plan)]
    book = Workbook("Filled to the brim", "en")
    for answer in answers:
        book = book.with_answer(answer)
    return book


def prepare(database: Path) -> dict[str, str]:
    """Make a database with both workbooks and return their ids by name."""
    with Store.create_or_upgrade(database) as store:
        ids = {}
        for name, book in {"brim": brimful(), "empty": Workbook("Empty", "en")}.items():
            values = book.values()
            made = store.create_workbook(book.title, "en", person=OWNER, answers=values or None)
            ids[name] = made.id
        store.set_current(OWNER, ids["empty"])
    return ids


def _personas() -> Personas:
    made = [
        Persona(
            name=f"Person {number}",
            quote=f"I only want to know where I stand, whatever day {number} it is.",
            context=SENTENCE,
            goals=SENTENCE,
            needs=tuple(Need(text=f"need {number}.{each}") for each in range(1, 6)),
            frustrations=SENTENCE,
            channels=CHANNELS[:3],
            criteria=SENTENCE,
            evidence=tuple(
                Evidence(
                    about="needs",
                    claim=f"claim {each}",
                    source="interviews",
                    date=date(2026, 3, each),
                )
                for each in range(1, 4)
            ),
        )
        for number in range(1, PERSONAS + 1)
    ]
    return Personas(personas=tuple(made))


def _journey(persona: Persona) -> Journey:
    phases: dict[str, list[Touchpoint]] = {f"Phase {number}": [] for number in range(1, PHASES + 1)}
    names = list(phases)
    for number in range(TOUCHPOINTS):
        touchpoint = Touchpoint(
            name=f"Touchpoint {number + 1}",
            channels=(CHANNELS[number % len(CHANNELS)], CHANNELS[(number + 1) % len(CHANNELS)]),
            action=SENTENCE,
            need=SENTENCE,
            expectation=SENTENCE,
            emotion=number % 7 - 3,
            quote="Nobody told me anything.",
            pain=SENTENCE,
            opportunity=SENTENCE,
            moment_of_truth=number % 5 == 0,
            consistency=number % 5,
            evidence="told",
        )
        phases[names[number * PHASES // TOUCHPOINTS]].append(touchpoint)
    return Journey.of("Thirty moments", phases, persona=persona.id, goal=SENTENCE, state="today")


def _vision(personas: Personas) -> Vision:
    return Vision(
        customer=SENTENCE,
        personas=tuple(persona.id for persona in personas.personas),
        needs=tuple(persona.needs[0].id for persona in personas.personas),
        feeling="calm\nexpected\nfree to go",
        principles=tuple(Principle(name=f"Principle {n}", meaning=SENTENCE) for n in range(1, 6)),
        never="sell in haste\nhide a price",
        sentence="Whoever asks us leaves with an answer and a name to call.",
        motto="An answer and a name",
        steps=tuple(PromiseStep(step=f"Step {n}", standard="within a day") for n in range(1, 9)),
    )


def _behaviours(vision: Vision) -> Behaviours:
    made = [
        Behaviour(
            principle=vision.principles[number % 5].id,
            role=f"Role {number % 4 + 1}",
            change=("start", "keep", "stop")[number % 3],
            text=f"Behaviour {number + 1}",
            evidence="seen on the morning round",
        )
        for number in range(30)
    ]
    return Behaviours(behaviours=tuple(made))


def _blueprint(journey: Journey) -> Blueprint:
    lines = [
        Line(
            touchpoint=touchpoint.id,
            front_stage=SENTENCE,
            back_stage=SENTENCE,
            support=SENTENCE,
            department=DEPARTMENTS[number % len(DEPARTMENTS)],
            owner=f"Head of department {number % len(DEPARTMENTS) + 1}",
            system="The register",
            rule="Two signatures",
        )
        for number, touchpoint in enumerate(journey.in_order())
    ]
    handovers = [
        Handover(
            touchpoint=line.touchpoint,
            giver=line.department,
            receiver=DEPARTMENTS[0],
            passes="the file",
        )
        for line in lines[::3]
    ]
    return Blueprint(departments=DEPARTMENTS, lines=tuple(lines), handovers=tuple(handovers))


def _obstacles(journey: Journey) -> Assessment:
    made = [
        Obstacle(
            touchpoint=touchpoint.id,
            kind=("process", "organisation", "technology")[number % 3],
            what=f"Obstacle {number + 1}",
            effect=SENTENCE,
            evidence="interviews of March",
            severity=number % 5,
        )
        for number, touchpoint in enumerate(journey.in_order())
    ]
    return Assessment(obstacles=tuple(made), first=made[0].id, reason=SENTENCE)


def _plan(journey: Journey) -> KpiPlan:
    places = [touchpoint.id for touchpoint in journey.in_order()]
    levels = ("vision", "journey", "touchpoint")
    made: list[Kpi] = []
    for number in range(KPIS):
        made.append(
            Kpi(
                name=f"Measure {number + 1}",
                level=levels[min(number // 10, 2)],
                parent=made[number // 6].id if number else "",
                touchpoints=(places[number % TOUCHPOINTS],),
                definition=SENTENCE,
                formula=SENTENCE,
                instrument="the survey after each visit",
                baseline=40 + number % 20,
                target=80,
                unit="%",
                better="higher",
                owner=f"Head of department {number % len(DEPARTMENTS) + 1}",
                decision="More people at the counter on Mondays",
            )
        )
    return KpiPlan(kpis=tuple(made), reading=SENTENCE)


def _actions(journey: Journey, plan: KpiPlan) -> Actions:
    places = [touchpoint.id for touchpoint in journey.in_order()]
    made = [
        Action(
            what=f"Action {number + 1}",
            touchpoint=places[number % TOUCHPOINTS],
            kind=("process", "cooperation", "technology")[number % 3],
            impact=number % 5,
            effort=(number + 2) % 5,
            owner=f"Head of department {number % len(DEPARTMENTS) + 1}",
            due=date(2026, 6, number % 28 + 1),
            kpi=plan.kpis[number].id,
            proof=f"Measure {number + 1} above 80",
            message=SENTENCE,
        )
        for number in range(ACTIONS)
    ]
    return Actions(actions=tuple(made), first=made[0].id, reason=SENTENCE, not_now=SENTENCE)
