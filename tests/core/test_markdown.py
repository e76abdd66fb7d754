"""Markdown as lessons and wording use it."""

from __future__ import annotations

from cxkit.core.markdown import to_html

TABLE = """
| Value | **Start** `<now>` |
| --- | --- |
| Respect | Say *why* |
"""


def test_a_cell_says_which_column_it_is_of() -> None:
    assert 'data-label="Value">Respect' in to_html(TABLE)


def test_the_words_of_a_column_are_told_as_plain_text() -> None:
    assert 'data-label="Start &lt;now&gt;">Say <em>why</em>' in to_html(TABLE)


def test_each_table_tells_its_own_columns() -> None:
    second = "\n| Step |\n| --- |\n| One |\n"
    assert 'data-label="Step">One' in to_html(f"{TABLE}\nAnd then:\n{second}")
