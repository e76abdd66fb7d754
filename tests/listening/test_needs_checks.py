"""Checks of the canvas: guesses about people, fair questions, answers that are read."""

import pytest

from cxkit.listening import KanoAnswer, Needs, Requirement, Sheets
from cxkit.listening.checks import check_needs
from cxkit.personas import Personas
from tests.listening.cases import PERSONAS, context_of

PAIR = {"functional": "News comes.", "dysfunctional": "No news comes."}


def found(answer, *others, lang="en"):
    return check_needs(answer, context_of(answer, *others, lang=lang))


def keys(answer, *others, lang="en"):
    return {advice.key for advice in found(answer, *others, lang=lang)}


def entry(text="News every two days", **fields):
    return Requirement(**{"id": "r1", "text": text, **fields})


def one(**fields):
    return Needs(requirements=[entry(**fields)])


def sided(*sides):
    return Needs(requirements=[Requirement(text=f"Thing {s}", side=s) for s in sides])


def answered(pairs, side="minimum", asked="30 people in two branches", **rest):
    sheets = [Sheets(id="s1", requirement="r1", pairs=pairs)]
    return Needs(requirements=[entry(side=side)], sheets=sheets, asked=asked, **rest)


def test_an_empty_answer_is_left_in_peace():
    assert keys(Needs()) == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("side-open", one(), one(side="minimum")),
        ("why-missing", one(side="minimum"), one(side="minimum", why="They call")),
        ("item-abstract", one(text="Kindness at all times, in every branch"), one()),
        ("minimum-as-memorable", one(text="The train is on time", side="memorable"),
         one(text="The train is on time", side="minimum")),
        ("memorable-bought", one(text="A ten-euro discount", side="memorable"),
         one(text="A ten-euro discount", side="minimum")),
        ("all-memorable", sided("memorable", "memorable", "memorable"),
         sided("memorable", "memorable", "minimum")),
        ("no-minimum", sided("memorable", "memorable", "proportional"),
         sided("memorable", "memorable", "memorable")),
        ("no-memorable", sided("minimum", "minimum", "proportional"),
         sided("minimum", "minimum", "memorable")),
        ("both-sides", sided("minimum", "minimum", "memorable"), sided("minimum", "memorable")),
        ("question-half", one(functional="News comes."), one(**PAIR)),
        ("question-half", one(dysfunctional="No news."), one()),
        ("question-same", one(functional="News comes.", dysfunctional=" news comes"), one(**PAIR)),
        ("question-leading", one(**{**PAIR, "functional": "News comes at last."}), one(**PAIR)),
        ("question-double", one(**{**PAIR, "functional": "News and advice."}), one(**PAIR)),
        ("question-double", one(**{**PAIR, "functional": "News and advice."}),
         one(**{**PAIR, "functional": "News between nine and ten."})),
        ("pairs-unreadable", answered("25 9x"), answered("25 25")),
        ("asked-missing", answered("25", asked=""), answered("25")),
        ("asked-ourselves", answered("25", asked="Our team and colleagues"), answered("25")),
        ("asked-ourselves", answered("25", asked="The class"), Needs(asked="The class")),
        ("base-small", answered("25 " * 4), answered("25 " * 5)),
        ("base-thin", answered("25 " * 29), answered("25 " * 30)),
        ("base-thin", answered("25 " * 29), answered("25 " * 4)),
        ("guess-contradicted", answered("25 " * 5, side="memorable"), answered("25 " * 5)),
        ("guess-contradicted", answered("25 " * 5, side="memorable"),
         answered("25 " * 4, side="memorable")),
        ("nobody-cares", answered("33 " * 5), answered("25 " * 5)),
        ("people-mind", answered("51 " * 5), answered("25 " * 5)),
        ("answers-odd", answered("25 25 25 25 11"), answered("25 25 25 25 25 11")),
        ("not-clear", answered("25 15 25 15 33"), answered("25 15 25 25 33")),
        ("not-clear", answered("25 " * 16 + "15 " * 14), answered("25 " * 24 + "15 " * 6)),
        ("surprise-unread", answered("33 " * 5), answered("33 " * 5, learned="We stop it")),
        ("surprise-read", answered("33 " * 5, learned="We stop it"), answered("33 " * 5)),
        ("guesses-held", answered("25 " * 5), answered("25 " * 5, side="memorable")),
    ],
)  # fmt: skip
def test_each_check_tells_one_from_the_other(key, fires, silent):
    assert key in keys(fires)
    assert key not in keys(silent)


def test_length_satisfies_no_check():
    long = "Kindness, " + "in every branch and at any time of the year, " * 3
    assert "item-abstract" in keys(one(text=long))
    basic = "Every train on the line, whatever the weather and the season, is on time " * 2
    assert "minimum-as-memorable" in keys(one(text=basic, side="memorable"))


def test_entries_come_from_needs():
    assert "no-needs-yet" in keys(one())
    assert "no-needs-yet" in keys(one(), Personas())
    loose = keys(one(), PERSONAS)
    assert {"need-missing", "need-forgotten"} <= loose
    both = Needs(requirements=[entry(need="n1"), Requirement(text="A no", need="n2")])
    assert "needs-covered" in keys(both, PERSONAS)
    assert "need-missing" in keys(one(need="deleted"), PERSONAS)


def test_fair_questions_are_praised_from_three_on():
    three = [Requirement(text=f"T{n}", **PAIR) for n in range(3)]
    assert "questions-fair" in keys(Needs(requirements=three))
    assert "questions-fair" not in keys(Needs(requirements=three[:2]))
    leading = Requirement(text="T", **{**PAIR, "functional": "Perfect news."})
    assert "questions-fair" not in keys(Needs(requirements=[*three, leading]))


def test_single_answers_are_checked_too():
    full = {"requirement": "r1", "functional": "like", "dysfunctional": "neutral"}
    half = Needs(requirements=[entry()], answers=[KanoAnswer(requirement="r1")])
    assert "answer-half" in keys(half)
    twice = [KanoAnswer(respondent="A", **full), KanoAnswer(respondent="a", **full)]
    assert "answer-twice" in keys(Needs(requirements=[entry()], answers=twice))


def test_a_contradiction_names_both_sides_in_the_language_of_the_page():
    answer = answered("25 " * 6, side="memorable")
    (advice,) = (one for one in found(answer, lang="it") if one.key == "guess-contradicted")
    says = advice.worded("needs", "it").says
    assert "esperienza memorabile" in says
    assert "6 risposte dicono «esigenza minima»" in says
    assert advice.severity == "note"


def test_italian_words_are_known():
    assert "minimum-as-memorable" in keys(one(text="Treno puntuale", side="memorable"), lang="it")
    leading = {"functional": "Finalmente una notizia.", "dysfunctional": "Nessuna notizia."}
    assert "question-leading" in keys(one(**leading), lang="it")
    assert "asked-ourselves" in keys(answered("25", asked="Colleghi dell'aula"), lang="it")
