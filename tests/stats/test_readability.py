"""Readability: hand-counted texts, published examples, and odd input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.stats.readability import (
    english_words,
    flesch_reading_ease,
    gulpease,
    italian_words,
    sentences_of,
    syllables,
)

PASSAGE = "This sentence, taken as a reading passage unto itself, is being used to prove a point."


def test_gulpease_of_a_text_counted_by_hand():
    # Il(2) gatto(5) dorme(5). La(2) casa(4) è(1) calda(5). : 7 words, 24 letters, 2 sentences
    figure = gulpease("Il gatto dorme. La casa è calda.")
    assert (figure.words, figure.units, figure.sentences) == (7, 24, 2)
    assert figure.value == 100, "the formula gives 140.4; the scale ends at 100"


def test_gulpease_of_a_long_sentence_counted_by_hand():
    text = "L'organizzazione garantisce professionalmente l'implementazione delle innovazioni."
    # l organizzazione garantisce professionalmente l implementazione delle innovazioni
    figure = gulpease(text)
    assert (figure.words, figure.units, figure.sentences) == (
        8,
        1 + 14 + 10 + 17 + 1 + 15 + 5 + 11,
        1,
    )
    assert figure.value == pytest.approx(89 + (300 - 10 * 74) / 8)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
        (PASSAGE, 69.0),
        ("The cat sat on the mat.", 116.1),
    ],
)
def test_flesch_agrees_with_published_examples(text, published):
    assert flesch_reading_ease(text).value == pytest.approx(published, abs=0.06)


@pytest.mark.parametrize("text", ["", "  \n ", "...!?", "😀 — «»"])
@pytest.mark.parametrize("index", [gulpease, flesch_reading_ease])
def test_a_text_without_words_has_no_figure_but_a_reason(index, text):
    figure = index(text)
    assert figure.value is None
    assert figure.out_of_100 is None
    assert figure.reason == "no-words"


def test_fewer_words_than_asked_for_give_no_figure():
    figure = gulpease("Prima le persone", least=6)
    assert (figure.value, figure.reason, figure.words) == (None, "few-words", 3)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il dott. Bo arriva. Poi parte.", 2),
        ("Vedi l'art. 3 e pag. 12 del testo.", 1),
        ("Pane, latte ecc. sono finiti.", 1),
        ("Pane, latte ecc. Tutto finito.", 2),
        ("Costa 3.5 euro. Davvero?! Sì…", 3),
        ("Aspetta… non ora.", 1),
        ("Say no. Then go.", 2),
        ("Prima riga\nseconda riga", 2),
        ("J. Smith calls Mr. Bo.", 1),
        ("«Basta!» disse. Uscì.", 2),
    ],
)
def test_sentences_are_told_from_abbreviations(text, count):
    assert len(sentences_of(text)) == count


def test_elisions_are_two_words_in_italian_and_contractions_one_in_english():
    assert italian_words("L'ora dell’incontro, un po' tardi") == [
        "L", "ora", "dell", "incontro", "un", "po", "tardi",
    ]  # fmt: skip
    assert english_words("We don't, you’ll see") == ["We", "don't", "you’ll", "see"]


def test_decomposed_accents_count_as_one_letter():
    assert gulpease("perche\u0301 e\u0300 cosi\u0300").units == gulpease("perché è così").units


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("table", 2), ("idea", 2), ("any", 2), ("walked", 1), ("wanted", 2),
     ("places", 2), ("likes", 1), ("mother-in-law", 4), ("7", 1), ("organisation", 5)],
)  # fmt: skip
def test_syllables(word, count):
    assert syllables(word) == count


@given(st.text(max_size=400))
def test_any_text_gives_a_figure_or_a_reason(text):
    for figure in (gulpease(text), flesch_reading_ease(text)):
        assert (figure.value is None) == (figure.reason != "") == (figure.words == 0)
        if figure.words:
            assert figure.sentences >= 1
            assert 0 <= figure.out_of_100 <= 100
