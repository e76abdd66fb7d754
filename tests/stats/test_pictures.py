"""Results show themselves: in the page's language, escaped, with base and limits, never fished."""

import re

import pandas as pd
import pytest

from cxkit import ces, compare, compare_many, count_scores, csat, nps, score_mean, scores_by
from cxkit.language import LANGS
from tests.markup import Markup, words_of
from tests.texts import HOSTILE

WAVES = pd.DataFrame({"wave": [2010] * 60 + [2011] * 40 + [2012] * 3, "a": [9, 3, 8] * 34 + [9]})
PAIRS = {"a": ([9] * 40, [3] * 40), "b": ([9], [3])}
RESULTS = {
    "nps": lambda: nps([10] * 50 + [8] * 30 + [3] * 20),
    "csat": lambda: csat([5, 4, 1] * 20, scale=5),
    "ces": lambda: ces([7, 6, 1] * 20),
    "mean": lambda: score_mean([1.5, 2.5] * 20),
    "no answers": lambda: nps([]),
    "one answer": lambda: score_mean([3]),
    "weights": lambda: nps([10, 3] * 30, weights=[1, 9] * 30),
    "groups": lambda: scores_by(count_scores(WAVES, "a", by="wave"), "wave"),
    "no groups": lambda: scores_by(count_scores(WAVES[:0], "a", by="wave"), "wave"),
    "difference": lambda: compare(nps([10] * 40), nps([3] * 40)),
    "no difference": lambda: compare(nps([]), nps([])),
    "differences": lambda: compare_many(
        {"a": ([9] * 40, [3] * 40), "b": ([9], [3])}, measure="nps"
    ),
}


@pytest.fixture(params=LANGS)
def lang(request, monkeypatch):
    monkeypatch.setenv("CXKIT_LANG", request.param)
    return request.param


@pytest.mark.parametrize("name", RESULTS)
def test_each_result_is_one_picture_in_the_language_of_the_page(name, lang):
    html = RESULTS[name]()._repr_html_()
    markup = Markup(html)
    assert dict(markup.attributes)["lang"] == lang
    words = words_of(html).lower()
    italian = re.search(r"\b(risposte|risposta|risposto|confronti|gruppi|differenze)\b", words)
    assert bool(italian) == (lang == "it")


def test_figure_interval_base_and_limits_are_said(monkeypatch):
    monkeypatch.setenv("CXKIT_LANG", "en")
    words = words_of(RESULTS["nps"]()._repr_html_())
    assert "30.0" in words
    assert "With 95% confidence between 14.1 and 44.2. Answers: 100." in words
    assert "Base: 100, missing: 0" in words
    assert "says nothing about people who were not asked" in words


def test_a_result_without_pictures_is_a_line(monkeypatch):
    monkeypatch.setenv("CXKIT_LANG", "it")
    assert str(RESULTS["csat"]()).startswith("Soddisfazione: quota dei 2 voti più alti: 66,7%. Con")
    assert str(nps([])) == "Net Promoter Score: – (n 0)"


def test_too_few_answers_show_no_figure(lang):
    words = words_of(nps([9, 9, 3])._repr_html_())
    assert "33" not in words
    assert "5" in words, "the least is said"


def test_small_groups_are_named_and_not_drawn(lang):
    words = words_of(RESULTS["groups"]()._repr_html_())
    assert "2012" in words
    assert words.count("…") <= 1, "one interval at most: of the group that can be shown"


def test_only_corrected_p_values_are_drawn(monkeypatch):
    monkeypatch.setenv("CXKIT_LANG", "en")
    near = ({10: 70, 3: 30}, {10: 56, 3: 44})
    found = compare_many([near, *[({10: 60, 3: 40},) * 2] * 9], measure="nps")
    words = words_of(found._repr_html_())
    assert f"{100 * found[0].p_adjusted:.1f}%" in words
    assert f"{100 * found[0].p_value:.1f}%" not in words
    assert "10 comparisons were looked at together" in words
    assert "does not mean that nothing changed" in words


@pytest.mark.parametrize("text", HOSTILE)
def test_names_of_groups_are_words_and_nothing_else(text):
    data = pd.DataFrame({"area": [text] * 40, "a": [9, 3] * 20})
    for shown in (
        scores_by(count_scores(data, "a", by="area"), "area"),
        compare_many({text: ([9] * 40, [3] * 40)}, measure="nps"),
    ):
        markup = Markup(shown._repr_html_())
        assert not {"script", "iframe", "img", "a"} & set(markup.tags)
        assert not [name for name, _ in markup.attributes if name.startswith("on")]
        if text.strip() and text.isprintable():
            assert " ".join(text.split()) in " ".join("".join(markup.text).split())
