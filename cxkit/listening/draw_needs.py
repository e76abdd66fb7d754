"""The canvas of minimum requirements and memorable experiences, and what the answers made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.language import format_percent
from cxkit.listening.model import Needs, Requirement
from cxkit.listening.plot import Mark, marks_of
from cxkit.listening.replies import tallies
from cxkit.listening.verdicts import Verdict, verdict_of
from cxkit.stats.kano_table import LEAST_SHOWN, LEAST_TESTED, RANK, Share, Tally


@dataclass(frozen=True)
class Entry:
    """One requirement as the picture shows it."""

    number: int
    own: Requirement
    need: str
    persona: str
    tally: Tally
    verdict: Verdict

    @property
    def bars(self) -> list[tuple[str, float, float]]:
        """The categories given, each with where its bar begins and how wide it is, of 100."""
        found: list[tuple[str, float, float]] = []
        start = 0.0
        for category in RANK:
            width = 100 * self.tally[category] / self.tally.n
            if width:
                found.append((category, round(start, 2), round(width, 2)))
            start += width
        return found


def draw_needs(answer: Needs, context: Context) -> Picture:
    """Draw the canvas, the Better/Worse plot with its bases, and the questionnaire."""
    say = Phrases(Needs.exercise, context.lang)
    entries = _entries(answer, context)
    shown = [one for one in entries if one.tally.n >= LEAST_SHOWN]
    return draw(
        "needs.html.j2",
        say,
        context,
        say("title"),
        _describe(entries, say) if entries else say("empty"),
        entries=entries,
        minimum=_on("minimum", entries),
        memorable=_on("memorable", entries),
        between=_on("proportional", entries),
        open=_on("", entries),
        asked=answer.asked,
        shown=shown,
        withheld=[one for one in entries if 0 < one.tally.n < LEAST_SHOWN],
        marks=_marks(shown),
        learned=answer.learned,
        least=LEAST_SHOWN,
        thin=any(one.tally.n < LEAST_TESTED for one in shown),
        tested=LEAST_TESTED,
        ratio=lambda share: _ratio(share, context),
        wide=True,
    )


def _entries(answer: Needs, context: Context) -> list[Entry]:
    owners = _owners(context)
    counted = tallies(answer)
    written = [one for one in answer.requirements if one.text or one.need]
    return [
        Entry(
            number,
            one,
            context.label(one.need),
            owners.get(one.need, ""),
            counted[one.id],
            verdict_of(one.side, counted[one.id]),
        )
        for number, one in enumerate(written, start=1)
    ]


def _owners(context: Context) -> dict[str, str]:
    """Name the persona of each need."""
    personas = context.of_kind("persona")
    return {
        item.id: persona.label
        for persona in personas
        for item in persona.items()
        if item.link_kind == "need"
    }


def _on(side: str, entries: Sequence[Entry]) -> list[Entry]:
    return [one for one in entries if one.own.side == side]


def _marks(shown: Sequence[Entry]) -> list[Mark]:
    return marks_of(
        [
            (one.number, one.tally.worse, one.tally.better)
            for one in shown
            if one.tally.worse and one.tally.better
        ]
    )


def _ratio(share: Share | None, context: Context) -> str:
    """Write a share with its interval, such as ``72% (55–84)``."""
    if share is None:
        return "–"
    low, high = round(100 * share.low), round(100 * share.high)
    return f"{format_percent(share.value, context.lang)} ({low}–{high})"


def _describe(entries: Sequence[Entry], say: Phrases) -> str:
    sides = {side: len(_on(side, entries)) for side in ("minimum", "memorable", "proportional")}
    against = sum(one.verdict == "contradicts" for one in entries)
    return say("describe", **sides, against=against, open=len(_on("", entries)))
