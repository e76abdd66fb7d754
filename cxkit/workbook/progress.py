"""How far an exercise is."""

from collections.abc import Iterable
from enum import StrEnum

from cxkit.core.advice import Advice
from cxkit.core.answer import Answer


class Progress(StrEnum):
    """The state of one exercise, as home and the pages show it."""

    EMPTY = "empty"
    BEGUN = "begun"
    ATTENTION = "attention"
    COMPLETE = "complete"


def progress_of(answer: Answer | None, advice: Iterable[Advice]) -> Progress:
    """Say how far an answer is: complete when every needed field is filled and no problem stands.

    Examples
    --------
    >>> progress_of(None, []).value
    'empty'
    """
    if answer is None or answer.is_empty():
        return Progress.EMPTY
    if answer.missing():
        return Progress.BEGUN
    if any(entry.severity == "problem" for entry in advice):
        return Progress.ATTENTION
    return Progress.COMPLETE
