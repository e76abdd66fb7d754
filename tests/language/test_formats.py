"""Numbers, dates and times as Italian and English write them, and which language is chosen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.language import (
    LANGS,
    as_lang,
    best_lang,
    format_date,
    format_number,
    format_percent,
    format_time,
)


@pytest.mark.parametrize(
    ("value", "decimals", "italian", "english"),
    [
        (0, None, "0", "0"),
        (1234567, None, "1.234.567", "1,234,567"),
        (-3, None, "-3", "-3"),
        (0.5, 2, "0,50", "0.50"),
        (2.5, 0, "2", "2"),
    ],
)
def test_numbers_have_each_languages_marks(
    value: float, decimals: int | None, italian: str, english: str
) -> None:
    assert format_number(value, "it", decimals) == italian
    assert format_number(value, "en", decimals) == english


def test_shares_are_written_as_per_cent() -> None:
    assert format_percent(0.125, "it", 1) == "12,5%"
    assert format_percent(1, "en") == "100%"


def test_dates_name_the_month_in_the_language() -> None:
    day = date(2026, 12, 8)
    assert format_date(day, "it") == "8 dicembre 2026"
    assert format_date(day, "en") == "8 December 2026"
    assert format_date(day, "it", length="short") == "08/12/26"


@pytest.mark.parametrize("lang", LANGS)
def test_time_is_that_of_the_asked_zone(lang: str) -> None:
    moment = datetime(2026, 3, 1, 23, 5, tzinfo=UTC)
    assert format_time(moment, as_lang(lang), timezone(timedelta(hours=2))) == "01:05"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "en"),
        ("it", "it"),
        ("it-CH,it;q=0.9,en;q=0.8", "it"),
        ("en-GB,en;q=0.9,it;q=0.95", "en"),
        ("de;q=1, it;q=0.2, en;q=0.1", "it"),
        ("fr, *;q=0.5", "en"),
        ("it;q=oops, en;q=0.1", "en"),
        ("it;q=0, fr", "en"),
    ],
)
def test_the_wish_that_weighs_most_is_granted(header: str, chosen: str) -> None:
    assert best_lang(header) == chosen


@given(st.text(max_size=80))
def test_any_header_or_tag_gives_one_of_our_languages(text: str) -> None:
    assert best_lang(text) in LANGS
    assert as_lang(text) in LANGS


@pytest.mark.parametrize("tag", ["it", "IT", "it-IT", "it_IT.UTF-8", " it "])
def test_a_tag_is_read_in_any_spelling(tag: str) -> None:
    assert as_lang(tag) == "it"


def test_an_unknown_tag_gives_the_default() -> None:
    assert as_lang("fr") == "en"
    assert as_lang(None, default="it") == "it"
