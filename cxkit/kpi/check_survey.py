"""Checks of a survey: honest wording, right scales, enough answers, nobody punished."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of, shown
from cxkit.kpi.check_wording import check_wording, wording_is_clean
from cxkit.kpi.effort import RATED, invited, minutes_of, needs_of
from cxkit.kpi.model import Survey
from cxkit.kpi.words import found
from cxkit.language import format_number
from cxkit.stats.base import PUBLISH

LONGEST = 4.0
SHORT = 3.0
"""Minutes: people begin to leave after the first, and are still all there before the second."""


def check_survey(answer: Survey, context: Context) -> list[Advice]:
    """Return the advice on a survey; an empty one gets none."""
    if answer.is_empty():
        return []
    return [
        *_invitation(answer, context),
        *check_wording(answer, context),
        *_feeds(answer, context),
        *_length(answer, context),
        *_way_out(answer, context),
        *_low_score(answer, context),
        *_sample(answer, context),
    ]


def _invitation(survey: Survey, context: Context) -> Iterator[Advice]:
    where = ("invitation",)
    if not survey.invitation.strip():
        return
    missing = [
        key
        for key, words in (("purpose", "purpose"), ("time", "minutes"), ("privacy", "privacy"))
        if not found(words, survey.invitation, context)
    ]
    for key in missing:
        yield Advice(f"invitation-{key}", "note", where)
    if not missing and not found("begging", survey.invitation, context):
        yield Advice("invitation-honest", "good", where)


def _feeds(survey: Survey, context: Context) -> Iterator[Advice]:
    asked = [one for one in survey.questions if one.text]
    if not asked:
        return
    closed = [one for one in asked if one.kind not in ("", "open")]
    idle = [one for one in closed if not context.label(one.kpi)]
    for one in asked:
        if not one.kind:
            where = ("questions", one.id, "kind")
            yield Advice("kind-missing", "note", where, {"name": name_of(survey.questions, one)})
    if idle and context.of_kind("kpi"):
        names = listed([name_of(survey.questions, one) for one in idle], context.lang)
        yield Advice("feeds-nothing", "warning", ("questions", idle[0].id, "kpi"), {"names": names})
    if all(one.kind != "open" for one in asked):
        yield Advice("no-open", "note", ("questions",))
    if len(closed) >= 2 and not idle and wording_is_clean(survey, context):
        yield Advice("clean-wording", "good", ("questions",), {"count": len(closed)})


def _length(survey: Survey, context: Context) -> Iterator[Advice]:
    asked = [one for one in survey.questions if one.text]
    minutes = minutes_of(survey)
    values: dict[str, str | int] = {
        "minutes": format_number(max(0.5, round(minutes * 2) / 2), context.lang),
        "count": len(asked),
    }
    if minutes > LONGEST:
        yield Advice("too-long", "warning", ("questions",), values)
    elif len(asked) >= 3 and minutes <= SHORT and any(one.kind == "open" for one in asked):
        yield Advice("short", "good", ("questions",), values)


def _way_out(survey: Survey, context: Context) -> Iterator[Advice]:
    stuck = [
        one
        for one in survey.questions
        if one.text and one.kind in RATED and not one.not_applicable and not one.optional
    ]
    if stuck:
        names = listed([name_of(survey.questions, one) for one in stuck], context.lang)
        where = ("questions", stuck[0].id, "not_applicable")
        yield Advice("no-way-out", "warning", where, {"names": names})


def _low_score(survey: Survey, context: Context) -> Iterator[Advice]:
    where = ("low_score",)
    written = f"{survey.low_score} {survey.invitation} {survey.closing}"
    punished = found("punishing", written, context)
    if punished:
        yield Advice("punishing", "problem", where, {"words": shown(punished)})
        return
    if not survey.low_score.strip():
        yield Advice("low-score-open", "warning", where)
    elif found("follow_up", survey.low_score, context) and _has_time(survey.low_score, context):
        yield Advice("low-score-answered", "good", where)
    else:
        yield Advice("low-score-vague", "note", where)


def _has_time(text: str, context: Context) -> bool:
    return bool(found("deadlines", text, context))


def _sample(survey: Survey, context: Context) -> Iterator[Advice]:
    if survey.sampling == "hand-picked":
        yield Advice("hand-picked", "problem", ("sampling",))
    elif survey.sampling == "whoever":
        yield Advice("whoever", "warning", ("sampling",))
    planned, people = survey.answers, survey.population
    if planned is None:
        if survey.questions:
            yield Advice("answers-open", "note", ("answers",))
        return
    if people is not None and planned > people:
        yield Advice("more-than-people", "problem", ("answers",))
        return
    yield from _precision(survey, planned, context)
    ask = invited(survey)
    # The response rate is a rounded figure: what it promises of everybody may be planned.
    promised = round((people or 0) * (survey.response or 0) / 100)
    if ask is not None and people and ask > people and planned > promised:
        values = {"invited": format_number(ask, context.lang), "people": f"{people:g}"}
        yield Advice("not-enough-people", "warning", ("response",), values)


def _precision(survey: Survey, planned: float, context: Context) -> Iterator[Advice]:
    needs = needs_of(survey)
    if planned < PUBLISH and not (survey.population and planned >= survey.population):
        yield Advice("few-answers", "warning", ("answers",), {"least": PUBLISH})
    for need in needs:
        if need.reached is not None and not need.enough:
            values = {
                "margin": format_number(need.margin, context.lang),
                "reached": format_number(need.reached, context.lang, 1),
                "needed": format_number(need.needed, context.lang),
            }
            yield Advice(f"{need.figure}-imprecise", "warning", ("answers",), values)
    if needs and all(need.enough for need in needs):
        values = {"margin": format_number(needs[0].margin, context.lang)}
        yield Advice("sample-enough", "good", ("answers",), values)
