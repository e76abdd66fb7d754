"""Checks of the readiness: acts and not words, a verdict that stands, and what mends it."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import shown
from cxkit.core.wording import wording_of
from cxkit.why.gate import TO_PROVE, Gate, gate_of
from cxkit.why.model import CONDITIONS, Fix, Readiness
from cxkit.why.words import can_be_checked, found, is_no_person, labels_of

TOP = 4


def check_readiness(answer: Readiness, context: Context) -> list[Advice]:
    """Return the advice on readiness; an empty answer gets none."""
    if answer.is_empty():
        return []
    gate = gate_of(answer)
    return [
        *_outcome(answer, gate, context),
        *(advice for name in CONDITIONS for advice in _condition(name, answer, context)),
        *_raters(answer),
        *_sponsor(answer, context),
        *_fixes(answer, gate, context),
        *_review(answer, gate, context),
    ]


def _labels(names: tuple[str, ...], context: Context) -> str:
    return labels_of(names, wording_of(Readiness.exercise), context)


def _outcome(answer: Readiness, gate: Gate, context: Context) -> Iterator[Advice]:
    if gate.outcome == "stop":
        for reason in gate.reasons:
            if reason.key in ("not-a-priority", "words-only"):
                yield Advice(f"stop-{reason.key}", "problem", (reason.conditions[0],))
    elif gate.outcome == "open":
        values = {"conditions": _labels(gate.unrated, context)}
        yield Advice("still-open", "note", (gate.unrated[0],), values)
    elif gate.outcome == "fix":
        values = {"conditions": _labels(gate.failing, context)}
        yield Advice("fix-first", "warning", (gate.failing[0],), values)
    elif all(can_be_checked(answer.evidence(name), context) for name in CONDITIONS):
        yield Advice("ready", "good", (CONDITIONS[0],))


def _condition(name: str, answer: Readiness, context: Context) -> Iterator[Advice]:
    level, evidence = answer.level(name), answer.evidence(name)
    where = (f"{name}_evidence",)
    if level is None or level < TO_PROVE:
        return
    if not evidence:
        label = _labels((name,), context)
        yield Advice("unproved", "warning", where, {"condition": label, "level": level})
        return
    words = found("declarations", evidence, context) + found("hearsay", evidence, context)
    if words and not can_be_checked(evidence, context):
        yield Advice("words-not-acts", "warning", where, {"words": shown(words)})


def _raters(answer: Readiness) -> Iterator[Advice]:
    rated = [answer.level(name) for name in CONDITIONS]
    if not answer.raters:
        yield Advice("raters-missing", "note", ("raters",))
    elif set(answer.raters) <= {"leaders", "managers"}:
        yield Advice("raters-above", "warning", ("raters",))
    elif {"front-line", "customers"} & set(answer.raters) and len(answer.raters) > 1:
        yield Advice("raters-mixed", "good", ("raters",))
    if all(level == TOP for level in rated):
        yield Advice("all-top", "warning", (CONDITIONS[0],))


def _sponsor(answer: Readiness, context: Context) -> Iterator[Advice]:
    if not answer.sponsor:
        yield Advice("sponsor-missing", "note", ("sponsor",))
    elif is_no_person(answer.sponsor, context):
        yield Advice("sponsor-nobody", "warning", ("sponsor",), {"words": answer.sponsor})


def _fixes(answer: Readiness, gate: Gate, context: Context) -> Iterator[Advice]:
    where = ("fixes",)
    mended = {fix.condition for fix in answer.fixes if fix.what}
    unmended = tuple(name for name in gate.failing if name not in mended)
    if gate.outcome == "fix" and unmended:
        yield Advice("fix-missing", "warning", where, {"conditions": _labels(unmended, context)})
    for fix in answer.fixes:
        if fix.what:
            yield from _fix(fix, context)
    sound = [fix for fix in answer.fixes if fix.what and fix.condition and fix.owner and fix.due]
    if gate.outcome == "fix" and not unmended and len(sound) == len(answer.fixes):
        yield Advice("fixes-sound", "good", where, {"count": len(sound)})


def _fix(fix: Fix, context: Context) -> Iterator[Advice]:
    where = ("fixes", fix.id)
    if not fix.owner or is_no_person(fix.owner, context):
        yield Advice("fix-unowned", "warning", (*where, "owner"), {"what": fix.what})
    if fix.due is None:
        yield Advice("fix-undated", "warning", (*where, "due"), {"what": fix.what})
    talk = found("campaigns", fix.what, context)
    if talk:
        yield Advice("fix-is-talk", "warning", (*where, "what"), {"words": shown(talk)})


def _review(answer: Readiness, gate: Gate, context: Context) -> Iterator[Advice]:
    if answer.review is None:
        if gate.outcome in ("fix", "stop"):
            yield Advice("review-missing", "note", ("review",))
    elif answer.review < context.today:
        yield Advice("review-past", "warning", ("review",))
