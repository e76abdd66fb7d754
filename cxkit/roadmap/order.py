"""What the dependencies of a plan amount to: circles, and steps that start too early."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter

from cxkit.roadmap.model import Roadmap, Step


def circle_of(roadmap: Roadmap) -> list[Step]:
    """Return the steps that wait for one another in a circle, in order; empty when none do.

    Examples
    --------
    >>> steps = [Step(id="a", name="A", after=["b"]), Step(id="b", name="B", after=["a"])]
    >>> sorted(step.name for step in circle_of(Roadmap(steps=steps)))
    ['A', 'B']
    """
    by_id = {step.id: step for step in roadmap.steps}
    waits = {step.id: [one for one in step.after if one in by_id] for step in roadmap.steps}
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        # Each one in the list is what the next one waits for; the first stands at its end again.
        return [by_id[one] for one in error.args[1][:-1]]
    return []


def too_early(roadmap: Roadmap) -> Iterator[tuple[Step, Step]]:
    """Walk the pairs of a step and another it depends on, where it starts before that one ends."""
    for step in roadmap.steps:
        for first in roadmap.before(step):
            if step.starts and first.ends and step.starts < first.ends:
                yield step, first


def holding(roadmap: Roadmap) -> int:
    """Count the dependencies between dated steps that hold."""
    dated = sum(
        bool(step.starts and first.ends) for step in roadmap.steps for first in roadmap.before(step)
    )
    return dated - len(list(too_early(roadmap)))


def busiest_day(steps: Sequence[Step]) -> tuple[date, int] | None:
    """Return the first day on which most steps run, and how many; None when none is dated.

    Examples
    --------
    >>> days = [(date(2027, 1, 1), date(2027, 2, 1)), (date(2027, 1, 15), date(2027, 3, 1))]
    >>> busiest_day([Step(starts=start, ends=end) for start, end in days])
    (datetime.date(2027, 1, 15), 2)
    """
    runs = [(s.starts, s.ends) for s in steps if s.starts and s.ends and s.starts <= s.ends]
    running = Counter({
        day: sum(start <= day <= end for start, end in runs) for day, _ in sorted(runs)
    })  # fmt: skip
    return max(running.items(), key=lambda pair: pair[1], default=None)


def first_day(roadmap: Roadmap) -> date | None:
    """Return the day on which the plan begins; None when no step has a date."""
    return min((day for step in roadmap.steps if (day := step.starts or step.ends)), default=None)


def in_time(roadmap: Roadmap) -> list[Step]:
    """Return the steps by date, those without one last, else in the order they were written."""
    return sorted(
        roadmap.steps,
        key=lambda step: (step.starts or step.ends or date.max, step.ends or date.max),
    )
