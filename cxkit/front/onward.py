"""Where to go on: chapters with their progress, the next step, the thread at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.wording import Chapter, page_of
from cxkit.language import Lang, format_percent, translator
from cxkit.language import mark as _
from cxkit.store import Place, WorkbookInfo
from cxkit.workbook import ChapterPlan, Progress, Workbook
from cxkit.workbook.thread_words import worded

_BREAKS = 3


@dataclass(frozen=True)
class ChapterCard:
    """A chapter on the programme map."""

    number: int
    chapter: Chapter
    exercises: Sequence[tuple[str, str, Progress]]

    @property
    def done(self) -> int:
        """How many exercises are complete."""
        return sum(progress is Progress.COMPLETE for *_rest, progress in self.exercises)

    @property
    def state(self) -> Progress | None:
        """The chapter's progress; None when it has a lesson only."""
        states = {progress for *_rest, progress in self.exercises}
        if not states:
            return None
        if Progress.ATTENTION in states:
            return Progress.ATTENTION
        if states == {Progress.COMPLETE}:
            return Progress.COMPLETE
        return Progress.EMPTY if states == {Progress.EMPTY} else Progress.BEGUN


def chapter_card(plan: ChapterPlan, book: Workbook | None, lang: Lang) -> ChapterCard:
    """Return a chapter with the progress of its exercises."""
    listed = [
        (
            exercise.id,
            exercise.wording.title.in_(lang),
            book.progress(exercise.id) if book else Progress.EMPTY,
        )
        for exercise in plan.exercises
    ]
    return ChapterCard(plan.number, plan.chapter, listed)


@dataclass(frozen=True)
class NextStep:
    """Where to go on: a page, a title and why this one."""

    url: str
    title: str
    reason: str


def _left_at(cards: Sequence[ChapterCard], place: Place) -> tuple[ChapterCard, str] | None:
    """Return where somebody left work waiting, as a chapter and an exercise in it.

    That is the exercise they last wrote in, unless it is complete; else the chapter they last
    opened, from its top while nobody has begun it. A glance at another chapter, or a chapter that
    is done, is no place to go on.
    """
    for card in cards:
        for exercise, _title, progress in card.exercises:
            if exercise == place.exercise and progress in (Progress.BEGUN, Progress.ATTENTION):
                return card, exercise
    for card in cards:
        if card.chapter.notebook == place.chapter and card.state not in (None, Progress.COMPLETE):
            waiting = (e for e, _title, progress in card.exercises if progress != Progress.COMPLETE)
            return card, "" if card.state is Progress.EMPTY else next(waiting)
    return None


def next_step(cards: Sequence[ChapterCard], lang: Lang, info: WorkbookInfo | None) -> NextStep:
    """Say where to go on: where one left, else a chapter with work in it, else the thread."""
    tr = translator(lang)
    left = _left_at(cards, info.place) if info and info.place else None
    if left:
        card, exercise = left
        url = f"voila/render/{lang}/{card.chapter.notebook}.ipynb#{exercise}".removesuffix("#")
        title = tr("Continue: {chapter}").format(chapter=card.chapter.title.in_(lang))
        return NextStep(url, title, tr("Go on where you left"))
    waiting = [one for one in cards if one.state not in (None, Progress.COMPLETE)]
    if not waiting:
        return NextStep(exercise_url("thread", lang), tr("See the whole thread"), "")
    card = next((one for one in waiting if one.state is not Progress.EMPTY), waiting[0])
    url = f"voila/render/{lang}/{card.chapter.notebook}.ipynb"
    if all(one.state in (None, Progress.EMPTY) for one in cards):
        return NextStep(url, tr("Begin"), "")
    return NextStep(url, tr("Continue: {chapter}").format(chapter=card.chapter.title.in_(lang)), "")


_REASONS = {
    Progress.ATTENTION: _("needs attention"),
    Progress.BEGUN: _("begun"),
    Progress.EMPTY: _("not begun"),
}


def advised_step(cards: Sequence[ChapterCard], lang: Lang, first: NextStep) -> NextStep | None:
    """Say what else to do, besides going on at `first`: what needs a hand, else what comes next.

    That is the first exercise that needs attention or is begun, else the first one that is not
    begun, in the programme's order; None when all are complete, or none is begun.
    """
    if all(card.state in (None, Progress.EMPTY) for card in cards):
        return None
    listed = [
        (progress, title, exercise_url(exercise, lang))
        for card in cards
        for exercise, title, progress in card.exercises
    ]
    open_ones = [one for one in listed if one[2] != first.url]
    waiting = [one for one in open_ones if one[0] in (Progress.ATTENTION, Progress.BEGUN)]
    untouched = [one for one in open_ones if one[0] is Progress.EMPTY]
    found = next(iter(waiting or untouched), None)
    if found is None:
        return None
    progress, title, url = found
    return NextStep(url, title, translator(lang)(_REASONS[progress]))


def _below_home(page: str, lang: Lang) -> str:
    return f"voila/render/{lang}/{page}"


def exercise_url(exercise_id: str, lang: Lang) -> str:
    """Return the address of an exercise's place in its chapter, below home's."""
    return _below_home(page_of(exercise_id), lang)


@dataclass(frozen=True)
class ThreadGlance:
    """The red thread in a few words: how much of it holds, and what to mend next."""

    share: str
    breaks: Sequence[tuple[str, NextStep]]
    more: int
    url: str


def thread_glance(book: Workbook, lang: Lang) -> ThreadGlance | None:
    """Return the thread at a glance; None while there is nothing to tie."""
    thread = book.thread(lang)
    if thread.shown_coverage is None:
        return None
    loose = [one for one in thread.breaks if one.begun]
    shown = [worded(one, lang) for one in loose[:_BREAKS]]
    return ThreadGlance(
        format_percent(thread.shown_coverage, lang),
        [(one.says, NextStep(_below_home(one.page, lang), one.title, one.next)) for one in shown],
        len(thread.breaks) - len(shown),
        exercise_url("thread", lang),
    )
