"""Pages of a class that need no kernel: reading a workbook, and the vote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cxkit.core.advice import WordedAdvice
from cxkit.core.template import render
from cxkit.front.pages import page_values
from cxkit.language import LANGS, Lang
from cxkit.store import Comment


@dataclass(frozen=True)
class ReadView:
    """One exercise of somebody's workbook, as the instructor reads it.

    Parameters
    ----------
    workbook, workbook_title, exercise, title : str
        Ids and names.
    people : sequence of str
        Who writes in the workbook.
    state : str
        How far the exercise is, in words.
    saved_at : datetime or None
        When it was last saved.
    picture : str
        HTML, drawn by the slice.
    advice : sequence of WordedAdvice
    comments : sequence of Comment
    exercises : sequence of (id, title, state)
        All exercises of the workbook.
    others : sequence of (workbook, name)
        Where the others have the same exercise.
    """

    workbook: str
    workbook_title: str
    exercise: str
    title: str
    people: Sequence[str]
    state: str
    saved_at: datetime | None
    picture: str
    advice: Sequence[WordedAdvice]
    comments: Sequence[Comment]
    exercises: Sequence[tuple[str, str, str]]
    others: Sequence[tuple[str, str]]


def read_page(view: ReadView, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw one exercise of a workbook, its advice and its comments."""
    here = f"{base}class/read/{view.workbook}/{view.exercise}"
    values = page_values(lang, base, xsrf, {code: f"{here}?lang={code}" for code in LANGS})
    return render("read.html.j2", package="front", **values, view=view)


@dataclass(frozen=True)
class Ballot:
    """A vote by dots.

    Parameters
    ----------
    room : str
        Name of the class.
    items : mapping
        What can be voted for, by id.
    given : mapping
        The dots this person has given.
    budget : int
        The dots this person has.
    message : str
        What is wrong with the vote.
    thanks : bool
        Whether a vote has just been counted.
    """

    room: str
    items: Mapping[str, str]
    given: Mapping[str, int]
    budget: int
    message: str = ""
    thanks: bool = False


def vote_page(ballot: Ballot, *, lang: Lang, base: str, xsrf: str) -> str:
    """Draw the ballot."""
    values = page_values(lang, base, xsrf, {code: f"{base}vote?lang={code}" for code in LANGS})
    return render("vote.html.j2", package="front", **values, ballot=ballot)
