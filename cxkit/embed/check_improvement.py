"""Checks of the improvement loops: they turn, somebody decides, something is learned and kept."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, listed, shown
from cxkit.core.wording import wording_of
from cxkit.embed.model import Improvement, Loop
from cxkit.embed.turns import coverage_of, is_due, stage_of
from cxkit.embed.words import found, is_nobody, is_only
from cxkit.language.word_lists import has_figure

PACE = {"daily": 1, "weekly": 2, "fortnightly": 3, "monthly": 4, "quarterly": 5, "yearly": 6}
SLOWEST = {
    "event": "weekly", "daily": "weekly", "weekly": "fortnightly", "monthly": "monthly",
    "quarterly": "quarterly", "yearly": "yearly",
}  # fmt: skip
"""How slowly a loop may turn on a signal that comes at this pace: a few signals, not a heap."""

LONG_TRIAL = 90
SEVERAL = 3


def check_improvement(answer: Improvement, context: Context) -> list[Advice]:
    """Return the advice on loops; looks at the journey and at the listening posts."""
    if answer.is_empty():
        return []
    return [
        *(advice for loop in answer.loops for advice in _rhythm(loop, context)),
        *(advice for loop in answer.loops for advice in _roles(loop, context)),
        *(advice for loop in answer.loops for advice in _trial(loop, context)),
        *_together(answer, context),
        *_coverage(answer, context),
    ]


def _name(loop: Loop) -> dict[str, str | int]:
    return {"loop": brief(loop.name or loop.tries) or "…"}


def _at(loop: Loop, field: str) -> tuple[str, ...]:
    return ("loops", loop.id, field)


def _rhythm(loop: Loop, context: Context) -> Iterator[Advice]:
    if not any(context.label(post) for post in loop.posts):
        yield Advice("loop-deaf", "note", _at(loop, "posts"), _name(loop))
    if not loop.cadence:
        yield Advice("no-cadence", "warning", _at(loop, "cadence"), _name(loop))
        return
    for post in loop.posts:
        pace = getattr(context.items.get(post), "frequency", "")
        slowest = SLOWEST.get(pace)
        if slowest and context.label(post) and PACE[loop.cadence] > PACE[slowest]:
            option = wording_of(Improvement.exercise).field("loops", "cadence").options
            values = {
                **_name(loop),
                "post": brief(context.label(post)),
                "slowest": option[slowest].in_(context.lang).lower(),
            }
            yield Advice("too-slow", "warning", _at(loop, "cadence"), values)
            return


def _roles(loop: Loop, context: Context) -> Iterator[Advice]:
    if not loop.decides or is_nobody(loop.decides, context):
        yield Advice("nobody-decides", "warning", _at(loop, "decides"), _name(loop))
    elif far := found("far", loop.decides, context):
        yield Advice("decides-far", "warning", _at(loop, "decides"), {"words": shown(far)})
    if not loop.looks or is_nobody(loop.looks, context):
        yield Advice("nobody-looks", "warning", _at(loop, "looks"), _name(loop))
    if not loop.tells:
        yield Advice("nobody-tells", "warning", _at(loop, "tells"), _name(loop))
    if not loop.remit:
        yield Advice("no-remit", "note", _at(loop, "remit"), _name(loop))


def _trial(loop: Loop, context: Context) -> Iterator[Advice]:
    if not loop.tries:
        return
    if not loop.expected:
        yield Advice("expected-missing", "warning", _at(loop, "expected"), _name(loop))
    elif not has_figure(loop.expected):
        yield Advice("expected-vague", "note", _at(loop, "expected"), _name(loop))
    if not loop.check_by:
        yield Advice("no-check", "warning", _at(loop, "check_by"), _name(loop))
    elif loop.since and loop.check_by < loop.since:
        yield Advice("check-before", "warning", _at(loop, "check_by"), _name(loop))
    elif loop.since and (loop.check_by - loop.since).days > LONG_TRIAL:
        values = {**_name(loop), "days": (loop.check_by - loop.since).days, "most": LONG_TRIAL}
        yield Advice("trial-long", "note", _at(loop, "check_by"), values)
    yield from _lesson(loop, context)


def _lesson(loop: Loop, context: Context) -> Iterator[Advice]:
    learned = loop.learned.strip()
    if is_due(loop, context.today) and not learned:
        yield Advice("learned-missing", "warning", _at(loop, "learned"), _name(loop))
    if not learned:
        return
    flat = is_only("verdicts", learned, context)
    if flat:
        yield Advice("learned-verdict", "warning", _at(loop, "learned"), {"words": brief(learned)})
    if not loop.outcome:
        yield Advice("no-outcome", "warning", _at(loop, "outcome"), _name(loop))
    elif loop.outcome == "adopt" and not loop.standard:
        yield Advice("no-standard", "warning", _at(loop, "standard"), _name(loop))
    elif not flat and has_figure(learned) and loop.tells:
        dropped = loop.outcome == "drop"
        key = "dropped-wisely" if dropped else "loop-closed"
        yield Advice(key, "good", _at(loop, "learned"), _name(loop))


def _together(answer: Improvement, context: Context) -> Iterator[Advice]:
    where = ("loops",)
    tried = [loop for loop in answer.loops if loop.tries]
    if answer.loops and not tried:
        yield Advice("nothing-tried", "warning", where)
    stages = [stage_of(loop, context.today) for loop in tried]
    if len(stages) > 1 and set(stages) == {"plan"}:
        yield Advice("all-plan", "warning", where, {"count": len(stages)})
    elif len(stages) >= SEVERAL and "act" not in stages:
        yield Advice("no-act", "warning", where, {"count": len(stages)})
    ended = [loop for loop in tried if loop.outcome]
    if len(ended) >= SEVERAL and all(loop.outcome == "adopt" for loop in ended):
        yield Advice("never-wrong", "note", where, {"count": len(ended)})
    if any(loop.standard for loop in ended) and not answer.spread:
        yield Advice("lesson-stays", "note", ("spread",))


def _coverage(answer: Improvement, context: Context) -> Iterator[Advice]:
    seen = coverage_of(answer, context)
    left = [one for one in seen.open(seen.digital) if one.label]
    if left and answer.loops:
        names = listed([one.label_in(context.lang) for one in left], context.lang)
        values: dict[str, str | int] = {
            "count": len(left),
            "all": len(seen.digital),
            "touchpoints": names,
        }
        yield Advice("digital-open", "warning", ("loops",), values)
    elif seen.digital and answer.loops:
        yield Advice("digital-covered", "good", ("loops",), {"all": len(seen.digital)})
    truths = [one for one in seen.others if getattr(one, "moment_of_truth", False)]
    unheard = [one for one in seen.open(truths) if one.label]
    if unheard and answer.loops:
        names = listed([one.label_in(context.lang) for one in unheard], context.lang)
        yield Advice("moment-open", "note", ("loops",), {"touchpoints": names})
    stores = int(answer.stores or 0)
    if answer.stores and answer.stores_covered() < stores:
        values = {"covered": answer.stores_covered(), "stores": stores}
        yield Advice("stores-open", "note", ("stores",), values)
    elif answer.loops and answer.stores is None:
        yield Advice("stores-unknown", "note", ("stores",))
