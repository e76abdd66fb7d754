"""Checks of the vision: each fires where it should and is silent where it should."""

import pytest

from cxkit.personas import Need, Persona, Personas
from cxkit.vision import Behaviour, Behaviours, Principle, PromiseStep, Vision

GOOD_IT = (
    "Ogni famiglia della valle decide serena del proprio denaro, perché qui trova chi la conosce."
)
GOOD_EN = "Every family of the valley decides about its money in peace, because we know them well."
PERSONA = Personas(personas=[Persona(id="p1", name="Teresa", needs=[Need(id="n1", text="Pace")])])


def keys(answer, *others, lang="it"):
    return {advice.key for advice in answer.checks(*others, lang=lang)}


def test_an_empty_answer_is_left_in_peace():
    assert keys(Vision()) == keys(Behaviours()) == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent", "lang"),
    [
        ("sentence-missing", {"motto": "Ciao"}, {"sentence": GOOD_IT}, "it"),
        ("sentence-long", {"sentence": "parola " * 31}, {"sentence": "parola " * 30}, "it"),
        ("sentence-bare", {"sentence": "Noi per voi"}, {"sentence": GOOD_IT}, "it"),
        ("empty-words", {"sentence": "Leader nell'eccellenza"}, {"sentence": GOOD_IT}, "it"),
        ("empty-words", {"sentence": "Soluzioni innovative"}, {"sentence": GOOD_IT}, "it"),
        ("empty-words", {"sentence": "Best-in-class for you"}, {"sentence": GOOD_EN}, "en"),
        ("empty-words", {"motto": "Qualità prima"}, {"motto": "Prima le persone"}, "it"),
        (
            "empty-words",
            {"principles": [Principle(name="Eccellenti")]},
            {"principles": [Principle(name="Chiari")]},
            "it",
        ),
        (
            "customer-unnamed",
            {"sentence": "Essere la banca che cresce ancora"},
            {"sentence": GOOD_IT},
            "it",
        ),
        ("customer-unnamed", {"sentence": "We grow the bank"}, {"sentence": GOOD_EN}, "en"),
        ("customer-everybody", {"customer": "Tutti"}, {"customer": "Chi cerca casa"}, "it"),
        ("customer-everybody", {"customer": "Everyone"}, {"customer": "First buyers"}, "en"),
        ("feeling-missing", {"motto": "Ciao"}, {"feeling": "Al sicuro"}, "it"),
        ("feeling-flat", {"feeling": "Soddisfatta"}, {"feeling": "Al sicuro"}, "it"),
        (
            "feeling-flat",
            {"feeling": "Very satisfied"},
            {"feeling": "Happy to sleep through the night before signing"},
            "en",
        ),
        ("principles-missing", {"motto": "x"}, {"principles": [Principle(name="A")]}, "it"),
        (
            "principles-many",
            {"principles": [Principle(name="A")] * 6},
            {"principles": [Principle(name="A")] * 5},
            "it",
        ),
        (
            "principle-unexplained",
            {"principles": [Principle(name="A")]},
            {"principles": [Principle(name="A", meaning="m")]},
            "it",
        ),
        ("never-missing", {"motto": "x"}, {"never": "Nessuno aspetta 10 minuti"}, "it"),
        (
            "never-vague",
            {"never": "- Non deluderemo mai nessuno"},
            {"never": "Nessuno aspetta più di dieci minuti"},
            "it",
        ),
        ("never-vague", {"never": "Disappoint anyone"}, {"never": "Sell by phone after 8"}, "en"),
        ("motto-missing", {"sentence": GOOD_IT}, {"motto": "Prima le persone"}, "it"),
        ("motto-long", {"motto": "parola " * 9}, {"motto": "parola " * 8}, "it"),
        ("motto-again", {"motto": "Ciao!", "sentence": "ciao"}, {"motto": "Ciao"}, "it"),
        (
            "steps-few",
            {"steps": [PromiseStep(step="a")] * 2},
            {"steps": [PromiseStep(step="a")] * 3},
            "it",
        ),
        (
            "step-unchecked",
            {"steps": [PromiseStep(step="a")]},
            {"steps": [PromiseStep(step="a", standard="entro un minuto")]},
            "it",
        ),
        ("readability-none", {"sentence": "Noi per voi"}, {"sentence": GOOD_IT}, "it"),
        (
            "readability-hard",
            {"sentence": "Perseguire l'implementazione organizzativa professionalmente "
             "multidisciplinare, valorizzando interdipendenze"},
            {"sentence": GOOD_IT},
            "it",
        ),
    ],
)  # fmt: skip
def test_a_check_fires_and_is_silent(key, fires, silent, lang):
    assert key in keys(Vision(**fires), lang=lang)
    assert key not in keys(Vision(**silent), lang=lang)


def test_the_readability_figure_is_shown_with_its_index_and_base():
    vision = Vision(sentence=GOOD_IT)
    [italian] = [a for a in vision.checks(lang="it") if a.key.startswith("readability")]
    assert "Gulpease" in italian.says
    assert "15 parole" in italian.says
    english = Vision(sentence=GOOD_EN).checks(lang="en")
    assert any("Flesch index" in advice.says for advice in english)


def test_needs_are_asked_for_then_tied():
    assert "no-needs-yet" in keys(Vision(motto="x"))
    assert "no-needs" in keys(Vision(motto="x"), PERSONA)
    tied = keys(Vision(needs=["n1"], personas=["p1"]), PERSONA)
    assert "needs-tied" in tied
    assert not {"no-needs", "no-needs-yet", "no-personas"} & tied


def test_a_link_to_something_deleted_ties_nothing():
    found = keys(Vision(needs=["gone"], personas=["gone"]), PERSONA)
    assert {"no-needs", "no-personas"} <= found


def test_the_customer_may_be_named_in_the_words_of_the_persona():
    vision = Vision(sentence="A Teresa diciamo di no quando serve", personas=["p1"])
    assert "customer-unnamed" in keys(Vision(sentence=vision.sentence))
    assert "customer-unnamed" not in keys(vision, PERSONA)


GESTURES = [
    Behaviour(role="Filiale", text="Richiama entro due ore", evidence="Registro chiamate"),
    Behaviour(role="Direzione", text="Passa mezza giornata allo sportello", evidence="Agenda"),
    Behaviour(role="Gestori", text="Scrive il motivo del no", evidence="Scheda, ogni lunedì"),
]
ATTITUDES = [
    Behaviour(role="R", text="Essere molto attenti alle esigenze di chi arriva"),
    Behaviour(role="R", text="Disponibilità e cortesia in ogni occasione possibile"),
    Behaviour(role="R", text="lorem ipsum dolor sit amet consectetur adipiscing elit sed do"),
]


def test_three_gestures_satisfy_and_three_attitudes_or_fillers_do_not():
    vision = Vision(sentence=GOOD_IT)
    assert "behaviours-enough" in keys(vision, Behaviours(behaviours=GESTURES))
    assert "few-behaviours" in keys(vision, Behaviours(behaviours=ATTITUDES))
    assert "few-behaviours" in keys(vision)


def test_length_alone_earns_no_praise():
    filler = "lorem ipsum dolor sit amet consectetur adipiscing elit sed"
    people = "vestibulum pellentesque"
    vision = Vision(
        customer=people, feeling=filler, never=filler, sentence=filler, motto="zz",
        principles=[Principle(name=filler, meaning=filler)] * 3,
        steps=[PromiseStep(step=filler, standard=filler)] * 3,
    )  # fmt: skip
    praise = {advice.key for advice in vision.checks(lang="it") if advice.severity == "good"}
    assert praise <= {"readability-easy"}
    behaviours = Behaviours(behaviours=ATTITUDES).checks(lang="it")
    assert not [advice for advice in behaviours if advice.severity == "good"]


def test_praise_for_a_sentence_that_can_be_remembered():
    assert "memorable" in keys(Vision(sentence=GOOD_IT))
    assert "memorable" in keys(Vision(sentence=GOOD_EN), lang="en")
    assert "memorable" not in keys(Vision(sentence=GOOD_IT + " Siamo leader."))


def test_praise_for_a_limit_and_steps_one_can_check():
    steps = [PromiseStep(step="a", standard="Entro un minuto")] * 3
    found = keys(Vision(never="Nessuno aspetta più di 10 minuti", steps=steps))
    assert {"never-concrete", "steps-checked"} <= found


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("attitude", {"text": "Essere attenti e cortesi"}, {"text": "Richiama con cortesia"}),
        ("attitude", {"text": "Proattività"}, {"text": "È al banco entro le 9, sempre cortese"}),
        ("role-missing", {"text": "Saluta"}, {"text": "Saluta", "role": "Filiale"}),
        (
            "role-everyone",
            {"text": "Saluta", "role": "Tutti"},
            {"text": "Saluta", "role": "Filiale"},
        ),
        ("change-missing", {"text": "Saluta"}, {"text": "Saluta", "change": "keep"}),
        ("principle-missing", {"text": "Saluta"}, {"text": "Saluta", "principle": "c1"}),
        ("evidence-missing", {"text": "Saluta"}, {"text": "Saluta", "evidence": "Registro"}),
        (
            "evidence-weak",
            {"text": "Saluta", "evidence": "Si percepisce nel clima"},
            {"text": "Saluta", "evidence": "Si vede nel registro del lunedì"},
        ),
    ],
)
def test_a_behaviour_is_checked(key, fires, silent):
    vision = Vision(principles=[Principle(id="c1", name="Chiari")])
    assert key in keys(Behaviours(behaviours=[Behaviour(**fires)]), vision)
    assert key not in keys(Behaviours(behaviours=[Behaviour(**silent)]), vision)


@pytest.mark.parametrize("text", ["Be proactive", "Show empathy", "Being attentive to people"])
def test_english_attitudes_are_told_from_gestures(text):
    assert "attitude" in keys(Behaviours(behaviours=[Behaviour(text=text)]), lang="en")
    gesture = Behaviour(text="Calls back within two hours, with empathy")
    assert "attitude" not in keys(Behaviours(behaviours=[gesture]), lang="en")


def test_behaviours_together():
    vision = Vision(
        principles=[Principle(id="c1", name="Chiari"), Principle(id="c2", name="Svelti")]
    )
    linked = [one.model_copy(update={"principle": "c1", "change": "start"}) for one in GESTURES]
    some = keys(Behaviours(behaviours=[*linked, linked[0]]), vision)
    assert {"observable", "principle-alone", "nothing-stops"} <= some
    assert not {"few-observable", "one-role", "principles-covered", "something-stops"} & some
    last = linked[0].model_copy(update={"principle": "c2", "change": "stop"})
    whole = keys(Behaviours(behaviours=[*linked, last]), vision)
    assert {"principles-covered", "something-stops"} <= whole
    assert not {"principle-alone", "nothing-stops"} & whole
    assert {"few-observable", "one-role"} <= keys(Behaviours(behaviours=ATTITUDES), vision)


def test_advice_points_at_the_field_it_is_about():
    one = Behaviour(id="b1", text="Essere attenti")
    [advice] = [a for a in Behaviours(behaviours=[one]).checks(lang="it") if a.key == "attitude"]
    assert advice.where == ("behaviours", "b1", "text")
    assert "attenti" in advice.says
