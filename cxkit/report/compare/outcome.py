"""What two states of a workbook say together: the gaps, the thread, the work done."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.thread import Break, Thread
from cxkit.cycle.gaps import Reading, read_gaps
from cxkit.language import Lang
from cxkit.workbook.thread_words import worded


@dataclass(frozen=True)
class GapChange:
    """A gap then and now: its figures, the target, and whether it was and is reached."""

    name: str
    before: float | None
    now: float | None
    target: float | None
    unit: str
    was_reached: bool | None
    is_reached: bool | None

    @property
    def closed(self) -> bool:
        """Whether it has been closed since."""
        return self.is_reached is True and self.was_reached is not True


@dataclass(frozen=True)
class ThreadChange:
    """The red thread then and now: coverage, the breaks that were mended, and the new ones."""

    before: float | None
    now: float | None
    mended: tuple[str, ...]
    torn: tuple[str, ...]
    left: int


def gap_changes(before: Context, after: Context) -> list[GapChange]:
    """Return the gaps of both sides: those closed since first, then the rest as they stand."""
    were, are = read_gaps(before), read_gaps(after)
    found = [_gap(were.get(id_), one, after) for id_, one in are.items()]
    found += [_gap(one, None, before) for id_, one in were.items() if id_ not in are]
    return sorted((one for one in found if one.name), key=lambda one: not one.closed)


def _gap(was: Reading | None, now: Reading | None, context: Context) -> GapChange:
    one = now or was
    assert one is not None  # noqa: S101 (each gap is of one side at least)
    name = one.gap.name or context.label(one.gap.touchpoint)
    return GapChange(
        name,
        was.gap.now if was else None,
        now.gap.now if now else None,
        one.target,
        one.unit,
        was.is_reached if was else None,
        now.is_reached if now else None,
    )


def thread_change(before: Thread, after: Thread, lang: Lang) -> ThreadChange:
    """Return what became of the red thread; a break is the same when rule and item are."""
    were, are = _by_place(before), _by_place(after)
    return ThreadChange(
        before.shown_coverage,
        after.shown_coverage,
        tuple(worded(one, lang).says for place, one in were.items() if place not in are),
        tuple(worded(one, lang).says for place, one in are.items() if place not in were),
        len(are),
    )


def _by_place(thread: Thread) -> Mapping[tuple[str, str, str], Break]:
    return {(b.key, b.exercise, b.node.id if b.node else ""): b for b in thread.breaks}
