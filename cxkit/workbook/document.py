"""A workbook: a title, a language, and one answer for each exercise that was begun."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from cxkit.core.advice import Advice
from cxkit.core.answer import Answer
from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.core.picture import Picture
from cxkit.core.thread import Thread
from cxkit.language import Lang
from cxkit.workbook.drafts import check_drafts
from cxkit.workbook.filler import check_filler
from cxkit.workbook.format import read_file_text, read_values, write_file_text
from cxkit.workbook.lost_links import check_lost_links
from cxkit.workbook.progress import Progress, progress_of
from cxkit.workbook.thread import thread_of


@dataclass(frozen=True)
class Workbook:
    """All answers of one case.

    Parameters
    ----------
    title : str
        What its people call it.
    lang : {"it", "en"}
        The language its answers are written in.
    answers : mapping
        Answers by exercise id; an exercise that is not begun is absent.
    case : str
        Id of the sample case it was made from; empty for one's own case.
    saved_at : mapping
        When each answer was last saved; empty for a workbook that is not from a store.

    Examples
    --------
    >>> from cxkit.vision import Vision
    >>> book = Workbook("Banca", "it").with_answer(Vision(motto="Ci siamo"))
    >>> book.answers["vision-statement"].motto
    'Ci siamo'
    """

    title: str = ""
    lang: Lang = "en"
    answers: Mapping[str, Answer] = field(default_factory=dict)
    case: str = ""
    saved_at: Mapping[str, datetime] = field(default_factory=dict)

    @classmethod
    def from_values(cls, title: str, lang: Lang, values: Mapping[str, Mapping[str, Any]],
                    case: str = "") -> Self:  # fmt: skip
        """Make a workbook from stored values, each valid for its model."""
        answers = {
            name: find_exercise(name).model.model_validate(value) for name, value in values.items()
        }
        return cls(title, lang, answers, case)

    @classmethod
    def from_json(cls, text: str | bytes, *, lang: Lang = "en") -> Self:
        """Read the text of a ``*.cxworkbook.json`` file.

        Raises
        ------
        WorkbookFileError
            With a sentence in `lang` that says what is wrong and where.
        """
        head, answers = read_file_text(text, lang)
        return cls(head.title, head.lang, answers, head.case)

    @classmethod
    def read(cls, path: str | Path, *, lang: Lang = "en") -> Self:
        """Read a ``*.cxworkbook.json`` file."""
        return cls.from_json(Path(path).read_bytes(), lang=lang)

    def to_json(self) -> str:
        """Return the text of the workbook's file; the same workbook gives the same text."""
        return write_file_text(self.title, self.lang, self.case, self.values())

    def values(self) -> dict[str, dict[str, Any]]:
        """Return the answers as JSON values, by exercise id."""
        return {name: a.model_dump(mode="json") for name, a in sorted(self.answers.items())}

    def with_answer(self, answer: Answer) -> Self:
        """Return a workbook in which `answer` stands for its exercise."""
        return replace(self, answers={**self.answers, answer.exercise: answer})

    def answer(self, exercise_id: str) -> Answer:
        """Return the answer to an exercise; the empty one when it is not begun."""
        return self.answers.get(exercise_id) or find_exercise(exercise_id).model()

    def context(self, lang: Lang | None = None, today: date | None = None) -> Context:
        """Return what checks and pictures may know of this workbook."""
        day = today or date.today()  # noqa: DTZ011 -- the day where the reader is
        return Context(lang or self.lang, self.lang, day, self.answers, thread_of)

    def thread(self, lang: Lang | None = None) -> Thread:
        """Follow the red thread through all answers; names in it are in `lang`."""
        return thread_of(self.context(lang))

    def advice(self, exercise_id: str, lang: Lang | None = None) -> list[Advice]:
        """Return what the checks say of one answer; nothing of an empty one.

        Texts that fill fields and say nothing are no reason for praise.
        """
        answer = self.answer(exercise_id)
        if answer.is_empty():
            return []
        shown = lang or self.lang
        context = self.context(lang)
        found = find_exercise(exercise_id).check(answer, context)
        filler = check_filler(answer, shown, self.lang, own_case=not self._sample_case())
        kept = [one for one in found if not filler or one.severity != "good"]
        return [
            *filler, *kept, *check_drafts(answer, shown), *check_lost_links(answer, context),
        ]  # fmt: skip

    def _sample_case(self) -> bool:
        """Say whether people work on a sample case."""
        chosen = getattr(self.answers.get("profile"), "case", "")
        return bool(self.case) or chosen not in ("", "own")

    def picture(self, exercise_id: str, lang: Lang | None = None) -> Picture:
        """Draw one answer."""
        return find_exercise(exercise_id).draw(self.answer(exercise_id), self.context(lang))

    def progress(self, exercise_id: str) -> Progress:
        """Say how far one exercise is."""
        return progress_of(self.answer(exercise_id), self.advice(exercise_id))

    @staticmethod
    def check_values(values: Mapping[str, object], lang: Lang) -> dict[str, Answer]:
        """Validate answers from anywhere; see `cxkit.workbook.format.read_values`."""
        return read_values(values, lang)
