"""Pictures of the slice: escaped, well formed, the same each time, silent where they must be."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.core.exercise import find_exercise
from cxkit.waves import Benchmark, Integrity, Strengths, Waves
from tests.markup import Markup, assert_safe, words_of
from tests.texts import HOSTILE, NASTY
from tests.waves.answers import (
    benchmark,
    context_of,
    driver,
    integrity,
    module,
    rival,
    strengths,
    wave,
    waves,
)

EMPTY = [Waves(), Strengths(), Benchmark(), Integrity()]


def drawn(answer, *others, lang="it"):
    return find_exercise(answer.exercise).draw(answer, context_of(*others, answer, lang=lang))


def full(text):
    ours = waves(
        wave(2023, measure=text, name=text, population=text),
        wave(2024, measure=text, name=text, n=12),
        wave(2025, measure=text, name=text, scale="1-10"),
        reading=text, not_said=text,
    )  # fmt: skip
    aspects = strengths(driver("a", name=text), driver("b", 20, 3, name=text),
                        driver("c", n=3, name=text), chosen=["b"], keep=text,
                        survey=text)  # fmt: skip
    others = benchmark(rival("r", name=text, wave="w2023", aspect=text, source_note=text),
                       rival("s", name=text, wave="w2024"),
                       modules=[module(asked=text, found=text, action="", led_to=text)],
                       decision=text)  # fmt: skip
    fit = integrity({"base": "doubt"}, text, wave="w2023", decision=text, invitation=text,
                    conclusion=text)  # fmt: skip
    return ours, [ours, aspects, others, fit]


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("answer", EMPTY, ids=lambda answer: answer.exercise)
def test_empty_picture_says_what_will_come(answer, lang):
    picture = drawn(answer, lang=lang)
    assert_safe(picture.html)
    assert picture.description in words_of(picture.html)
    assert ("lang", lang) in Markup(picture.html).attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    ours, answers = full(text)
    for answer in answers:
        picture = drawn(answer, ours)
        assert_safe(picture.html)
        assert picture.html == drawn(answer, ours).html


@settings(max_examples=30)
@given(NASTY, st.none() | st.floats(-100, 1000), st.none() | st.floats(0, 200),
       st.none() | st.integers(0, 10**8))  # fmt: skip
def test_any_wave_can_be_drawn(text, value, margin, n):
    answer = waves(wave(2024), wave(2025, value=value, margin=margin, n=n, name=text))
    assert_safe(drawn(answer).html)
    assert_safe(drawn(integrity(), answer).html)
    assert_safe(drawn(benchmark(rival(theirs=value, theirs_n=n)), answer).html)


def lines(answer):
    return drawn(answer).html.count('class="line"')


def test_a_line_joins_only_what_can_be_compared():
    assert lines(waves(wave(2024), wave(2025))) == 2
    assert lines(waves(wave(2024), wave(2025, method="web"))) == 0
    assert lines(waves(wave(2024), wave(2025, figure="mean", scale="1-10", value=8))) == 0
    assert lines(waves(wave(2024), wave(2025, n=29))) == 0


def test_another_scale_gets_an_axis_of_its_own():
    mean = {"figure": "mean", "scale": "1-10", "value": 8, "margin": 0.1}
    html = drawn(waves(wave(2024), wave(2025, **mean))).html
    assert html.count("<table") == 2


@pytest.mark.parametrize("hidden", [{"n": 29}, {"n": None}, {"scale": "1-10"}, {"figure": ""}])
def test_a_withheld_figure_is_nowhere_in_the_pictures(hidden):
    answer = waves(wave(2025, value=37.25, **hidden))
    for picture in (drawn(answer), drawn(integrity(), answer), drawn(benchmark(rival()), answer)):
        assert "37,25" not in picture.html


def test_an_unfair_comparison_shows_a_reason_and_no_figures():
    html = drawn(benchmark(rival(theirs=37.25, same=("scale",))), waves(wave(2025))).html
    assert "37,25" not in html
    assert "la domanda non risulta la stessa" in words_of(html)


def test_each_shown_figure_has_its_base_and_margin():
    words = words_of(drawn(waves(wave(2024, 30, 8, 301), wave(2025, 36, 9, 302))).html)
    assert re.search(r"30 ± 8", words)
    assert re.search(r"n 301", words)
    assert "non si distingue dal caso" in words


def test_map_names_its_cut_and_keeps_small_bases_off():
    html = drawn(strengths(driver("a"), driver("b", 20, 3), driver("c", n=12), cut="mean")).html
    assert html.count("<circle") == 2
    assert "meno di 30 risposte" in words_of(html)
    assert "Taglio alla media" in words_of(html)


def test_a_chart_without_a_single_figure_is_not_drawn():
    html = drawn(waves(wave(2024, n=12), wave(2025, n=9))).html
    assert "<svg" not in html
    assert words_of(html).count("non mostrato: n sotto 30") == 2
