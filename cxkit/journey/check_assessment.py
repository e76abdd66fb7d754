"""Checks of the assessment: obstacles that are facts, causes and choices."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of
from cxkit.core.thread import place_to_link
from cxkit.core.wording import wording_of
from cxkit.journey.model import Assessment, Journey, Obstacle, Touchpoint
from cxkit.journey.words import blame, starts_from_solution

SEVERE = 3
"""An obstacle of this severity or more takes trust away."""


def check_assessment(assessment: Assessment, context: Context) -> list[Advice]:
    """Return the advice on an assessment; looks at the journey map for lows and moments."""
    if not assessment.obstacles:
        return []
    journey = context.answers.get("journey-map")
    points = journey.in_order() if isinstance(journey, Journey) else ()
    return [
        *_wording(assessment, context),
        *_kinds(assessment, context),
        *_severity(assessment, context),
        *_severe(assessment),
        *_places(assessment, points),
        *_first(assessment),
    ]


def _about(
    assessment: Assessment, obstacle: Obstacle, field: str
) -> tuple[tuple[str, ...], dict[str, str | int | float]]:
    where = ("obstacles", obstacle.id, field)
    return where, {"what": name_of(assessment.obstacles, obstacle)}


def _wording(assessment: Assessment, context: Context) -> Iterator[Advice]:
    for obstacle in assessment.obstacles:
        where, values = _about(assessment, obstacle, "what")
        if word := blame(obstacle.what, context.written):
            yield Advice("blames-people", "warning", where, {**values, "word": word})
        if starts_from_solution(obstacle.what, context.written):
            yield Advice("missing-solution", "note", where, values)


def _kinds(assessment: Assessment, context: Context) -> Iterator[Advice]:
    named = [obstacle for obstacle in assessment.obstacles if obstacle.kind]
    kinds = {obstacle.kind for obstacle in named}
    if len(kinds) == 3:
        yield Advice("good-kinds", "good", ("obstacles",))
    if len(named) < 3 or len(kinds) != 1:
        return
    where = ("obstacles", named[0].id, "kind")
    kind = named[0].kind
    if kind == "technology":
        yield Advice("only-technology", "warning", where, {"count": len(named)})
        return
    label = wording_of(assessment.exercise).field("obstacles", "kind").options[kind]
    in_words = label.in_(context.lang).lower()
    yield Advice("one-kind", "warning", where, {"count": len(named), "kind": in_words})


def _severity(assessment: Assessment, context: Context) -> Iterator[Advice]:
    unrated = [obstacle for obstacle in assessment.obstacles if obstacle.severity is None]
    if unrated:
        names = listed([name_of(assessment.obstacles, one) for one in unrated], context.lang)
        where = ("obstacles", unrated[0].id, "severity")
        yield Advice("severity-missing", "note", where, {"names": names})
    rated = [obstacle for obstacle in assessment.obstacles if obstacle.severity is not None]
    if len(rated) >= 4 and len({obstacle.severity for obstacle in rated}) == 1:
        where = ("obstacles", rated[0].id, "severity")
        yield Advice("severity-flat", "warning", where, {"count": len(rated)})


def _severe(assessment: Assessment) -> Iterator[Advice]:
    severe = [o for o in assessment.obstacles if o.severity is not None and o.severity >= SEVERE]
    for obstacle in severe:
        if not obstacle.effect.strip():
            where, values = _about(assessment, obstacle, "effect")
            yield Advice("severe-without-effect", "problem", where, values)
        if not obstacle.evidence.strip():
            where, values = _about(assessment, obstacle, "evidence")
            yield Advice("severe-without-evidence", "note", where, values)
    if severe and all(o.effect.strip() and o.evidence.strip() for o in severe):
        yield Advice("good-severe", "good", ("obstacles", severe[0].id, "evidence"))


def _places(assessment: Assessment, points: tuple[Touchpoint, ...]) -> Iterator[Advice]:
    known = {point.id for point in points}
    for obstacle in assessment.obstacles:
        if not obstacle.touchpoint or (points and obstacle.touchpoint not in known):
            where, values = _about(assessment, obstacle, "touchpoint")
            yield Advice("no-touchpoint", "warning", where, values)
    blocked = {obstacle.touchpoint for obstacle in assessment.obstacles}
    for point in points:
        values = {"name": name_of(points, point)}
        examined = point.id in blocked or point.id in assessment.clear
        if point.emotion is not None and point.emotion <= -2 and point.id not in blocked:
            place = place_to_link("obstacles", "touchpoint", point.id)
            yield Advice("low-without-obstacle", "warning", place, values)
        elif point.moment_of_truth and not examined:
            yield Advice("moment-unexamined", "warning", ("clear",), values)
        if point.id in blocked and point.id in assessment.clear:
            yield Advice("clear-and-obstacle", "warning", ("clear",), values)


def _first(assessment: Assessment) -> Iterator[Advice]:
    chosen = next((o for o in assessment.obstacles if o.id == assessment.first), None)
    if chosen is None:
        if len(assessment.obstacles) > 1:
            yield Advice("nothing-first", "note", ("first",))
        return
    worst = max((o.severity or 0 for o in assessment.obstacles), default=0)
    reasoned = bool(assessment.reason.strip())
    if reasoned and chosen.effect.strip() and (chosen.severity or 0) >= SEVERE:
        yield Advice("good-first", "good", ("first",))
    elif not reasoned and (chosen.severity or 0) < worst:
        _, values = _about(assessment, chosen, "what")
        yield Advice("first-is-lighter", "warning", ("reason",), values)
