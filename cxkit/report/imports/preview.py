"""What a file that is brought back would change, told before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cxkit.core.answer import Answer
from cxkit.language import Lang, translator
from cxkit.report.answers import AnswerView
from cxkit.report.compare.changes import Change, ExerciseChanges, Sides, changes
from cxkit.report.formats.entries import lines_of
from cxkit.report.views import Entry
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class FieldPreview:
    """One field that would read otherwise: where, its label, and its lines before and after."""

    within: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class ExercisePreview:
    """What would change in one exercise: items by name, and fields."""

    id: str
    title: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    fields: tuple[FieldPreview, ...]


def preview(book: Workbook, answers: Mapping[str, Answer], lang: Lang) -> list[ExercisePreview]:
    """Tell what `answers`, by exercise, would change in a workbook.

    Examples
    --------
    >>> from cxkit.vision.model import Vision
    >>> book = Workbook("Ours", "en").with_answer(Vision(motto="Here"))
    >>> (told,) = preview(book, {"vision-statement": Vision(motto="There")}, "en")
    >>> told.title, [(one.label, one.before, one.after) for one in told.fields]
    ('Our vision', [('The motto', ('Here',), ('There',))])
    """
    after = replace(book, answers={**book.answers, **answers})
    sides = Sides(AnswerView(book.context(lang)), AnswerView(after.context(lang)))
    found = changes(book, after, sides, tuple(answers))
    return [_told(one, lang) for one in found]


def _told(one: ExerciseChanges, lang: Lang) -> ExercisePreview:
    fields = tuple(_field(change, lang) for change in one.changed)
    return ExercisePreview(one.id, one.title, one.added, one.removed, fields)


def _field(change: Change, lang: Lang) -> FieldPreview:
    return FieldPreview(
        change.within, change.label, _lines(change.before, lang), _lines(change.after, lang)
    )


def _lines(entry: Entry | None, lang: Lang) -> tuple[str, ...]:
    return tuple(lines_of(entry, translator(lang)("Yes"))) if entry else ()
