"""Checks of the hiring sheet: each fires where it should and is silent where it should."""

import pytest

from cxkit.embed import Hiring
from tests.embed.answers import STEPS, VALUES, criterion, found, hiring, meets, question, welcome

ASKED = [
    ("asks-family", "Ha figli?", "Do you have any children?"),
    ("asks-age", "Quanti anni ha?", "How old are you?"),
    ("asks-origin", "Di dove è, di preciso?", "Where are you from?"),
    ("asks-health", "Ha mai avuto malattie?", "How is your health?"),
    ("asks-beliefs", "È iscritto a un sindacato?", "Are you in a trade union?"),
    ("question-future", "Che cosa farebbe con un cliente arrabbiato?",
     "What would you do with an angry customer?"),
    ("question-opinion", "Che cosa significa per lei la cortesia?",
     "What does courtesy mean to you?"),
    ("question-closed", "Le piace lavorare con le persone?", "Do you like working with people?"),
    ("question-no-deed", "Il suo rapporto con i clienti", "Your relationship with customers"),
]  # fmt: skip
GOOD = {
    "it": [
        "Mi racconti di una volta in cui una regola ha danneggiato una famiglia.",
        "Ha mai dovuto dire di no? Mi racconti l'ultima volta.",
        "Che cosa ha fatto l'ultima volta che un reclamo è partito da lei?",
        "Mi racconti di un'attesa finita male per una persona di una certa età.",
        "Mi racconti di uno sciopero che ha lasciato a piedi una cliente incinta.",
        "Mi racconti di un errore fatto in buona fede: qual era l'origine?",
        "Qual è l'ultimo errore di cui ha parlato ad altri?",
        "Che cosa ha cambiato dopo che l'hanno corretta?",
        "Elenchi e moduli: mi racconti di uno che ha riscritto, e come è andata.",
    ],
    "en": [
        "Tell me about a time when a rule was harming a family. What did you do?",
        "Have you ever had to say no? Tell me about the last time.",
        "What did you do the last time a complaint reached you?",
        "Tell me about a single call in which you acted in good faith and were wrong.",
        "When did you last find out too late? What did you do afterwards?",
        "What is the last mistake you told others about?",
        "What have you changed after somebody corrected you?",
        "Tell me about a time when you helped a disabled customer during a strike.",
    ],
}


def test_an_empty_sheet_is_left_in_peace():
    assert found(Hiring()) == {}


@pytest.mark.parametrize(("key", "italian", "english"), ASKED)
def test_a_question_that_asks_for_no_deed_is_named(key, italian, english):
    for lang, text in (("it", italian), ("en", english)):
        advice = found(hiring(criterion(question(text))), VALUES, lang=lang)
        assert key in advice
        assert "criterion-sound" not in advice


@pytest.mark.parametrize(("lang", "text"), [(lang, one) for lang in GOOD for one in GOOD[lang]])
def test_a_question_about_a_deed_is_left_alone(lang, text):
    advice = found(hiring(criterion(question(text))), VALUES, lang=lang)
    assert not [key for key in advice if key.startswith(("asks-", "question-"))]
    assert "criterion-sound" in advice


def test_a_forbidden_question_asks_for_attention():
    advice = found(hiring(criterion(question("Ha figli o pensa di averne?"))), VALUES)
    assert advice["asks-family"].severity == "problem"
    assert advice["asks-family"].where == ("criteria", "c", "questions", "q", "text")


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("criterion-adjective", hiring(criterion(name="Solare e dinamico")),
         hiring(criterion(name="Proattivo", behaviours=["write"]))),
        ("criterion-unbacked", hiring(criterion(values=["gone"])), hiring(criterion())),
        ("no-question", hiring(criterion(question(""))), hiring(criterion())),
        ("nothing-to-listen-for", hiring(criterion(question(listen_for=""))),
         hiring(criterion())),
        ("step-undescribed", hiring(criterion(steps=STEPS[:4])), hiring(criterion())),
        ("step-grade", hiring(criterion(steps=("Poco", "Molto buono", *STEPS[2:]))),
         hiring(criterion(steps=("Dice poco, e tardi", *STEPS[1:])))),
        ("steps-alike", hiring(criterion(steps=("Avvisa", "Avvisa", *STEPS[2:]))),
         hiring(criterion())),
        ("criterion-sound", hiring(criterion()), hiring(criterion(steps=("Ottimo",) * 5))),
        ("criterion-sound", hiring(criterion()), hiring(criterion(values=()))),
        ("criteria-many", hiring(*[criterion(id=f"c{n}") for n in range(7)]),
         hiring(*[criterion(id=f"c{n}") for n in range(6)])),
        ("value-unasked", hiring(criterion(values=())), hiring(criterion())),
        ("one-interviewer", hiring(interviewers=[meets()]),
         hiring(interviewers=[meets(), meets("manager")])),
        ("no-peer", hiring(interviewers=[meets("manager"), meets("personnel")]),
         hiring(interviewers=[meets("manager"), meets()])),
        ("scores-together", hiring(interviewers=[meets(), meets("manager")]),
         hiring(interviewers=[meets(), meets("manager")], separate=True)),
        ("no-trial", hiring(criterion()), hiring(criterion(), trial="Spiega il costo")),
        ("trial-long", hiring(trial="Un progetto", trial_minutes=240),
         hiring(trial="Un progetto", trial_minutes=30)),
    ],
)  # fmt: skip
def test_selection(key, fires, silent):
    assert key in found(fires, VALUES)
    assert key not in found(silent, VALUES)


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("no-customer-first-week", [welcome(day=6)], [welcome(day=5)]),
        ("paper-first", [welcome(day=1, kind="paperwork")],
         [welcome(day=1, kind="paperwork"), welcome(day=1)]),
        ("welcome-short", [welcome()], [welcome(), welcome(day=20)]),
        ("newcomer-unheard", [welcome()], [welcome(), welcome(kind="talk")]),
        ("step-nobody", [welcome(who="")], [welcome()]),
        ("welcome-no-behaviour", [welcome(behaviour="gone")], [welcome()]),
        ("first-week-lived", [welcome()], [welcome(kind="training")]),
        ("first-week-lived", [welcome()], [welcome(who="", what="parola " * 20)]),
    ],
)  # fmt: skip
def test_first_weeks(key, fires, silent):
    assert key in found(hiring(onboarding=fires), VALUES)
    assert key not in found(hiring(onboarding=silent), VALUES)


@pytest.mark.parametrize(
    "text", ["Which goodbye would you do differently?", "Quale saluto farebbe diversamente?"]
)
def test_what_one_would_do_differently_asks_about_what_one_did(text):
    sheet = hiring(criterion(questions=[question(text=text)]))
    assert "question-future" not in {*found(sheet, lang="en"), *found(sheet, lang="it")}
