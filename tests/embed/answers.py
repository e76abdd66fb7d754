"""Answers as people give them, good and merely filled in."""

from datetime import date

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.culture import Behaviour, Value, Values
from cxkit.embed import (
    Audience,
    Communication,
    Criterion,
    Hiring,
    Improvement,
    Interviewer,
    Loop,
    Message,
    Question,
    WelcomeStep,
)
from cxkit.journey import Journey, Touchpoint
from cxkit.listening.model import Listening, Post

TODAY = date(2026, 11, 22)
WRITE = Behaviour(id="write", role="Filiale", change="start", text="Scrive ogni due giorni")
ARRIVE = Behaviour(id="arrive", role="Filiale", change="stop", text="Parla sopra chi aspetta")
VALUES = Values(values=(Value(id="time", name="Il tempo", behaviours=(WRITE, ARRIVE)),))
JOURNEY = Journey(
    touchpoints=(
        Touchpoint(id="site", name="Il sito", channels=("web",)),
        Touchpoint(id="app", name="L'app", channels=("app",)),
        Touchpoint(id="desk", name="Lo sportello", channels=("branch",), moment_of_truth=True),
    )
)


def heard(frequency):
    """Return listening posts with one post that hears at this pace."""
    return Listening(posts=(Post(id="post", name="Il registro", frequency=frequency),))


def found(answer, *others, lang="it", today=TODAY):
    """Return the advice on an answer by key; every piece of it has its words."""
    answers = {one.exercise: one for one in (answer, *others)}
    context = Context(lang, lang, today, answers)
    advice = find_exercise(answer.exercise).check(answer, context)
    for one in advice:
        one.worded(answer.exercise, lang)
    return {one.key: one for one in advice}


def message(**fields):
    """Return a message with a deed, a reason, an audience, a rhythm and a question."""
    return Message(
        **{
            "id": "m",
            "text": "Chi aspetta riceve due righe ogni due giorni",
            "reason": "41 persone hanno telefonato solo per sapere a che punto eravamo",
            "audiences": ("desk-people",),
            "behaviours": ("write",),
            "occasions": ("meeting", "shift-start"),
            "voice": "manager",
            "first": date(2026, 12, 7),
            "frequency": "weekly",
            "feedback": "Che cosa ve lo ha impedito?",
            **fields,
        }
    )


def audience(**fields):
    """Return an audience that is to do one thing differently."""
    return Audience(
        **{"id": "desk-people", "name": "Sportello", "behaviours": ("write",), **fields}
    )


def plan(*messages, audiences=None, **fields):
    """Return a plan for one audience."""
    return Communication(
        **{
            "always": "Com'è andata con chi aspetta?",
            "guard": "Segreteria",
            "audiences": (audience(),) if audiences is None else audiences,
            "messages": messages,
            **fields,
        }
    )


def question(text="Mi racconti di una volta in cui ha dato una brutta notizia", **fields):
    """Return a question about something that happened."""
    return Question(**{"id": "q", "text": text, "listen_for": "Chi ha parlato prima", **fields})


STEPS = ("Aspetta", "Lo dice se chiamato", "Avvisa in tempo", "Chiama prima", "Cambia il metodo")


def criterion(*questions, steps=STEPS, **fields):
    """Return a criterion that a value backs, with its steps described."""
    return Criterion(
        **{
            "id": "c",
            "name": "Dice le cose scomode",
            "values": ("time",),
            "questions": questions or (question(),),
            **{f"level_{place}": text for place, text in enumerate(steps)},
            **fields,
        }
    )


def hiring(*criteria, **fields):
    """Return a hiring sheet."""
    return Hiring(role="Consulente", criteria=criteria, **fields)


def meets(side="team", **fields):
    """Return an interviewer."""
    return Interviewer(**{"who": "Una collega", "side": side, **fields})


def welcome(day=2, kind="customers", **fields):
    """Return a step of the first weeks."""
    return WelcomeStep(
        **{
            "day": day,
            "what": "Ascolta sei telefonate",
            "kind": kind,
            "who": "Servizio clienti",
            "behaviour": "write",
            **fields,
        }
    )


def loop(**fields):
    """Return a loop that is on trial, with everything named."""
    return Loop(
        **{
            "id": "l",
            "name": "Il lunedì in filiale",
            "place": "store",
            "covers": 3,
            "touchpoints": ("desk",),
            "posts": ("post",),
            "cadence": "weekly",
            "looks": "A turno",
            "decides": "Chi guida la filiale",
            "remit": "Cartelli e parole",
            "tells": "Chi ha ascoltato, al cliente",
            "tries": "L'elenco per messaggio",
            "expected": "Da 71 a 85 su 100",
            "since": date(2026, 11, 2),
            "check_by": date(2026, 12, 4),
            **fields,
        }
    )


def turned(**fields):
    """Return a loop that has closed a turn."""
    return loop(
        **{
            "check_by": date(2026, 11, 16),
            "learned": "Saliti a 88 su 100",
            "outcome": "adopt",
            "standard": "Nell'agenda",
            **fields,
        }
    )


def loops(*given, **fields):
    """Return an answer with some loops."""
    return Improvement(**{"stores": 3, "loops": given, **fields})
