"""Checks of the integrity: signs looked at with evidence, and a verdict that follows from them."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import shown
from cxkit.language import format_number
from cxkit.stats.base import PUBLISH
from cxkit.waves.fitness import Fitness, fitness_of
from cxkit.waves.model import SIGNS, Integrity
from cxkit.waves.words import found


def check_integrity(answer: Integrity, context: Context) -> list[Advice]:
    """Return the advice on a survey's fitness; an answer nobody has written in gets none."""
    if answer.is_empty():
        return []
    fitness = fitness_of(answer, context)
    return [
        *_start(answer, fitness),
        *_stops(fitness, context),
        *_texts(answer, context),
        *_figures(answer, fitness, context),
        *_signs(answer, fitness, context),
        *_verdict(answer, fitness),
    ]


def _start(answer: Integrity, fitness: Fitness) -> Iterator[Advice]:
    if fitness.wave is None:
        yield Advice("no-wave", "note", ("wave",))
    if not answer.decision:
        yield Advice("no-decision", "note", ("decision",))


def _stops(fitness: Fitness, context: Context) -> Iterator[Advice]:
    keys = {reason.key for reason in fitness.reasons}
    if "nps-scale" in keys:
        yield Advice("wrong-scale", "problem", ("wave",))
    if "outside" in keys:
        yield Advice("impossible-value", "problem", ("wave",))
    if "small-base" in keys and fitness.wave:
        n = format_number(fitness.wave.n or 0, context.lang)
        yield Advice("base-too-small", "problem", ("wave",), {"n": n, "least": PUBLISH})


def _texts(answer: Integrity, context: Context) -> Iterator[Advice]:
    for field, text in (("invitation", answer.invitation), ("staff", answer.staff)):
        words = found("begging", text, context)
        if words:
            yield Advice("begged", "problem", (field,), {"words": shown(words)})


def _figures(answer: Integrity, fitness: Fitness, context: Context) -> Iterator[Advice]:
    keys = {reason.key for reason in fitness.reasons}
    if "ceiling" in keys:
        told = {"top": format_number(answer.top or 0, context.lang)}
        yield Advice("ceiling", "warning", ("top",), told)
    if "jump" in keys:
        told = {"before": format_number(answer.top_before or 0, context.lang),
                "now": format_number(answer.top or 0, context.lang)}  # fmt: skip
        yield Advice("top-jumped", "warning", ("top",), told)
    if "flat" in keys:
        told = {"flat": format_number(answer.flat or 0, context.lang)}
        yield Advice("straight-lines", "warning", ("flat",), told)
    if "paid" in keys:
        yield Advice("paid-on-score", "warning", ("paid",))
    if "rise-fewer" in keys:
        yield Advice("rise-with-fewer", "warning", ("wave",))


def _signs(answer: Integrity, fitness: Fitness, context: Context) -> Iterator[Advice]:
    told = {reason.sign: reason.key for reason in fitness.reasons if reason.key != "own"}
    for name in SIGNS:
        sign = answer.sign(name)
        where, values = ("signs", sign.id), {"sign": sign.label_in(context.lang)}
        if sign.finding and not sign.evidence.strip():
            yield Advice("finding-unproved", "warning", (*where, "evidence"), values)
        if sign.finding == "sound" and name in told:
            yield Advice("finding-contradicted", "warning", (*where, "finding"), values)
        if sign.finding in ("doubt", "fault") and not sign.remedy:
            yield Advice("no-remedy", "warning", (*where, "remedy"), values)


def _verdict(answer: Integrity, fitness: Fitness) -> Iterator[Advice]:
    if fitness.unseen:
        yield Advice("signs-unseen", "note", ("signs",), {"count": len(fitness.unseen)})
    elif fitness.outcome == "fit":
        yield Advice("fit", "good", ("signs",))
    elif fitness.reasons and not fitness.is_stopped and _is_mended(answer, fitness):
        yield Advice("limits-known", "good", ("signs",), {"count": len(fitness.reasons)})
    if fitness.outcome == "unfit" and not answer.conclusion.strip():
        yield Advice("unfit-then", "warning", ("conclusion",))


def _is_mended(answer: Integrity, fitness: Fitness) -> bool:
    return all(answer.sign(reason.sign).remedy for reason in fitness.reasons)
