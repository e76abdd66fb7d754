"""Breaks of the red thread as people read them, and as machines do."""

from dataclasses import dataclass
from typing import Any

from cxkit.core.thread import Break, Thread
from cxkit.core.wording import page_of, wording_of
from cxkit.language import Lang


@dataclass(frozen=True)
class WordedBreak:
    """A break in words: what it is, why it matters, what to do, and where."""

    key: str
    stage: str
    says: str
    why: str
    next: str
    exercise: str
    title: str
    page: str
    begun: bool


def worded(found: Break, lang: Lang) -> WordedBreak:
    """Word one break in `lang`, with the place that mends it (``"05-journey.ipynb#blueprint/lines"``)."""
    words = wording_of("thread").advice[found.key]
    return WordedBreak(
        found.key,
        found.stage,
        words.says.fill(lang, found.values),
        words.why.fill(lang, found.values),
        words.next.fill(lang, found.values),
        found.exercise,
        wording_of(found.exercise).title.in_(lang),
        page_of(found.exercise, *found.where),
        found.begun,
    )


def thread_json(thread: Thread, lang: Lang) -> dict[str, Any]:
    """Return a thread for machines: coverage from 0 to 1, stages, and each break with its words."""
    return {
        "coverage": None if thread.coverage is None else round(thread.coverage, 4),
        "stages": [{"stage": s.stage, "due": s.due, "held": s.held} for s in thread.strands],
        "breaks": [
            {
                "key": one.key,
                "stage": one.stage,
                "item": found.node.id if found.node else None,
                "says": one.says,
                "why": one.why,
                "next": one.next,
                "exercise": one.exercise,
                "where": list(found.where),
                "page": one.page,
                "begun": one.begun,
            }
            for found in thread.breaks
            for one in (worded(found, lang),)
        ],
    }
