"""Checks of a question's words and scale."""

import re
from collections.abc import Iterator, Sequence

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, shown
from cxkit.kpi.effort import RATED
from cxkit.kpi.model import Kpi, KpiPlan, Survey, SurveyItem
from cxkit.kpi.words import found
from cxkit.language.word_lists import fold

SCALES = RATED - {"agree-1-5"}
"""Kinds of question that share a measure's scale."""
_ONE_TO_TEN = {"csat-1-10"}


def check_wording(survey: Survey, context: Context) -> Iterator[Advice]:
    """Yield the advice on the wording and scales of a survey."""
    for field in ("invitation", "closing", "title"):
        begged = found("begging", getattr(survey, field), context)
        if begged:
            yield Advice("begging", "problem", (field,), {"words": shown(begged)})
    for one in survey.questions:
        if one.text:
            yield from _words(one, context)
            yield from _scale(one, context)
            yield from _ends(one, context)


def wording_is_clean(survey: Survey, context: Context) -> bool:
    """Say whether nothing in the wording bends the answers."""
    found_out = check_wording(survey, context)
    return not any(advice.severity in ("warning", "problem") for advice in found_out)


def _words(one: SurveyItem, context: Context) -> Iterator[Advice]:
    where = ("questions", one.id, "text")
    begged = found("begging", f"{one.text} {one.low} {one.high}", context)
    led = found("leading", one.text, context)
    if begged:
        yield Advice("begging", "problem", where, {"words": shown(begged)})
    if led:
        yield Advice("leading", "warning", where, {"words": shown(led)})
    if one.kind in RATED and is_double(one.text, context):
        yield Advice("double", "warning", where, {"text": brief(one.text)})


def is_double(text: str, context: Context) -> bool:
    """Say whether a question joins two things that may be rated differently."""
    if found("one_thing", text, context):
        return False
    # Word lists forget accents, and "è" is no "e".
    plain = re.sub("[èéÈÉ]", "_", text)
    return bool(found("joining", plain, context) or re.search(r"\w\s*/\s*[^\W\d]", plain))


def _scale(one: SurveyItem, context: Context) -> Iterator[Advice]:
    where = ("questions", one.id, "kind")
    kpi = _kpi_of(one, context)
    told = found("one_to_ten", one.text, context)
    is_nps = bool(kpi and kpi.scale == "nps-0-10") or bool(found("nps", one.text, context))
    recommends = one.kind in _ONE_TO_TEN and found("recommend", one.text, context)
    if one.kind in _ONE_TO_TEN and (is_nps or recommends):
        yield Advice("nps-from-one", "problem", where)
    elif one.kind == "nps-0-10" and told:
        yield Advice("nps-from-one", "problem", ("questions", one.id, "text"))
    elif kpi and one.kind in SCALES and kpi.scale in SCALES and kpi.scale != one.kind:
        values = {"text": brief(one.text), "kpi": brief(kpi.name)}
        yield Advice("scale-differs", "warning", where, values)


def _kpi_of(one: SurveyItem, context: Context) -> Kpi | None:
    plan = context.answers.get(KpiPlan.exercise)
    kpis: Sequence[Kpi] = plan.kpis if isinstance(plan, KpiPlan) else ()
    return next((kpi for kpi in kpis if kpi.id == one.kpi), None)


def _ends(one: SurveyItem, context: Context) -> Iterator[Advice]:
    if one.kind not in RATED:
        return
    if not one.low or not one.high:
        field = "high" if one.low else "low"
        where = ("questions", one.id, field)
        yield Advice("ends-missing", "note", where, {"text": brief(one.text)})
    elif fold(one.low) == fold(one.high) or (
        found("praise", one.low, context) and not found("negations", one.low, context)
    ):
        values = {"low": one.low, "high": one.high}
        yield Advice("ends-lopsided", "warning", ("questions", one.id, "low"), values)
