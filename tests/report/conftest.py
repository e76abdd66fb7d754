"""Workbooks to report on, and a reader for the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser

import pytest

from cxkit.journey import Journey, Touchpoint
from cxkit.personas.model import Need, Persona, Personas
from cxkit.report import report_html
from cxkit.resources import samples
from cxkit.start.model import Profile
from cxkit.vision.model import Principle, Vision
from cxkit.workbook import Workbook

DAY = date(2026, 3, 1)


@dataclass
class Page(HTMLParser):
    """What a test asks of a page: its elements, ids, links, headings and text."""

    html: str
    tags: set[str] = field(default_factory=set)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        """Return all values of an attribute."""
        return [value for _, found, value in self.attributes if found == name]

    @property
    def text(self) -> str:
        """All text, with single spaces."""
        return " ".join(" ".join(self.texts).split())


@pytest.fixture(scope="session")
def bank() -> Workbook:
    """Return the bank's sample, in Italian."""
    return Workbook.read(samples() / "bank.it.cxworkbook.json")


@pytest.fixture(scope="session")
def small() -> Workbook:
    """Return a small workbook whose parts are linked."""
    need = Need(id="n1", text="To be told in time")
    anna = Persona(id="p1", name="Anna", needs=(need,), quote="Just tell me")
    journey = Journey.of(
        "Changing a ticket",
        {
            "On the way": [Touchpoint(id="t1", name="Reads the app", emotion=0)],
            "At the station": [
                Touchpoint(id="t2", name="Asks", emotion=-3, moment_of_truth=True),
                Touchpoint(id="t3", name="Travels", emotion=2),
            ],
        },
        persona="p1",
    )
    vision = Vision(
        sentence="Everyone arrives.",
        needs=("n1", "n-deleted"),
        principles=(Principle(id="r1", name="We tell"),),
    )
    book = Workbook("The railway", "en").with_answer(Profile(company="Coast Rail"))
    return book.with_answer(vision).with_answer(Personas(personas=(anna,))).with_answer(journey)


@pytest.fixture(scope="session")
def bank_page(bank: Workbook) -> Page:
    """Return the page of the bank's whole report."""
    return Page(report_html(bank, date=DAY))
