"""What an export is to be about: whose answers, which part of them, in which dress."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cxkit.core.context import Context
from cxkit.core.wording import exercise_ids
from cxkit.language import Lang
from cxkit.report.brand import HOUSE, Brand
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class Request:
    """What every format gets to know.

    Parameters
    ----------
    book : Workbook
        The answers; those that are not asked for still count for links and the red thread.
    lang : {"it", "en"}
        Language of the export's own words.
    date : datetime.date
        The export's date, which is also "today" to the checks. A file that holds a date of its own
        takes this one: the same input gives the same bytes.
    advice, lessons, answers : bool
        Whether the advice on the answers, the lessons' text, and each answer field by field are in
        it.
    comfort : bool
        Whether an HTML file carries a small script to search it, fold it and fit it to paper.
    exercises : tuple of str
        Ids of the exercises asked for, in the programme's order; see `chosen`.
    brand : Brand
        Name, logo, colours and fonts of whoever hands it over.

    Examples
    --------
    >>> Request(Workbook("The bank"), "en", date(2026, 3, 1), exercises=("kpi-plan",)).chosen
    ('kpi-plan',)
    """

    book: Workbook
    lang: Lang
    date: date
    advice: bool = True
    lessons: bool = True
    answers: bool = True
    comfort: bool = False
    exercises: tuple[str, ...] = ()
    brand: Brand = field(default=HOUSE)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The exercises to show: those asked for, else all."""
        return self.exercises or exercise_ids()

    @cached_property
    def context(self) -> Context:
        """What checks and pictures may know."""
        return self.book.context(self.lang, self.date)
