"""Checks of personas: evidence, its age, clichés, needs in disguise."""

from datetime import date

import pytest

from cxkit.core.context import Context
from cxkit.personas import Evidence, Need, Persona, Personas
from cxkit.personas.checks import check_personas

TODAY = date(2026, 3, 15)
PROOF = {"about": "context", "claim": "c", "source": "Interviste", "date": "2026-01-10"}


def keys(*personas, lang="it", **rest):
    answer = Personas(personas=personas, **rest)
    return {advice.key for advice in check_personas(answer, Context(lang, lang, TODAY))}


def proved(**evidence):
    return Persona(context="Cerca casa", evidence=[Evidence(**{**PROOF, **evidence})])


def test_an_empty_answer_is_left_in_peace():
    assert keys() == set()


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("name-missing", Persona(), Persona(name="Anna")),
        ("quote-missing", Persona(), Persona(quote="Boh")),
        ("channels-missing", Persona(), Persona(channels=["Telefono"])),
        ("criteria-missing", Persona(), Persona(criteria="Il prezzo")),
        ("needs-missing", Persona(), Persona(needs=[Need(text="Capire")])),
        ("needs-missing", Persona(needs=[Need()]), Persona(needs=[Need(text="Capire")])),
        ("quote-ours", Persona(quote="Cerco una customer experience unica"), Persona(quote="Boh")),
        ("stereotype", Persona(context="Tipica nativa digitale"), Persona(context="Fa i turni")),
        ("stereotype", Persona(name="Mario, boomer"), Persona(name="Mario, pendolare")),
        (
            "need-solution",
            Persona(needs=[Need(text="Un'app per il mutuo")]),
            Persona(needs=[Need(text="Sapere se può permettersela")]),
        ),
        ("evidence-missing", Persona(context="Cerca casa"), proved()),
        ("evidence-missing", Persona(goals="Casa"), Persona(name="Anna")),
        ("claim-unproved", proved(about="goals"), proved()),
        ("source-missing", proved(source=""), proved()),
        ("source-opinion", proved(source="Lo sanno tutti"), proved()),
        ("date-missing", proved(date=None), proved()),
        ("date-ahead", proved(date="2026-03-16"), proved(date="2026-03-15")),
        ("evidence-old", proved(date="2025-03-15"), proved(date="2025-03-16")),
        ("evidence-fresh", proved(), proved(date="2025-03-15")),
        ("evidence-fresh", proved(), proved(source="Secondo noi")),
        ("evidence-fresh", proved(), Persona(name="Anna")),
        ("source-listened", proved(), proved(source="Dati di vendita")),
    ],
)
def test_a_check_fires_and_is_silent(key, fires, silent):
    assert key in keys(fires)
    assert key not in keys(silent)


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("stereotype", Persona(goals="Like all young people"), Persona(goals="A home by June")),
        (
            "need-solution",
            Persona(needs=[Need(text="A mortgage")]),
            Persona(needs=[Need(text="To move")]),
        ),
        ("source-opinion", proved(source="We think so"), proved(source="20 interviews")),
        ("quote-ours", Persona(quote="I love your brand"), Persona(quote="I gave up")),
    ],
)  # fmt: skip
def test_english_word_lists(key, fires, silent):
    assert key in keys(fires, lang="en")
    assert key not in keys(silent, lang="en")


def test_a_cliche_that_was_heard_from_people_is_evidence():
    heard = Evidence(claim="«Noi boomer non usiamo l'app» (6 su 20)", source="Interviste")
    assert "stereotype" not in keys(Persona(name="Boomer", evidence=[heard]))


def test_the_age_of_evidence_is_told_in_months():
    found = check_personas(
        Personas(personas=[proved(date="2024-09-15")]), Context("it", "it", TODAY)
    )
    [advice] = [one for one in found if one.key == "evidence-old"]
    assert advice.values["months"] == 18
    assert advice.worded("buyer-persona", "it").says == "Questa prova ha 18 mesi."


def test_needs_are_praised_only_with_evidence_and_without_products():
    needs = [Need(text="Capire quanto spende"), Need(text="Non ripetere")]
    fresh = [Evidence(**{**PROOF, "about": "needs"})]
    assert "needs-open" in keys(Persona(needs=needs, evidence=fresh))
    assert "needs-open" not in keys(Persona(needs=needs))
    assert "needs-open" not in keys(
        Persona(needs=[*needs, Need(text="Uno sconto")], evidence=fresh)
    )


def test_one_persona_needs_a_reason():
    assert "one-persona" in keys(Persona(name="A"))
    assert "one-persona" not in keys(Persona(name="A"), why_one="Decidono tutti uguale")
    assert "one-persona" not in keys(Persona(name="A"), Persona(name="B"))


def test_two_personas_with_the_same_needs_are_twins():
    one, other = (Persona(name=name, needs=[Need(text="Capire")]) for name in "AB")
    assert "twins" in keys(one, other)
    assert "twins" not in keys(one, Persona(name="B", needs=[Need(text="Ridere")]))
    assert "twins" not in keys(Persona(name="A"), Persona(name="B"))


def test_a_persona_alone_offers_what_an_answer_offers():
    anna = Persona(name="Anna", context="Cerca casa")
    found = {advice.key for advice in anna.checks(lang="it")}
    assert "evidence-missing" in found
    assert "one-persona" not in found
    assert "«Anna» non ha nessuna prova." in anna.checks(lang="it")._repr_html_()
    assert "Anna" in anna._repr_html_()
    assert anna.picture(lang="it").lang == "it"
    assert Persona.model_validate_json(anna.to_json()) == anna


def test_what_was_heard_is_named_by_its_source_and_its_persona():
    one = Persona(name="Gordon", evidence=[Evidence(**PROOF), Evidence(**PROOF)])
    found = check_personas(Personas(personas=[one]), Context("it", "it", TODAY))
    (advice,) = [one for one in found if one.key == "source-listened"]
    assert advice.values == {"persona": "Gordon", "sources": "«Interviste»"}
