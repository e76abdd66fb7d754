"""Checks of the slice: each fires where it should and is silent where it should."""

import pytest

from cxkit.waves import Benchmark, Integrity, Strengths, Waves
from tests.waves.answers import (
    benchmark,
    driver,
    found,
    integrity,
    module,
    rival,
    strengths,
    wave,
    waves,
)

NOISE = "parola " * 300
TWO = (wave(2024, 30), wave(2025, 36))
RISE = (wave(2024, 30, margin=4), wave(2025, 50, margin=4))
OURS = waves(wave(2024), wave(2025))


@pytest.mark.parametrize("answer", [Waves(), Strengths(), Benchmark(), Integrity()])
def test_an_empty_answer_is_left_in_peace(answer):
    assert found(answer) == {}


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("nps-wrong-scale", waves(wave(scale="1-10")), waves(wave(scale="0-10"))),
        ("out-of-scale", waves(wave(value=120)), waves(wave(value=-100))),
        ("figure-untold", waves(wave(figure="")), waves(wave())),
        ("measure-untold", waves(wave(measure="")), waves(wave())),
        ("no-base", waves(wave(n=None)), waves(wave())),
        ("small-base", waves(wave(n=29)), waves(wave(n=30))),
        ("no-margin", waves(wave(figure="mean", value=8, margin=None)), waves(wave(margin=None))),
        ("no-margin-yet", waves(wave(margin=None)), waves(wave())),
        ("margin-too-small", waves(wave(figure="share", value=50, n=400, margin=2.5)),
         waves(wave(figure="share", value=50, n=400, margin=4.9))),
        ("no-population", waves(wave(population="")), waves(wave())),
        ("one-wave", waves(wave()), waves(*TWO)),
        ("break-untold", waves(wave(2024), wave(2025, method="text")),
         waves(wave(2024), wave(2025, method="text", changed=["method"]))),
        ("rise-with-fewer", waves(wave(2024), wave(2025, 40, response=25)),
         waves(wave(2024), wave(2025, 20, response=25))),
        ("claims-a-change", waves(*TWO, reading="Siamo migliorati: +36"),
         waves(*RISE, reading="Siamo migliorati: +50")),
        ("claims-a-change", waves(*TWO, reading="Cresce a 36"),
         waves(*TWO, reading="Cresce a 36, ma la differenza non si distingue dal caso")),
        ("claims-a-change", waves(wave(2024, 10, 3), wave(2025, 50, 3, changed=["wording"]),
                                  reading="È salito a 50"),
         waves(*RISE, reading="È salito a 50")),
        ("claims-a-cause", waves(*RISE, reading="+50 grazie alla campagna"),
         waves(*RISE, reading="+50, più di prima")),
        ("reading-no-figure", waves(*RISE, reading=NOISE), waves(*RISE, reading="Ora 50")),
        ("reading-holds", waves(*RISE, reading="È salito da 30 ± 4 a 50 ± 4"),
         waves(*TWO, reading="È salito da 30 a 36")),
        ("limits-vague", waves(*TWO, not_said=NOISE), waves(*TWO, not_said="Le cause")),
        ("limits-vague", waves(*TWO, not_said=NOISE),
         waves(*TWO, not_said="Mancano le persone senza cellulare")),
        ("fall-no-gap", waves(*RISE[1:], wave(2026, 10, 4)),
         waves(*RISE[1:], wave(2026, 10, 4), gaps=["g"])),
        ("comparable", waves(wave(2023), *TWO), waves(wave(2023, n=20), *TWO)),
    ],
)  # fmt: skip
def test_waves(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


GOOD, BAD = driver("forte"), driver("debole", 70, 3)
EVEN = [driver(f"d{n}", 80 + n, source="stated") for n in range(4)]
SPREAD = [driver(f"d{n}", 20 * n, source="stated") for n in range(4)]


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("out-of-scale", strengths(driver(performance=11)), strengths(GOOD)),
        ("no-base", strengths(driver(n=None)), strengths(GOOD)),
        ("small-base", strengths(driver(n=12)), strengths(GOOD)),
        ("no-margin", strengths(driver(margin=None)), strengths(GOOD)),
        ("importance-guessed", strengths(driver(source="guess")), strengths(GOOD)),
        ("mixed-scales", strengths(GOOD, BAD, driver("x", scale="0-10")), strengths(GOOD, BAD)),
        ("mixed-sources", strengths(GOOD, BAD, driver("x", source="stated")),
         strengths(GOOD, BAD)),
        ("few-drivers", strengths(GOOD, BAD), strengths(*SPREAD)),
        ("all-important", strengths(*EVEN), strengths(*SPREAD)),
        ("derived-shaky", strengths(driver("a", n=59), driver("b", n=200)), strengths(GOOD, BAD)),
        ("cut-unsaid", strengths(GOOD, cut=""), strengths(GOOD)),
        ("improve-elsewhere", strengths(GOOD, BAD, chosen=["forte"]),
         strengths(GOOD, BAD, chosen=["debole"])),
        ("improve-unsure", strengths(driver("x", performance=5.4), chosen=["x"]),
         strengths(GOOD, BAD, chosen=["debole"])),
        ("no-reason", strengths(BAD, improve=[{"driver": "debole"}]),
         strengths(BAD, chosen=["debole"])),
        ("no-gap", strengths(BAD, improve=[{"driver": "debole"}]),
         strengths(BAD, chosen=["debole"])),
        ("too-many", strengths(*(driver(f"b{n}", 70, 3) for n in range(4)),
                               chosen=["b0", "b1", "b2", "b3"]),
         strengths(BAD, chosen=["debole"])),
        ("nothing-chosen", strengths(BAD), strengths(GOOD)),
        ("choice-sound", strengths(GOOD, BAD, chosen=["debole"]),
         strengths(GOOD, BAD, chosen=["forte", "debole"])),
        ("strength-unguarded", strengths(GOOD), strengths(GOOD, keep="Non si tocca")),
    ],
)  # fmt: skip
def test_strengths(key, fires, silent):
    assert key in found(fires)
    assert key not in found(silent)


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("not-no-wave", rival(wave="gone"), rival()),
        ("not-question", rival(same=("scale",)), rival()),
        ("not-scale", rival(same=("question",)), rival()),
        ("not-outside", rival(theirs=140), rival()),
        ("not-source", rival(source="hearsay"), rival(source="published")),
        ("not-no-base", rival(theirs_n=None), rival()),
        ("not-small-base", rival(theirs_n=12), rival(theirs_n=30)),
        ("not-no-margin", rival(theirs_margin=None), rival()),
        ("winner-within", rival(ahead="us"), rival(ahead="open")),
        ("winner-other", rival(theirs=-40, ahead="open"), rival(theirs=-40, ahead="us")),
        ("winner-unfounded", rival(source="", ahead="us"), rival(source="", ahead="open")),
        ("other-people", rival(same=("question", "scale")), rival()),
        ("other-circumstances", rival(same=("question", "scale", "people")), rival()),
        ("fair", rival(), rival(ahead="us")),
    ],
)
def test_comparison(key, fires, silent):
    assert key in found(benchmark(fires), OURS)
    assert key not in found(benchmark(silent), OURS)


def test_our_own_figure_must_be_fit_to_show():
    assert "not-ours-withheld" in found(benchmark(rival()), waves(wave(n=12)))


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("module-no-base", module(n=None), module()),
        ("module-small-base", module(n=11), module()),
        ("module-no-action", module(action=""), module(action="", led_to="Spostata")),
        ("module-led-on", module(), module(action="")),
    ],
)
def test_focus_module(key, fires, silent):
    assert key in found(benchmark(modules=[fires]))
    assert key not in found(benchmark(modules=[silent]))


def test_competitors_of_one_size_are_remarked():
    assert "one-size" in found(benchmark(rival("a"), rival("b")), OURS)
    assert "one-size" not in found(benchmark(rival("a"), rival("b", size="large")), OURS)


def test_a_comparison_that_changes_no_decision_is_remarked():
    assert "no-decision" in found(benchmark(rival(), decision=" "), OURS)


@pytest.mark.parametrize(
    ("key", "fires", "silent"),
    [
        ("no-wave", integrity(wave=""), integrity()),
        ("no-decision", integrity(decision=""), integrity()),
        ("begged", integrity(staff="Ci dia 10, mi raccomando"),
         integrity(staff="Ci racconti com'è andata")),
        ("ceiling", integrity(top=60), integrity(top=59)),
        ("top-jumped", integrity(top=40, top_before=30), integrity(top=40, top_before=31)),
        ("straight-lines", integrity(flat=10), integrity(flat=9)),
        ("paid-on-score", integrity(paid="person"), integrity(paid="recognition")),
        ("finding-unproved", integrity(evidence=""), integrity()),
        ("finding-contradicted", integrity(flat=30), integrity({"flat": "fault"}, flat=30)),
        ("signs-unseen", Integrity(decision="Assumere"), integrity()),
        ("fit", integrity(), integrity({"base": "doubt"})),
        ("limits-known", integrity({"base": "doubt"}), integrity(flat=12)),
        ("unfit-then", integrity({"flat": "fault"}),
         integrity({"flat": "fault"}, conclusion="Guardiamo i reclami")),
    ],
)  # fmt: skip
def test_integrity(key, fires, silent):
    assert key in found(fires, OURS)
    assert key not in found(silent, OURS)


@pytest.mark.parametrize(
    ("key", "now"),
    [
        ("wrong-scale", wave(scale="1-10")),
        ("impossible-value", wave(value=130)),
        ("base-too-small", wave(n=29)),
        ("rise-with-fewer", wave(value=40, response=20)),
    ],
)
def test_integrity_reads_the_wave(key, now):
    assert key in found(integrity(), waves(wave(2024), now))
    assert key not in found(integrity(), OURS)


def test_a_doubt_without_a_remedy_is_remarked():
    bare = integrity({"base": "doubt"})
    signs = [sign.model_copy(update={"remedy": ""}) for sign in bare.signs]
    assert "no-remedy" in found(bare.model_copy(update={"signs": tuple(signs)}), OURS)
    assert "no-remedy" not in found(bare, OURS)


def test_a_stopped_figure_is_not_praised_for_its_remedies():
    cared = integrity({"scale": "doubt"})
    assert "limits-known" in found(cared, OURS)
    assert "limits-known" not in found(cared, waves(wave(scale="1-10")))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("L’unico voto buono è il 10", "it"),
        ("Per noi sotto il 9 è un’insufficienza", "it"),
        ("Ci lasci cinque stelle, il mio premio dipende da lei", "it"),
        ("The only good score is 10", "en"),
        ("Anything less than 9 counts as a fail", "en"),
        ("Please give us five stars", "en"),
    ],
)
def test_begging_is_recognised(text, lang):
    assert "begged" in found(integrity(invitation=text), OURS, lang=lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ci vogliono meno di 10 minuti; il punteggio massimo è 10", "it"),
        ("Da 1 a 5 stelle, com’è andata? Mi dia un parere sincero", "it"),
        ("It takes less than 10 minutes; 10 is the highest score", "en"),
        ("From 1 to 5 stars, how did it go? Only 10 questions", "en"),
    ],
)
def test_an_innocent_invitation_is_left_in_peace(text, lang):
    assert "begged" not in found(integrity(invitation=text), OURS, lang=lang)
