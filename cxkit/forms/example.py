"""The worked example of an exercise: the answer of a sample case."""

from collections.abc import Container
from functools import cache
from typing import Any

from cxkit.core.exercise import find_exercise
from cxkit.core.markdown import to_html
from cxkit.core.wording import wording_of
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook, names_of_links, without_loose_links


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


def worked_example(exercise_id: str, lang: Lang, known: Container[str] = ()) -> dict[str, Any]:
    """Return the worked example of an exercise as the form shows it.

    Parameters
    ----------
    exercise_id : str
        Which exercise.
    lang : {"it", "en"}
        Language of the page.
    known : container of str
        Ids in the reader's own workbook: what the example links to besides these is named for
        reading (``names``) and left out of what one can start from (``start``).
    """
    words = wording_of(exercise_id).example
    book = sample(words.case, lang)
    answer = book.answer(exercise_id)
    return {
        "value": answer.model_dump(mode="json"),
        "names": names_of_links(answer, book.context(lang)),
        "start": without_loose_links(answer, known),
        "comment": to_html(words.comment.in_(lang)),
        "case": book.title,
        "picture": find_exercise(exercise_id).draw(answer, book.context(lang)).html,
    }  # fmt: skip
