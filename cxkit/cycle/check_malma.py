"""Checks of the cycle's state: steps with proof and a name, in a balance that lets it turn."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed
from cxkit.core.wording import wording_of
from cxkit.cycle.check_gaps import check_gaps
from cxkit.cycle.model import STEPS, Malma
from cxkit.cycle.words import is_hearsay, is_no_person
from cxkit.language.word_lists import has_figure

LONG = 400
"""Days after which a cycle is longer than a year, with some grace."""
PROVED = 3
"""From this level on a step claims something that can be shown."""


def check_malma(answer: Malma, context: Context) -> list[Advice]:
    """Return the advice on the cycle and its gaps; looks at the map, obstacles and measures."""
    if answer.is_empty():
        return []
    return [
        *_dates(answer),
        *_steps(answer, context),
        *_together(answer),
        *check_gaps(answer, context),
    ]


def _name(step: str, context: Context) -> str:
    return wording_of(Malma.exercise).field(step).label.in_(context.lang)


def _dates(answer: Malma) -> Iterator[Advice]:
    if answer.begins is None or answer.ends is None:
        yield Advice("undated", "note", ("begins" if answer.begins is None else "ends",))
        return
    days = (answer.ends - answer.begins).days
    if days <= 0:
        yield Advice("dates-reversed", "warning", ("ends",))
    elif days > LONG:
        yield Advice("cycle-long", "note", ("ends",), {"days": days})


def _steps(answer: Malma, context: Context) -> Iterator[Advice]:
    nobody = []
    for step, level in answer.levels():
        values: dict[str, str | int] = {"step": _name(step, context), "level": level}
        have, who = answer.told(step, "have"), answer.told(step, "who")
        if level >= 1 and not have:
            yield Advice("step-unproved", "warning", (f"{step}_have",), values)
        elif is_hearsay(have, context):
            yield Advice("step-hearsay", "warning", (f"{step}_have",), values)
        elif level >= PROVED and not has_figure(have):
            yield Advice("step-vague", "note", (f"{step}_have",), values)
        if not who or is_no_person(who, context):
            nobody.append((step, values["step"]))
    if nobody:
        names = listed([str(name) for _, name in nobody], context.lang)
        yield Advice("step-nobody", "warning", (f"{nobody[0][0]}_who",), {"steps": names})


def _together(answer: Malma) -> Iterator[Advice]:
    levels = dict(answer.levels())
    if len(levels) == len(STEPS) and len(set(levels.values())) == 1:
        yield Advice("all-alike", "warning", ("map",), {"level": levels["map"]})
    measure, act, listen = (levels.get(step) for step in ("measure", "act", "listen"))
    if measure is not None and act is not None:
        values = {"measure": measure, "act": act}
        if measure >= act + 2:
            yield Advice("measured-in-vain", "warning", ("act",), values)
        elif act >= measure + 2:
            yield Advice("acting-blind", "warning", ("measure",), values)
    if listen is not None and measure is not None and measure >= listen + 2:
        yield Advice("unheard", "note", ("listen",), {"measure": measure, "listen": listen})
    honest = [
        step
        for step, level in levels.items()
        if level <= 2 and answer.told(step, "lack") and answer.told(step, "who")
    ]
    if len(levels) == len(STEPS) and honest and len(set(levels.values())) > 1:
        yield Advice("good-steps", "good", (f"{honest[0]}_lack",), {"count": len(honest)})
