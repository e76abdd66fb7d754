"""Answers as people give them, good and merely filled in."""

from datetime import date

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.kpi import Kpi, KpiPlan
from cxkit.waves import (
    SIGNS,
    Benchmark,
    Comparison,
    Driver,
    FocusModule,
    Improvement,
    Integrity,
    Sign,
    Strengths,
    Wave,
    Waves,
)

TODAY = date(2026, 11, 22)
PLAN = KpiPlan(kpis=[Kpi(id="k", name="NPS")])


def context_of(*answers, lang="it"):
    """Return the context of some answers of one workbook."""
    return Context(lang, lang, TODAY, {one.exercise: one for one in answers})


def found(answer, *others, lang="it"):
    """Return the advice on an answer by key; each can be said in both languages."""
    advice = find_exercise(answer.exercise).check(answer, context_of(answer, *others, lang=lang))
    for one in advice:
        one.worded(answer.exercise, "it")
        one.worded(answer.exercise, "en")
    return {one.key: one for one in advice}


def wave(year=2025, value=30, margin=8, n=300, **fields):
    """Return a wave of an NPS asked properly."""
    return Wave(
        **{
            "id": f"w{year}",
            "name": str(year),
            "day": date(year, 10, 1),
            "measure": "NPS",
            "figure": "nps",
            "scale": "0-10",
            "method": "phone",
            "population": "Clienti privati",
            "n": n,
            "response": 40,
            "value": value,
            "margin": margin,
            **fields,
        }
    )


def waves(*them, reading="", not_said="", **fields):
    """Return the answer with these waves."""
    return Waves(waves=them, reading=reading, not_said=not_said, **fields)


def driver(key="d", importance=80, performance=8, **fields):
    """Return an aspect with everything it needs to stand on the map."""
    return Driver(
        **{
            "id": key,
            "name": key,
            "importance": importance,
            "source": "derived",
            "performance": performance,
            "scale": "1-10",
            "margin": 0.2,
            "n": 800,
            **fields,
        }
    )


def strengths(*drivers, chosen=(), cut="midpoint", **fields):
    """Return the map of these aspects; `chosen` are the ids of those to improve."""
    improve = tuple(
        Improvement(id=f"im-{one}", driver=one, reason="Chi aspetta ha più bisogno", gaps=("g",))
        for one in chosen
    )
    return Strengths(**{"drivers": drivers, "cut": cut, "improve": improve, **fields})


def rival(key="r", theirs=28, **fields):
    """Return a competitor asked in the same way as ourselves."""
    return Comparison(
        **{
            "id": key,
            "name": key,
            "size": "small",
            "wave": "w2025",
            "theirs": theirs,
            "theirs_n": 200,
            "theirs_margin": 10,
            "source": "joint-study",
            "same": ("question", "scale", "method", "period", "people"),
            "ahead": "open",
            **fields,
        }
    )


def module(**fields):
    """Return a focus module that led to an action."""
    given = {"id": "m", "year": 2025, "asked": "La postazione", "n": 400, "found": "38% (± 5)"}
    return FocusModule(**{**given, "action": "a", **fields})


def benchmark(*rivals, modules=(), decision="Nessuna"):
    """Return the comparisons."""
    return Benchmark(comparisons=rivals, modules=modules, decision=decision)


def integrity(findings=None, evidence="Visto il 3 ottobre", **fields):
    """Return an examination in which all is sound, but for `findings` by sign."""
    given = findings or {}
    signs = tuple(
        Sign(
            id=f"sign-{name}",
            sign=name,
            finding=given.get(name, "sound"),
            evidence=evidence,
            remedy="Dalla prossima onda" if name in given else "",
        )
        for name in SIGNS
    )
    return Integrity(
        **{"wave": "w2025", "decision": "Assumere", "paid": "nobody", "signs": signs, **fields}
    )
