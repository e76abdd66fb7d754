"""`--anonymise`: no name of a person or a company is left, and everything else is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.report.anonymise import anonymised
from cxkit.report.anonymise.pseudonyms import Pseudonyms
from cxkit.report.request import Request
from cxkit.report.writers import FORMATS
from cxkit.resources import samples
from cxkit.vision.model import Vision
from cxkit.workbook import Workbook

SECRETS = {
    "bank.it": ("Valchiara", "Squadra Mulino", "Giulia Ferri", "Sandri", "Donati", "Elisa"),
    "railway.en": ("Duemari", "Team Platform 4", "Carla", "Monti", "Sergio Mancini", "Nadia"),
}


def hidden(text: str, *hide: str) -> str:
    book = Workbook("x", "en").with_answer(Vision(sentence=text))
    vision = anonymised(book, "en", hide).answers["vision-statement"]
    assert isinstance(vision, Vision)
    return vision.sentence


@pytest.mark.parametrize("case", SECRETS)
@pytest.mark.parametrize("to", ["html"])
def test_no_name_of_the_samples_is_left_in_any_format(case: str, to: str) -> None:
    book = anonymised(Workbook.read(samples() / f"{case}.cxworkbook.json"), "en")
    made = FORMATS[to].write(Request(book, "en", date(2026, 3, 1)))
    assert isinstance(made, bytes)
    text = made.decode()
    assert not [name for name in SECRETS[case] if re.search(rf"(?i)\b{name}\b", text)]


@pytest.mark.parametrize("case", SECRETS)
def test_the_red_thread_holds_as_before(case: str) -> None:
    book = Workbook.read(samples() / f"{case}.cxworkbook.json")
    after = anonymised(book, "en")
    assert after.thread("en").coverage == book.thread("en").coverage
    assert Workbook.from_json(after.to_json()) == after


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Carla Monti and Monti", "Name 1 and Name 1"),
        ("Ask Mr Bean, or Dott.ssa De Luca", "Ask Mr Name 1, or Dott.ssa Name 2"),
        ("Write to a.b@example.org, then a.b@example.org", "Write to email 1, then email 1"),
        ("Call +39 045 123 4567 or 333 1234567", "Call phone 1 or phone 2"),
        ("IBAN IT60 X054 2811 1010 0000 0123 456", "IBAN code 1"),
        ("See https://acme.example/x and @acme_it", "See address 1 and address 2"),
        (
            "Nord Carta S.r.l. sold it; Nord Carta knows",
            "Company 1 S.r.l. sold it; Company 1 knows",
        ),
    ],
)
def test_what_names_somebody_is_replaced(text: str, says: str) -> None:
    assert hidden(text) == says


@pytest.mark.parametrize(
    "text",
    [
        "In March 2026 the 18.000 customers of 11 branches waited 4 to 6 days",
        "We will grant hope, may it last; the rose, the mark, the art of it",
        "monti e valli, un mare chiaro",
        "From 2026-03-01 to 2026-09-30, 3.5 of 5, NPS +32",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert hidden(text) == text


def test_names_that_only_people_know_can_be_given() -> None:
    assert hidden("The Falcons sing at ACME PARK", "Falcons", "Acme Park") == (
        "The Name 1 sing at Name 2"
    )


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_taken_and_hiding_twice_changes_nothing(text: str) -> None:
    names = Pseudonyms("en")
    names.learn(text)
    once = names.hide(text)
    assert names.hide(once) == once
