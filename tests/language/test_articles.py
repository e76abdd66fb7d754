"""Italian articles before figures, and forms for one thing."""

import pytest

from cxkit.core import Text
from cxkit.language import translator


def said(text, **values):
    return Text(it=text, en="–").fill("it", values)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("8%", "L’8%"), ("80%", "L’80%"), ("8,5%", "L’8,5%"), ("11%", "L’11%"), ("1%", "L’1%"),
        ("1,5%", "L’1,5%"), ("18%", "Il 18%"), ("100%", "Il 100%"), ("110%", "Il 110%"),
        ("1.000", "Il 1.000"), ("70%", "Il 70%"),
    ],
)  # fmt: skip
def test_an_article_suits_how_a_figure_is_said(figure, expected):
    assert said("Il {share} lo dice.", share=figure) == f"{expected} lo dice."


@pytest.mark.parametrize(
    ("day", "expected"), [("8 marzo", "l’8 marzo"), ("11 marzo", "l’11 marzo"),
                          ("1 marzo", "il 1 marzo"), ("18 marzo", "il 18 marzo")],
)  # fmt: skip
def test_an_article_suits_a_day(day, expected):
    assert said("entro il {day}", day=day) == f"entro {expected}"


def test_many_things_have_the_article_that_suits_their_number():
    assert said("Tutti i {count} punti", count=8) == "Tutti gli 8 punti"
    assert said("Nessuno dei {count} punti", count=11) == "Nessuno degli 11 punti"
    assert said("Tutti i {count} punti", count=3) == "Tutti i 3 punti"


def test_what_people_wrote_is_left_as_it_is():
    assert said("Chi: {who}", who="il 8 di Piazza") == "Chi: il 8 di Piazza"


def test_page_words_suit_their_articles_too():
    kept = translator("it")("kept until {day}")
    assert kept != "kept until {day}"
    assert kept.format(day="8 marzo 2027").endswith("all’8 marzo 2027")
    assert kept.format_map({"day": "9 marzo 2027"}).endswith("al 9 marzo 2027")


def test_one_thing_is_told_in_the_singular():
    assert said("{n} {n|risposta|risposte}", n="1") == "1 risposta"
    assert said("{n} {n|risposta|risposte}", n=0) == "0 risposte"
