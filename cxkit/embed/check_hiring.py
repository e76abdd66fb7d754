"""Checks of the hiring sheet: criteria from values, questions about deeds, steps one can see."""

from collections import Counter
from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, listed, shown
from cxkit.embed.model import Criterion, Hiring, Question, WelcomeStep
from cxkit.embed.words import begins, found, is_only

FORBIDDEN = ("family", "age", "origin", "health", "beliefs")
"""Subjects no interviewer may raise, by their word list."""

MOST_CRITERIA = 6
FIRST_WEEK = 5
LATER = 20


def check_hiring(answer: Hiring, context: Context) -> list[Advice]:
    """Return the advice on hiring; looks at the values the criteria are drawn from."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.criteria for advice in _criterion(one, context)),
        *_criteria(answer, context),
        *_meeting(answer),
        *_welcome(answer, context),
    ]


def _criterion(one: Criterion, context: Context) -> Iterator[Advice]:
    where = ("criteria", one.id)
    name = {"criterion": brief(one.name)}
    vague = found("adjectives", one.name, context)
    if vague and not one.behaviours:
        yield Advice("criterion-adjective", "warning", (*where, "name"), {"words": shown(vague)})
    backed = any(context.label(value) for value in one.values)
    if one.name and not backed:
        yield Advice("criterion-unbacked", "warning", (*where, "values"), name)
    asked = [question for question in one.questions if question.text]
    if one.name and not asked:
        yield Advice("no-question", "warning", (*where, "questions"), name)
    for question in asked:
        yield from _question(question, (*where, "questions", question.id), context)
    yield from _scorecard(one, context)
    sound = [question for question in asked if is_about_past(question, context)]
    if backed and len(sound) == len(asked) > 0 and _is_described(one, context):
        yield Advice("criterion-sound", "good", where, name)


def _question(question: Question, where: tuple[str, ...], context: Context) -> Iterator[Advice]:
    at = (*where, "text")
    raised = {topic: found(topic, question.text, context) for topic in FORBIDDEN}
    for topic, words in raised.items():
        if words:
            yield Advice(f"asks-{topic}", "problem", at, {"words": shown(words)})
    if any(raised.values()):
        return
    asks_past = bool(found("past", question.text, context))
    back = found("hindsight", question.text, context)
    future = [] if back else found("future", question.text, context)
    opinion = found("opinion", question.text, context)
    if future and not asks_past:
        yield Advice("question-future", "warning", at, {"words": shown(future)})
    elif opinion:
        yield Advice("question-opinion", "warning", at, {"words": shown(opinion)})
    elif not asks_past and begins("closed", question.text, context):
        yield Advice("question-closed", "warning", at)
    elif not asks_past:
        yield Advice("question-no-deed", "note", at)
    if not question.listen_for:
        yield Advice("nothing-to-listen-for", "note", (*where, "listen_for"))


def is_about_past(question: Question, context: Context) -> bool:
    """Say whether a question asks for something that happened, and for nothing forbidden."""
    barred = any(found(topic, question.text, context) for topic in (*FORBIDDEN, "opinion"))
    return bool(found("past", question.text, context)) and not barred


def _scorecard(one: Criterion, context: Context) -> Iterator[Advice]:
    written = [step for step in one.steps() if step]
    name = {"criterion": brief(one.name)}
    gaps = one.undescribed()
    if one.name and gaps:
        steps = ", ".join(level.removeprefix("level_") for level in gaps)
        yield Advice("step-undescribed", "warning", ("criteria", one.id, gaps[0]),
                     {**name, "steps": steps})  # fmt: skip
    graded = [step for step in written if is_only("grades", step, context)]
    if graded:
        yield Advice("step-grade", "warning", ("criteria", one.id), {"words": shown(graded)})
    if any(count > 1 for count in Counter(written).values()):
        yield Advice("steps-alike", "warning", ("criteria", one.id), name)


def _is_described(one: Criterion, context: Context) -> bool:
    steps = one.steps()
    graded = any(is_only("grades", step, context) for step in steps)
    return all(steps) and len(set(steps)) == len(steps) and not graded


def _criteria(answer: Hiring, context: Context) -> Iterator[Advice]:
    criteria = [one for one in answer.criteria if one.name]
    if len(criteria) > MOST_CRITERIA:
        values = {"count": len(criteria), "most": MOST_CRITERIA}
        yield Advice("criteria-many", "note", ("criteria",), values)
    used = {value for one in criteria for value in one.values}
    idle = [value for value in context.of_kind("value") if value.id not in used]
    if criteria and idle:
        names = listed([value.label_in(context.lang) for value in idle], context.lang)
        if names:
            yield Advice("value-unasked", "note", ("criteria",), {"values": names})


def _meeting(answer: Hiring) -> Iterator[Advice]:
    people = [one for one in answer.interviewers if one.who]
    if len(people) == 1:
        yield Advice("one-interviewer", "warning", ("interviewers",))
    elif people and not any(one.side in ("team", "other-team") for one in people):
        yield Advice("no-peer", "note", ("interviewers",))
    if len(people) > 1 and not answer.separate:
        yield Advice("scores-together", "warning", ("separate",))
    if answer.criteria and not answer.trial.strip():
        yield Advice("no-trial", "note", ("trial",))
    elif answer.trial_minutes is not None and answer.trial_minutes > 120:
        yield Advice("trial-long", "warning", ("trial_minutes",))


def _welcome(answer: Hiring, context: Context) -> Iterator[Advice]:
    where = ("onboarding",)
    steps = [one for one in answer.onboarding if one.what and one.day is not None]
    if not steps:
        return
    week = [one for one in steps if (one.day or 0) <= FIRST_WEEK]
    if not any(one.kind == "customers" for one in week):
        yield Advice("no-customer-first-week", "warning", where, {"days": FIRST_WEEK})
    first = [one for one in steps if one.day == 1]
    if first and all(one.kind == "paperwork" for one in first):
        yield Advice("paper-first", "warning", (*where, first[0].id, "kind"))
    if not any((one.day or 0) >= LATER for one in steps):
        yield Advice("welcome-short", "note", where, {"days": LATER})
    if not any(one.kind == "talk" for one in steps):
        yield Advice("newcomer-unheard", "note", where)
    for one in steps:
        if not one.who:
            yield Advice("step-nobody", "note", (*where, one.id, "who"), {"step": brief(one.what)})
    if not any(context.label(one.behaviour) for one in steps):
        yield Advice("welcome-no-behaviour", "warning", where)
    elif any(_is_lived(one, context) for one in week):
        yield Advice("first-week-lived", "good", where)


def _is_lived(step: WelcomeStep, context: Context) -> bool:
    """Say whether a step brings newcomers to customers, with somebody, for a behaviour."""
    return bool(step.kind == "customers" and step.who and context.label(step.behaviour))
