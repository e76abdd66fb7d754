"""What a report is made of: chapters of lessons, exercises and outputs, and the pages around."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from cxkit.core.picture import Picture
from cxkit.language import Lang, Translator
from cxkit.report.brand import Brand
from cxkit.report.curve import Curve
from cxkit.report.glossary import Term
from cxkit.report.summary import Summary
from cxkit.report.views import Entry, Ref

# A table's parts say by themselves what they are; HTML does not allow them to say it twice.
_ROLE = re.compile(r"(<(?:table|thead|tbody|tr|th|td)\b[^>]*?) role=\"[a-z]+\"")
# Pictures are well-formed XML; HTML wants no slash there.
_CLOSED = re.compile(r"(<(?:br|col)\b[^>]*?)\s*/>")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@dataclass(frozen=True)
class Drawing:
    """A picture in a report: its styles belong in the head of the page."""

    picture: Picture

    @property
    def markup(self) -> Markup:
        """The picture without its styles; the slice that drew it has escaped all text in it."""
        plain = _CLOSED.sub(r"\1>", _STYLE.sub("", self.picture.html))
        return Markup(_ROLE.sub(r"\1", plain))  # noqa: S704

    @property
    def styles(self) -> Sequence[str]:
        """The picture's style sheets."""
        return _STYLE.findall(self.picture.html)


@dataclass(frozen=True)
class Lesson:
    """A Markdown cell."""

    kind: ClassVar[str] = "lesson"

    html: Markup


@dataclass(frozen=True)
class Outputs:
    """What a code cell that is no exercise had shown when the notebook was saved."""

    kind: ClassVar[str] = "outputs"

    shown: tuple[Markup, ...]


@dataclass(frozen=True)
class Note:
    """One piece of advice, worded, with the place it is about."""

    severity: str
    about: Ref | None
    says: str
    why: str
    next: str


@dataclass(frozen=True)
class ExercisePart:
    """One exercise that was begun."""

    kind: ClassVar[str] = "exercise"

    id: str
    title: str
    purpose: str
    picture: Picture
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]

    @property
    def drawing(self) -> Drawing:
        """The picture, apart from its styles."""
        return Drawing(self.picture)


Block = Lesson | Outputs | ExercisePart


@dataclass(frozen=True)
class ChapterPart:
    """One chapter; `number` is None for a notebook that is no chapter of the programme."""

    id: str
    number: int | None
    title: str
    question: str
    blocks: tuple[Block, ...]
    not_begun: tuple[str, ...]

    @property
    def exercises(self) -> Sequence[ExercisePart]:
        """The exercises that have something to say."""
        return [block for block in self.blocks if isinstance(block, ExercisePart)]


@dataclass(frozen=True)
class Report:
    """The whole document, as the templates draw it.

    `comfort` says that it carries the script for reading on a screen, `paper` that it is drawn to
    be printed at once; `pages` are then the pages on which its parts stand, by id, as far as they
    are known.
    """

    lang: Lang
    written: Lang
    date: date
    title: str
    company: str
    people: str
    version: str
    chapters: tuple[ChapterPart, ...]
    left_out: tuple[str, ...]
    summary: Summary | None
    thread: Drawing | None
    emotions: Curve
    sources: tuple[tuple[str, Markup], ...]
    glossary: tuple[Term, ...]
    advice: bool
    answers: bool
    brand: Brand
    tr: Translator
    comfort: bool = False
    paper: bool = False
    pages: Mapping[str, int] = field(default_factory=dict)

    @property
    def exercises(self) -> Sequence[ExercisePart]:
        """The exercises that were begun, in the report's order."""
        return [exercise for chapter in self.chapters for exercise in chapter.exercises]

    @property
    def styles(self) -> Sequence[Markup]:
        """The style sheets of the pictures, each once."""
        drawings = [*([self.thread] if self.thread else []), *(e.drawing for e in self.exercises)]
        found = dict.fromkeys(style for drawing in drawings for style in drawing.styles)
        return [Markup(style) for style in found]  # noqa: S704 (from the slices' own templates)

    @property
    def appendices(self) -> Mapping[str, str]:
        """The letters of the appendices that there are, by the id of each."""
        there = {
            "answers": self.answers and self.exercises,
            "notes": self.with_notes,
            "sources": self.sources,
            "glossary": self.glossary,
        }
        names = [name for name, found in there.items() if found]
        return dict(zip(names, "ABCD", strict=False))

    @property
    def with_notes(self) -> Sequence[ExercisePart]:
        """The exercises on which there is advice, when the report is to hold any."""
        if not self.advice:
            return []
        return [exercise for exercise in self.exercises if exercise.notes]
