"""Answers as people give them, good and merely filled in."""

from datetime import date

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.culture import (
    Behaviour,
    Commitment,
    KnownObstacle,
    LeaderAction,
    Levels,
    Obstacles,
    OwnObstacle,
    Pillar,
    Pillars,
    ProcessChange,
    Value,
    Values,
)

TODAY = date(2026, 11, 22)


def found(answer, *others, lang="it"):
    """Return the keys of the advice on an answer, by severity."""
    answers = {one.exercise: one for one in (answer, *others)}
    context = Context(lang, lang, TODAY, answers)
    advice = find_exercise(answer.exercise).check(answer, context)
    for one in advice:
        one.worded(answer.exercise, lang)
    return {one.key: one for one in advice}


def known(*weights, **fields):
    """Return obstacles whose first known ones have these (severity, frequency)."""
    fresh = Obstacles().known
    rated = tuple(
        KnownObstacle(**{**one.model_dump(), "severity": severity, "frequency": frequency})
        for one, (severity, frequency) in zip(fresh, weights, strict=False)
    )
    return Obstacles(known=(*rated, *fresh[len(rated) :]), **fields)


def proved(**fields):
    """Return an obstacle of our own that is heavy and in good hands."""
    return OwnObstacle(
        **{
            "id": "own",
            "name": "Due listini",
            "severity": 4,
            "frequency": 4,
            "evidence": "41 reclami in marzo",
            "remover": "Responsabile vendite",
            **fields,
        }
    )


def pillars(today=1, target=1, card=None, **levels):
    """Return pillars at these levels; `levels` are pairs by name, `card` fills the first card."""
    fresh = Pillars().pillars
    cards = (Pillar(**{**fresh[0].model_dump(), **(card or {})}), *fresh[1:])
    names = [pillar.pillar for pillar in fresh]
    every = {name: Levels(today=today, target=target) for name in names}
    given = {name: Levels(today=pair[0], target=pair[1]) for name, pair in levels.items()}
    return Pillars(**{**every, **given}, pillars=cards)


def value(*behaviours, **fields):
    """Return a sheet of values with one value."""
    one = Value(**{"id": "v", "name": "Il tempo", "behaviours": behaviours, **fields})
    return Values(regarded="«Pratiche»", treated="4 giorni di attesa", values=(one,))


def gesture(change="start", **fields):
    """Return a behaviour one can see, of a role, with a proof."""
    return Behaviour(
        **{
            "role": "Filiale",
            "change": change,
            "text": "Richiama entro due ore",
            "evidence": "Registro chiamate, ogni venerdì",
            **fields,
        }
    )


def deed(**fields):
    """Return a leader's action with a name and a date close by."""
    return LeaderAction(
        **{
            "id": "a",
            "what": "Ascolta dieci telefonate",
            "who": "Laura Berti, direttrice",
            "by": date(2026, 12, 3),
            "repeats": "monthly",
            "seen": "Tre appunti a verbale",
            **fields,
        }
    )


def process(**fields):
    """Return a redesign that says its price and the help for those who pay it."""
    return ProcessChange(
        **{
            "id": "p",
            "name": "Apertura di un conto",
            "loses": "L'ufficio controlli",
            "support": "Una persona in più",
            "owner": "Responsabile controlli",
            "by": date(2027, 2, 1),
            **fields,
        }
    )


def pledge(*actions, processes=(), **fields):
    """Return a commitment."""
    return Commitment(actions=actions, processes=processes, **fields)
