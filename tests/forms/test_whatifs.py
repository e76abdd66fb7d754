"""What-ifs answer at once, in both languages, and say what they do not know."""

import re

import pytest

from cxkit import what_if
from cxkit.forms.whatifs import WHAT_IFS, WhatIf
from tests.texts import HOSTILE

EACH = pytest.mark.parametrize("name", WHAT_IFS)


def text_of(panel: WhatIf) -> str:
    return re.sub(
        r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]+>", " ", panel.result.value, flags=re.S)
    )


def turned(name: str, **values: object) -> str:
    panel = what_if(name, lang="en")
    for field, value in values.items():
        panel.inputs[field].value = value
    return text_of(panel)


@EACH
@pytest.mark.parametrize("lang", ["it", "en"])
def test_each_speaks_its_language(name: str, lang: str) -> None:
    panel = what_if(name, lang=lang)
    labels = " ".join(control.description for control in panel.inputs.values())
    italian = re.search(r"\b(quante|quanti|che|di)\b", f"{labels} {text_of(panel)}".lower())
    assert bool(italian) == (lang == "it")
    assert f'lang="{lang}"' in panel.result.value


def test_sample_size_follows_margin_people_and_response() -> None:
    assert "1,534 answers, so about 6,136 invitations" in turned("sample-size")
    assert "382 answers, so about 764 invitations" in turned("sample-size", margin=10, response=50)
    assert "278 answers" in turned("sample-size", figure="share", people=1000)
    assert "more people than the 500 there are" in turned("sample-size", people=500)


def test_margin_follows_answers() -> None:
    assert "± 13.8 points" in turned("margin")
    assert "± 6.9 points" in turned("margin", figure="share")
    assert "± 0 points" in turned("margin", figure="share", answers=80, people=80)
    assert "There are only 50 customers" in turned("margin", people=50)


def test_change_says_what_the_planned_answers_can_show() -> None:
    said = turned("change")
    assert "6,280 answers in each wave" in said
    assert "With 400 answers in each wave it does so 11% of the time" in said
    assert "not a change that did not happen" in said
    assert "leads out of 0 to 1" not in turned("change", figure="share", change=50)


def test_length_names_its_assumptions_and_their_sources() -> None:
    said = turned("length")
    assert "4 minutes, about 274 answers" in said
    assert "300 answers, 26 more" in said
    assert "Assumptions, not facts" in said
    assert "Lugtig and Luiten" in said
    assert "6.4 minutes" in turned("length", channel="phone")
    assert "as short as it should be" in turned("length", rated=2, written=1)
    assert "about 300 answers" in turned("length", loss=0)


@EACH
def test_what_a_page_sets_beyond_its_bounds_is_kept_within_or_refused(name: str) -> None:
    panel = what_if(name, lang="en")
    for field in WHAT_IFS[name].fields:
        control = panel.inputs[field.name]
        if hasattr(control, "max"):
            control.set_state({"max": 10**12, "min": -(10**12)})
            for value in (-5, 0, 10**11):
                control.set_state({"value": value})
                assert text_of(panel).strip()


def test_a_name_that_is_none_is_answered_with_those_there_are() -> None:
    for name in ("", *HOSTILE):
        with pytest.raises(ValueError, match="sample-size, margin, change, length"):
            what_if(name)
