"""How pictures and advice put words: quotation marks, lists, cut texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.phrases import Phrases, brief, cut, parted, quoted, shown


@pytest.mark.parametrize(("lang", "line"), [("it", "«A», «B» (+2)"), ("en", "“A”, “B” (+2)")])
def test_labels_are_quoted_as_the_language_does_and_the_rest_is_counted(lang, line):
    assert quoted("ABCD", lang, 2, count=True) == line


def test_a_list_that_fits_says_nothing_of_a_rest():
    assert shown(["a", "b"], 2) == shown(["a", "b"], 2, count=True) == "a, b"


@given(st.text(), st.integers(2, 80))
def test_no_letter_is_lost_where_a_text_is_parted(text, most):
    parts = parted(text, most)
    assert "".join(f"{parts.head}{parts.rest}".split()) == "".join(text.split())
    assert len(parts.head) <= most * 1.25
    assert cut(text, most).startswith(parts.head)


@given(st.text(), st.integers(2, 80))
def test_a_brief_text_is_one_line_that_fits(text, most):
    line = brief(text, most)
    assert len(line) <= most
    assert len(line.splitlines()) <= 1


def test_an_open_choice_and_an_open_rating_have_no_words():
    say = Phrases("kpi-plan", "en")
    assert say.option("", "kpis", "level") == ""
    assert Phrases("six-laws", "en").anchor(None, "reaction") == ""
