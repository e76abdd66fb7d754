"""The pictures of a class count right, name nobody and let no markup through."""

from __future__ import annotations

import io

import openpyxl
import pytest

from cxkit.forms.example import sample
from cxkit.instructor import figures
from cxkit.instructor.draw import class_pictures
from cxkit.instructor.ledger import ledger
from cxkit.instructor.roster import Row
from cxkit.journey import Journey
from cxkit.language import LANGS, Lang
from cxkit.store import Seat
from cxkit.vision import Vision
from cxkit.workbook import Workbook
from tests.instructor.test_roster import NOW
from tests.markup import assert_only_text, assert_safe

CASES = ("bank", "railway", "beauty", "cleaning")
HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.mark.parametrize("lang", LANGS)
def test_an_empty_class_draws_and_says_so(lang: Lang) -> None:
    pictures = class_pictures([], {}, 0, lang=lang)
    assert len(pictures) == 6
    for picture in pictures:
        assert_safe(picture.html)
    nothing = {"it": "Ancora niente", "en": "Nothing yet"}[lang]
    assert sum(nothing in picture.html for picture in pictures) == 6


@pytest.mark.parametrize("lang", LANGS)
def test_the_samples_are_counted(lang: Lang) -> None:
    books = [sample(case, lang) for case in CASES]
    for spread in (*figures.laws(books, lang), *figures.pillars(books, lang)):
        assert 0 < spread.n <= len(books)
        assert spread.mean is not None
        assert 0 <= spread.mean <= 4
    assert len(figures.laws(books, lang)) == len(figures.pillars(books, lang)) == 6
    assert len(figures.journeys(books)) == 4
    assert len(figures.visions(books)) >= 3


def test_the_same_moment_in_other_capitals_is_one() -> None:
    def book(name: str) -> Workbook:
        journey = Journey.of("Trip", {"Go": [{"name": name, "moment_of_truth": True}]})
        return Workbook("x", "en").with_answer(journey)

    assert figures.moments([book("The platform"), book("the PLATFORM"), book("Pay")]) == [
        ("The platform", 2),
        ("Pay", 1),
    ]


def test_votes_stand_in_order() -> None:
    ranked = figures.voted({"surveys": 4, "silos": 1}, "en")
    assert [dots for _, dots in ranked[:3]] == [4, 1, 0]
    assert len(ranked) == 7


def test_what_people_write_is_no_markup() -> None:
    book = Workbook("x", "en").with_answer(Vision(sentence=HOSTILE, motto=HOSTILE))
    for picture in class_pictures([book], {}, 0, lang="en"):
        assert_safe(picture.html)
    assert_only_text(class_pictures([book], {}, 0, lang="en")[3], HOSTILE)


def test_the_ledger_holds_text_and_no_formula() -> None:
    name = '=HYPERLINK("https://evil.example","x")'
    row = Row(Seat("a", name, NOW, "w", "+1+1\x00"), {}, NOW, "here")
    data = ledger([row], {"w": []}, {"silos": 2}, "it")
    book = openpyxl.load_workbook(io.BytesIO(data))
    people = book.worksheets[0]
    assert people["A2"].value == name
    assert people["A2"].data_type == "s"
    assert people["B2"].value == "+1+1"
    assert [sheet.title for sheet in book.worksheets] == ["Persone", "Commenti", "Voti"]
    assert book.worksheets[2]["B2"].value == 2
