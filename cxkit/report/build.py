"""Build the report's parts from a workbook and the cells of a notebook."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

import cxkit
from cxkit.core.advice import Advice
from cxkit.core.exercise import Exercise, find_exercise
from cxkit.core.wording import Chapter, chapters, wording_of
from cxkit.language import translator
from cxkit.report.answers import AnswerView, anchors_of
from cxkit.report.glossary import glossary
from cxkit.report.markup import Levels, scrollable, split_title
from cxkit.report.parts import (
    Block,
    ChapterPart,
    Drawing,
    ExercisePart,
    Lesson,
    Note,
    Outputs,
    Report,
)
from cxkit.report.request import Request
from cxkit.report.summary import OpenProblem, Summary, emotions_of, summary_of
from cxkit.report.views import Ref
from cxkit.workbook import Progress, progress_of

THREAD = "thread"
"""The exercise whose picture is the red thread."""

# The appendix has the heading that the cell of a notebook begins with.
_SAYS_SOURCES = re.compile(r"^<p><strong>[^<]*</strong>\s*")
_SEVERITIES = ("problem", "warning", "note", "good")


@dataclass
class Draft:
    """One chapter while its cells are read."""

    notebook: str
    title: str = ""
    blocks: list[Block] = field(default_factory=list)
    not_begun: list[str] = field(default_factory=list)
    levels: Levels = field(default_factory=lambda: Levels(top=3))


class Builder:
    """Collects what the cells of a notebook contribute.

    Parameters
    ----------
    request : Request
        What the report is to be about.
    shown : iterable of str
        Ids of the exercises that the notebook shows.
    """

    def __init__(self, request: Request, shown: Iterable[str]) -> None:
        self.request = request
        self.book = request.book
        self.lang = request.lang
        self.shown = tuple(dict.fromkeys(shown))
        self.context = replace(request.context, page=self._address)
        begun = (name for name in self.shown if name in self.book.answers)
        self.anchors = anchors_of(self.book.answers[name] for name in begun)
        self._view = AnswerView(self.context, self.anchors)
        self._drafts: dict[str, Draft] = {}
        self._placed: set[str] = set()
        self._found: dict[str, Sequence[Advice]] = {}
        self._sources: dict[str, Markup] = {}

    def add_lesson(self, notebook: str, html: str) -> None:
        """Put a lesson in its place; the title it begins with is the chapter's own."""
        draft = self._draft(notebook)
        if not draft.blocks and not draft.title:
            draft.title, html = split_title(html)
            _, chapter = _chapter_of(notebook)
            if chapter and Markup(html).striptags() == chapter.question.in_(self.lang):  # noqa: S704 (read only)
                return
        if html.strip():
            tr = translator(self.lang)
            moved = scrollable(draft.levels.moved(html), tr("Table"))
            draft.blocks.append(Lesson(Markup(moved)))  # noqa: S704 (cleaned)

    def add_sources(self, notebook: str, html: str) -> None:
        """Keep what a chapter rests on for the end of the report."""
        said = _SAYS_SOURCES.sub("<p>", html)
        self._draft(notebook)
        self._sources[notebook] = Markup(Levels(top=4).moved(said))  # noqa: S704 (cleaned)

    def add_outputs(self, notebook: str, shown: Sequence[Markup]) -> None:
        """Put what a code cell had shown in its place."""
        if shown:
            self._draft(notebook).blocks.append(Outputs(tuple(shown)))

    def add_exercise(self, notebook: str, name: str) -> None:
        """Put an exercise in its place: once, however often the notebook shows it."""
        if name in self._placed:
            return
        self._placed.add(name)
        draft, answer = self._draft(notebook), self.book.answers.get(name)
        if answer is None or answer.is_empty():
            draft.not_begun.append(wording_of(name).title.in_(self.lang))
            return
        exercise = find_exercise(name)
        found = self._found[name] = _by_severity(exercise.check(answer, self.context))
        draft.blocks.append(
            ExercisePart(
                name,
                exercise.wording.title.in_(self.lang),
                exercise.wording.purpose.in_(self.lang),
                exercise.draw(answer, self.context),
                self._view.entries(answer),
                tuple(self._note(exercise, advice) for advice in found),
            )
        )

    def report(self, *, whole: bool) -> Report:
        """Finish the report: the whole workbook with a summary, or one notebook without."""
        tr = translator(self.lang)
        parts = [self._chapter(draft) for draft in self._drafts.values()]
        kept = [part for part in parts if part.blocks or not whole]
        profile = self.context.answers.get("profile")
        return Report(
            lang=self.lang,
            written=self.book.lang,
            date=self.context.today,
            title=self.book.title or tr("Customer experience workbook"),
            company=getattr(profile, "company", ""),
            people=getattr(profile, "name", ""),
            version=cxkit.__version__,
            chapters=tuple(kept),
            left_out=tuple(name for part in parts if part not in kept for name in part.not_begun),
            summary=self._summary(kept) if whole and self._found else None,
            thread=self._thread() if whole else None,
            emotions=emotions_of(self.context),
            sources=self._sources_of(kept),
            glossary=glossary(
                [part.id for chapter in kept for part in chapter.exercises], self.lang
            ),
            advice=self.request.advice,
            answers=self.request.answers,
            brand=self.request.brand,
            comfort=self.request.comfort and whole,
            tr=tr,
        )

    def _sources_of(self, kept: Sequence[ChapterPart]) -> tuple[tuple[str, Markup], ...]:
        titles = {chapter.id: chapter.title for chapter in kept}
        drafts = ((self._chapter(self._drafts[n]), html) for n, html in self._sources.items())
        return tuple((part.title, html) for part, html in drafts if part.id in titles)

    def _address(self, name: str, *where: str) -> str:
        """Return where this report shows an exercise, or the card at a path in it.

        It is nowhere when the exercise was not begun.
        """
        answer = self.book.answers.get(name) if name in self.shown else None
        if answer is None or answer.is_empty():
            return ""
        shown = self.anchors if self.request.answers else {}
        cards = (shown.get(step, "") for step in reversed(where))
        own = next((card for card in cards if card.startswith(f"{name}--")), name)
        return f"#{own}"

    def _thread(self) -> Drawing | None:
        """Draw the red thread, once anything is tied by it."""
        thread = self.context.thread
        if thread is None or thread.coverage is None:
            return None
        return Drawing(find_exercise(THREAD).draw(self.book.answer(THREAD), self.context))

    def _draft(self, notebook: str) -> Draft:
        return self._drafts.setdefault(notebook, Draft(notebook))

    def _note(self, exercise: Exercise, advice: Advice) -> Note:
        worded = advice.worded(exercise.id, self.lang)
        about = self._place(exercise, advice.where)
        return Note(worded.severity, about, worded.says, worded.why, worded.next)

    def _place(self, exercise: Exercise, where: Sequence[str]) -> Ref | None:
        """Name the place an advice is about: the innermost item that has a name, else the field."""
        for step in reversed(where):
            if self.context.label(step):
                return Ref(self.context.label(step), self.anchors.get(step, ""))
        words = exercise.wording.fields.get(where[0]) if where else None
        return Ref(words.label.in_(self.lang), exercise.id) if words else None

    def _chapter(self, draft: Draft) -> ChapterPart:
        blocks, not_begun = tuple(draft.blocks), tuple(draft.not_begun)
        number, chapter = _chapter_of(draft.notebook)
        if chapter is None:
            return ChapterPart("notebook", None, draft.title or draft.notebook, "", blocks,
                               not_begun)  # fmt: skip
        title, question = chapter.title.in_(self.lang), chapter.question.in_(self.lang)
        return ChapterPart(f"chapter-{number}", number, title, question, blocks, not_begun)

    def _summary(self, kept: Sequence[ChapterPart]) -> Summary:
        problems = [
            OpenProblem(note.says, Ref(part.title, part.id))
            for chapter in kept
            for part in chapter.exercises
            for note in part.notes
            if note.severity == "problem"
        ]
        complete = sum(
            progress_of(self.book.answer(name), found) is Progress.COMPLETE
            for name, found in self._found.items()
        )
        return summary_of(self.context, self.anchors, problems, complete, len(self.shown))


def _by_severity(found: Iterable[Advice]) -> list[Advice]:
    return sorted(found, key=lambda advice: _SEVERITIES.index(advice.severity))


def _chapter_of(notebook: str) -> tuple[int | None, Chapter | None]:
    """Return the number and the words of the chapter that a notebook is; None for any other."""
    found = ((n, c) for n, c in enumerate(chapters()) if c.notebook == notebook)
    return next(found, (None, None))
