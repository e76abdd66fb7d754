"""The red thread: its stages on a line, where it breaks, and what mends each break."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.core.thread import STAGE_OF, STAGES, Break, Strand, Thread
from cxkit.core.wording import wording_of
from cxkit.language import format_percent
from cxkit.roadmap.model import Reading

SHOWN = 8
"""How many breaks of one kind are shown before the rest is folded away."""


@dataclass(frozen=True)
class Knot:
    """One stage on the line.

    `state` is ``held``, ``partly`` or ``loose`` where ties are due; ``start`` where something is
    written and nothing has to be tied; ``quiet`` where nothing is written yet.
    """

    name: str
    state: str
    held: int
    due: int
    written: int

    @property
    def loose(self) -> int:
        """How many ends hang loose."""
        return self.due - self.held


@dataclass(frozen=True)
class Mend:
    """All breaks that one exercise mends in one way: what each says, and where it is mended."""

    stage: str
    begun: bool
    says: tuple[tuple[str, str], ...]
    why: str
    next: str
    title: str
    page: str

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The breaks that are shown at once."""
        return self.says[:SHOWN]

    @property
    def folded(self) -> tuple[tuple[str, str], ...]:
        """The breaks that are folded away."""
        return self.says[SHOWN:]


def draw_reading(answer: Reading, context: Context) -> Picture:
    """Draw the red thread, what was decided on it, and all its breaks."""
    say = Phrases(Reading.exercise, context.lang)
    thread = context.thread or Thread((), (), (), ())
    knots = _knots(thread, say)
    mends = _mends(thread.breaks, say, context)
    return draw(
        "thread.html.j2", say, context, say("title"), _describe(thread, knots, say),
        wide=True, answer=answer, knots=knots, mends=mends,
        percent=_percent(thread, say),
    )  # fmt: skip


def _percent(thread: Thread, say: Phrases) -> str:
    share = thread.shown_coverage
    return "" if share is None else format_percent(share, say.lang)


def _knots(thread: Thread, say: Phrases) -> list[Knot]:
    strands = {strand.stage: strand for strand in thread.strands}
    names = say.options("first")
    written = [STAGE_OF.get(node.kind) for node in thread.nodes if node.label.strip()]
    return [
        _knot(strands.get(stage, Strand(stage, 0, 0)), names[stage], written.count(stage))
        for stage in STAGES
    ]


def _knot(strand: Strand, name: str, written: int) -> Knot:
    if not strand.due:
        state = "start" if written else "quiet"
    elif strand.held == strand.due:
        state = "held"
    else:
        state = "partly" if strand.held else "loose"
    return Knot(name, state, strand.held, strand.due, written)


def _mends(breaks: Iterable[Break], say: Phrases, context: Context) -> list[Mend]:
    names = say.options("first")
    found = []
    by_mend = groupby(breaks, key=lambda one: (one.stage, not one.begun, one.key, one.exercise))
    for (stage, _, key, exercise), some in by_mend:
        words = wording_of(Reading.exercise).advice[key]
        together: Sequence[Break] = list(some)
        found.append(
            Mend(
                names[stage],
                together[0].begun,
                tuple(
                    (words.says.fill(context.lang, one.values), context.page(exercise, *one.where))
                    for one in together
                ),
                words.why.in_(context.lang),
                words.next.in_(context.lang),
                wording_of(exercise).title.in_(context.lang),
                context.page(exercise),
            )
        )
    return found


def _describe(thread: Thread, knots: Sequence[Knot], say: Phrases) -> str:
    if thread.coverage is None:
        return say("empty")
    if not thread.breaks:
        return say("whole", due=sum(knot.due for knot in knots))
    loose = max(knots, key=lambda knot: knot.loose)
    return " ".join(
        [say("holds", share=_percent(thread, say)), say.count("breaks", len(thread.breaks)),
         say("most", stage=loose.name, n=loose.loose)]
    )  # fmt: skip
