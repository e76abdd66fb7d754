"""The worked example of an exercise: the answer of a sample case."""

from functools import cache
from typing import Any

from cxkit.core.exercise import find_exercise
from cxkit.core.wording import wording_of
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook


@cache
def sample(case: str, lang: Lang) -> Workbook:
    """Return a sample case's filled workbook.

    Raises
    ------
    FileNotFoundError
        When there is no such case.
    """
    return Workbook.read(samples() / f"{case}.{lang}.cxworkbook.json", lang=lang)


def sample_cases() -> tuple[str, ...]:
    """Return the ids of the sample cases."""
    suffix = ".en.cxworkbook.json"
    return tuple(sorted(path.name.removesuffix(suffix) for path in samples().glob(f"*{suffix}")))


def worked_example(exercise_id: str, lang: Lang) -> dict[str, Any]:
    """Return the worked example of an exercise as the form shows it."""
    words = wording_of(exercise_id).example
    book = sample(words.case, lang)
    return {
        "value": book.answer(exercise_id).model_dump(mode="json"),
        "comment": words.comment.in_(lang),
        "case": book.title,
        "picture": find_exercise(exercise_id).draw(
            book.answer(exercise_id), book.context(lang)
        ).html,
    }  # fmt: skip
