"""Checks of the five questions: things one can see, causes, freedom to decide, measures named."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, listed, name_of, shown
from cxkit.kpi.conflicts import rule_of
from cxkit.kpi.model import CounterKpi, Decision, KpiPlan, KpiQuestions
from cxkit.kpi.words import found, is_nobody
from cxkit.language.word_lists import fold, has_figure

FEWEST = 3
BINDING = frozenset({"ranked", "target", "paid"})
"""Uses of a measure that people feel."""


def check_questions(answer: KpiQuestions, context: Context) -> list[Advice]:
    """Return the advice on the five questions; an empty answer gets none."""
    if answer.is_empty():
        return []
    return [
        *_marks(answer, context),
        *_drifts(answer, context),
        *_decisions(answer, context),
        *_encouragements(answer, context),
        *_against(answer, context),
    ]


def _marks(answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    written = [mark for mark in answer.marks if mark.text]
    seen = [mark for mark in written if found("actions", mark.text, context)]
    for mark in written:
        traits = found("attitudes", mark.text, context)
        if traits and mark not in seen and not has_figure(mark.text):
            where = ("marks", mark.id, "text")
            yield Advice("mark-attitude", "warning", where, {"words": shown(traits)})
    tied = [mark for mark in written if context.label(mark.behaviour)]
    if written and not tied and context.of_kind("behaviour"):
        yield Advice("marks-untied", "note", ("marks",))
    kinds = {mark.who for mark in written if mark.who}
    if len(written) >= FEWEST and len(kinds) == 1:
        yield Advice("marks-one-side", "note", ("marks",))
    if len(seen) >= FEWEST and len(tied) >= FEWEST and len(kinds) > 1:
        yield Advice("marks-seen", "good", ("marks",), {"count": len(seen)})


def _drifts(answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    written = [drift for drift in answer.drifts if drift.text]
    for drift in written:
        blame = found("blame", f"{drift.text} {drift.pushed_by}", context)
        if blame:
            where = ("drifts", drift.id, "text")
            yield Advice("drift-blames", "warning", where, {"words": shown(blame)})
        elif not drift.pushed_by:
            where = ("drifts", drift.id, "pushed_by")
            yield Advice("drift-no-push", "warning", where, {"what": brief(drift.text)})


def _decisions(answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    written = [one for one in answer.decisions if one.decision]
    free = [one for one in written if _is_free(one, context)]
    for one in written:
        where = ("decisions", one.id)
        asked = found("permission", one.decision, context)
        if asked:
            yield Advice("decision-asks", "warning", (*where, "decision"), {"words": shown(asked)})
        if not one.role:
            values = {"what": brief(one.decision)}
            yield Advice("decision-no-role", "warning", (*where, "role"), values)
        elif is_nobody(one.role, context):
            yield Advice("decision-nobody", "warning", (*where, "role"), {"role": one.role})
        elif not one.limit:
            values = {"what": brief(one.decision)}
            yield Advice("decision-no-limit", "note", (*where, "limit"), values)
    if len(free) >= FEWEST:
        yield Advice("decisions-free", "good", ("decisions",), {"count": len(free)})


def _is_free(one: Decision, context: Context) -> bool:
    asked = found("permission", one.decision, context)
    named = bool(one.role) and not is_nobody(one.role, context)
    return named and has_figure(one.limit) and not asked


def _encouragements(answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    written = [one for one in answer.encouragements if one.text]
    for one in written:
        control = found("control", one.text, context)
        if control:
            where = ("encouragements", one.id, "text")
            yield Advice("control", "warning", where, {"words": shown(control)})
    kinds = {one.kind for one in written if one.kind}
    if len(written) >= FEWEST and len(kinds) == 1:
        yield Advice("encouragements-one-kind", "note", ("encouragements",))


def _against(answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    named = [one for one in answer.against if one.name]
    if not named:
        yield Advice("against-none", "warning", ("against",))
    for one in named:
        yield from _counter(one, answer, context)
    whole = [one for one in named if one.why.strip() and one.instead and _is_changed(one)]
    if named and len(whole) == len(named) and any(context.label(one.behaviour) for one in named):
        labels = listed([one.name for one in named], context.lang)
        yield Advice("against-answered", "good", ("against",), {"names": labels})


def _is_changed(one: CounterKpi) -> bool:
    return one.change in ("drop", "plan-only", "pair")


def _counter(one: CounterKpi, answer: KpiQuestions, context: Context) -> Iterator[Advice]:
    where, name = ("against", one.id), {"name": name_of(answer.against, one)}
    rule = rule_of(one.name, context.written)
    if rule:
        told = {"why": rule.why.in_(context.lang), "better": rule.better.in_(context.lang)}
        if not (one.why.strip() and one.instead):
            yield Advice("against-known", "note", (*where, "name"), {**name, **told})
    elif not one.why.strip():
        yield Advice("against-no-why", "warning", (*where, "why"), name)
    if one.use in BINDING and one.change == "keep":
        yield Advice("against-kept", "warning", (*where, "change"), name)
    if one.change in ("drop", "plan-only") and _stays(one, context):
        yield Advice("against-in-plan", "warning", (*where, "change"), name)


def _stays(one: CounterKpi, context: Context) -> bool:
    plan = context.answers.get(KpiPlan.exercise)
    kpis = plan.kpis if isinstance(plan, KpiPlan) else ()
    return any(fold(kpi.name) == fold(one.name) and kpi.target is not None for kpi in kpis)
