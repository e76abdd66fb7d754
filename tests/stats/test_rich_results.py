"""Results as people see them in a notebook: in the page's language, escaped, never without base."""

from __future__ import annotations

import pandas as pd
import pytest

from cxkit.stats import (
    Findings,
    Survey,
    cronbach_alpha,
    gaps,
    importance_performance,
    integrity,
    kano,
)
from tests.stats.surveys import clean_answers, clean_survey
from tests.texts import HOSTILE

NAME = HOSTILE[0]


def results(name: str) -> dict[str, object]:
    rated = pd.DataFrame({name: [1, 2, 3, 4, 5] * 9, "q": [1, 3, 2, 5, 4] * 9})
    places = {name: (6.0, 0.1, 300), "q": (8.0, 0.1, 300)}
    needs = {"requirement": [name] * 40, "functional": [2] * 40, "dysfunctional": [5] * 40}
    return {
        "findings": integrity({name: [99] * 40}, Survey.of({name: (1, 5)})),
        "alpha": cronbach_alpha(rated),
        "map": importance_performance({name: 0.6, "q": 0.4}, places),
        "kano": kano(needs),
        "gaps": gaps({name: (58, 6, 190)}, {name: (47, 6, 210)}, 70),
    }


@pytest.mark.parametrize("kind", list(results("plain")))
@pytest.mark.parametrize(("lang", "word"), [("it", 'lang="it"'), ("en", 'lang="en"')])
def test_each_result_draws_itself_in_the_language_of_the_page(
    kind: str, lang: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXKIT_LANG", lang)
    html = results("plain")[kind]._repr_html_()
    assert html.startswith("<figure")
    assert word in html
    assert "plain" in html


@pytest.mark.parametrize("kind", list(results("plain")))
@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_columns_are_escaped(kind: str, name: str) -> None:
    html = results(name)[kind]._repr_html_()
    assert "<script" not in html
    assert "<img" not in html


def test_outcomes_are_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXKIT_LANG", "it")
    assert "1.600 righe" in integrity(clean_answers(), clean_survey())._repr_html_()
    assert "non tutto" in Findings((), (), {"speeders": "no-duration-column"}, 9)._repr_html_()
