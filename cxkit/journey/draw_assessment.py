"""The obstacles along the journey."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.journey.cells import cut, signed
from cxkit.journey.layout import Column, stretches_of
from cxkit.journey.model import Assessment, Journey, Obstacle

KINDS = ("process", "organisation", "technology")


@dataclass(frozen=True)
class Row:
    """One touchpoint with its obstacles; `column` is None for obstacles without a place."""

    column: Column | None
    obstacles: tuple[Obstacle, ...]

    def of(self, kind: str) -> list[Obstacle]:
        """Return the obstacles of one kind, the most severe first."""
        return _ranked(obstacle for obstacle in self.obstacles if obstacle.kind == kind)


@dataclass(frozen=True)
class Group:
    """The rows of one phase."""

    name: str
    rows: tuple[Row, ...]


def draw_assessment(assessment: Assessment, context: Context) -> Picture:
    """Draw the obstacles: touchpoints down, kinds across, with their severity."""
    say = Phrases(Assessment.exercise, context.lang)
    if not assessment.obstacles and not assessment.clear:
        return draw(
            "obstacles-empty.html.j2", say, context,
            title=say("empty-title"), description=say("empty"), kinds=KINDS,
        )  # fmt: skip
    found = context.answers.get(Journey.exercise)
    journey = found if isinstance(found, Journey) else Journey()
    kinds = [*KINDS, ""] if any(not o.kind for o in assessment.obstacles) else [*KINDS]
    first = next((o for o in assessment.obstacles if o.id == assessment.first), None)
    return draw(
        "obstacles.html.j2",
        say,
        context,
        title=say("title", title=journey.title) if journey.title else say("untitled"),
        description=_describe(assessment, say),
        wide=True,
        assessment=assessment,
        groups=_groups(assessment, journey, say),
        kinds=kinds,
        counts={kind: _of_kind(assessment, kind) for kind in KINDS},
        first=first,
        cut=cut,
        signed=signed,
    )


def _ranked(obstacles: Iterable[Obstacle]) -> list[Obstacle]:
    return sorted(obstacles, key=lambda o: -1 if o.severity is None else o.severity, reverse=True)


def _of_kind(assessment: Assessment, kind: str) -> list[Obstacle]:
    return _ranked(obstacle for obstacle in assessment.obstacles if obstacle.kind == kind)


def _groups(assessment: Assessment, journey: Journey, say: Phrases) -> list[Group]:
    """Return the touchpoints of each phase, then the obstacles that have no place on the map."""
    groups = []
    for stretch in stretches_of(journey, say):
        rows = tuple(
            Row(column, _at(assessment.obstacles, column.point.id))
            for column in stretch.columns
            if column.point
        )
        if rows:
            groups.append(Group(stretch.name, rows))
    known = {point.id for point in journey.touchpoints}
    loose = tuple(o for o in assessment.obstacles if o.touchpoint not in known)
    if loose:
        groups.append(Group("", (Row(None, loose),)))
    return groups


def _at(obstacles: Sequence[Obstacle], touchpoint: str) -> tuple[Obstacle, ...]:
    return tuple(obstacle for obstacle in obstacles if obstacle.touchpoint == touchpoint)


def _describe(assessment: Assessment, say: Phrases) -> str:
    counts = {kind: len(_of_kind(assessment, kind)) for kind in KINDS}
    places = {obstacle.touchpoint for obstacle in assessment.obstacles if obstacle.touchpoint}
    return say("describe", obstacles=len(assessment.obstacles), touchpoints=len(places), **counts)
