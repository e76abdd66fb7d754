"""Refusals are sentences in the reader's language, at the field they concern."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cxkit.core.problems import Problem, problems_of
from cxkit.language import LANGS, Lang
from tests.core.models import Everything

SVG = "data:image/svg+xml;base64,PHN2Zz4="
NO_PNG = "data:image/png;base64,AAAA"
BIG_PNG = (
    "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"x" * 291_000).decode()
)


def refused(value: dict[str, Any], lang: Lang) -> Problem:
    with pytest.raises(ValidationError) as caught:
        Everything.model_validate(value)
    (problem,) = problems_of(caught.value, value, lang)
    return problem


CASES = [
    ({"name": "x" * 201}, "201 characters long; up to 200", "al massimo 200"),
    ({"story": "x" * 5000}, "5,000 characters long; up to 4,000", "5.000 caratteri"),
    ({"routes": [{}] * 5}, "5 entries; up to 4", "Le voci sono 5"),
    ({"mood": 4}, "4 is too high: the highest value is 3", "il valore massimo è 3"),
    ({"mood": -4}, "the lowest value is -3", "il valore minimo è -3"),
    ({"size": "huge"}, "“huge” is not one of the choices", "«huge» non è fra le possibilità"),
    ({"colour": 1}, "no field “colour”", "non conosce il campo «colour»"),
    ({"day": "soon"}, "“soon” is not a date", "«soon» non è una data"),
    ({"budget": "lots"}, "“lots” is not a number", "«lots» non è un numero"),
    ({"mood": 1.5}, "“1.5” is not a number", "«1.5» non è un numero"),
    ({"best": "a b"}, "“a b” is not a valid id", "«a b» non è un id valido"),
    ({"portrait": SVG}, "Only PNG, JPEG and WebP", "solo immagini PNG, JPEG e WebP"),
    ({"portrait": NO_PNG}, "is not the picture", "non è l’immagine"),
    ({"portrait": BIG_PNG}, "too large", "troppo grande"),
    ({"portrait": "data:image/png;base64," + "A" * 400_000}, "too large", "troppo grande"),
    ({"name": 3}, "“3” cannot be used here", "«3» qui non si può usare"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "english", "italian"), CASES, ids=lambda case: str(case)[:30])
def test_each_refusal_is_worded_in_both_languages(
    value: dict[str, Any], english: str, italian: str
) -> None:
    assert english in refused(value, "en").message
    assert italian in refused(value, "it").message


def test_the_place_names_items_by_their_id() -> None:
    value = {"routes": [{"id": "north", "stops": [{"id": "s1", "mood": 9}]}]}
    assert refused(value, "en").where == ("routes", "north", "stops", "s1", "mood")


def test_an_item_without_id_is_named_by_its_place() -> None:
    assert refused({"routes": [{"title": 3}]}, "en").where == ("routes", "0", "title")


def test_a_long_value_is_cut_and_put_on_one_line() -> None:
    message = refused({"size": "a\nb" * 100}, "en").message
    assert len(message) < 150
    assert "\n" not in message


@pytest.mark.parametrize("lang", LANGS)
def test_braces_in_a_value_are_no_holes(lang: Lang) -> None:
    assert "{limit} {0}" in refused({"size": "{limit} {0}"}, lang).message


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
NAMES = st.sampled_from(list(Everything.model_fields))


@given(st.dictionaries(NAMES, JSON, max_size=6), st.sampled_from(LANGS))
def test_every_refusal_is_a_whole_sentence(value: dict[str, Any], lang: Lang) -> None:
    try:
        Everything.model_validate(value)
    except ValidationError as error:
        found = problems_of(error, value, lang)
        assert found
        assert all(problem.message.endswith(".") and problem.where for problem in found)
