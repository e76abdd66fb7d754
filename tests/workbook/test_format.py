"""The workbook's file: round trips, and refusals that say what is wrong and what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cxkit.core import find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.language import LANGS, Lang
from cxkit.personas.model import Persona, Personas
from cxkit.resources import samples
from cxkit.vision.model import Principle, Vision
from cxkit.workbook import FORMAT_VERSION, Workbook, WorkbookFileError, schema
from cxkit.workbook.format import MAX_BYTES
from tests.workbook.generated import ANYTHING

HEAD = {"format": "cxworkbook", "version": 1, "title": "Rail", "lang": "it", "case": ""}
NASTY = "<script>alert(1)</script> {{7*7}} {0} שלום 👩‍👩‍👧 =1+1"


def written(**changes: object) -> str:
    return json.dumps({**HEAD, "answers": {}, **changes})


def said(text: str | bytes, lang: Lang) -> str:
    with pytest.raises(WorkbookFileError) as caught:
        Workbook.from_json(text, lang=lang)
    return str(caught.value)


BOOK = (
    Workbook(NASTY[:200], "it", case="bank")
    .with_answer(Vision(motto=NASTY[:90], principles=(Principle(id="p1", name=NASTY[:90]),)))
    .with_answer(Personas(personas=(Persona(id="anna", name="Anna"),)))
)


def test_a_workbook_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "rail.cxworkbook.json"
    path.write_text(BOOK.to_json(), encoding="utf-8")
    assert Workbook.read(path) == BOOK


def test_the_same_workbook_gives_the_same_text() -> None:
    turned = Workbook(BOOK.title, BOOK.lang, dict(reversed(BOOK.answers.items())), BOOK.case)
    assert turned.to_json() == BOOK.to_json()
    assert BOOK.to_json().endswith("}\n")


@pytest.mark.parametrize(
    ("text", "english", "italian"),
    [
        ("", "line 1 is not JSON", "la riga 1 non è JSON"),
        ('{\n"format": oops}', "line 2 is not JSON", "la riga 2 non è JSON"),
        (b"\xff\xfe\x00", "is not JSON", "non è JSON"),
        ("[" * 100_000, "is not JSON", "non è JSON"),
        ("[]", "does not say", "manca l’indicazione"),
        (written(format="other"), "does not say", "manca l’indicazione"),
        (written(version="1"), "does not say", "manca l’indicazione"),
        (written(version=True), "does not say", "manca l’indicazione"),
        (written(version=FORMAT_VERSION + 1), "newer version", "versione più recente"),
        (written(answers=[]), "does not say", "manca l’indicazione"),
        (written(answers={"no-such": {}}), "no exercise", "non è un esercizio"),
        (written(title="x" * 201), "201 characters", "201 caratteri"),
        (written(lang="fr"), "“fr”", "«fr»"),
        (written(case="../../etc"), "“../../etc”", "«../../etc»"),
        (written(colour=1), "“colour”", "«colour»"),
        (written(answers={"vision-statement": 3}), "Our vision", "La nostra visione"),
        (written(answers={"vision-statement": {"motto": 3}}), "at motto", "alla voce motto"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(
    text: str | bytes, english: str, italian: str
) -> None:
    assert english in said(text, "en")
    assert italian in said(text, "it")


def test_a_newer_file_says_which_version_it_needs() -> None:
    message = said(written(version=FORMAT_VERSION + 6), "en")
    assert f"format {FORMAT_VERSION + 6}" in message
    assert f"up to {FORMAT_VERSION}" in message


def test_the_place_of_a_bad_value_names_the_item() -> None:
    principle = {"id": "p1", "name": "x" * 201}
    text = written(answers={"vision-statement": {"principles": [principle]}})
    assert "principles › p1 › name" in said(text, "en")


def test_a_file_above_the_limit_is_refused_before_it_is_read() -> None:
    message = said(" " * (MAX_BYTES + 1), "en")
    assert "20 MB" in message
    assert said(b"{" * MAX_BYTES, "en") != message


@pytest.mark.parametrize("lang", LANGS)
def test_braces_in_a_file_are_no_holes(lang: Lang) -> None:
    assert "{where} {0}" in said(written(answers={"{where} {0}": {}}), lang)


@given(st.dictionaries(st.sampled_from([*HEAD, "answers"]), ANYTHING))
def test_any_json_is_read_or_refused_in_a_sentence(data: Any) -> None:
    try:
        said = Workbook.from_json(json.dumps({"format": "cxworkbook", "version": 1, **data})).lang
    except WorkbookFileError as error:
        said = str(error)
    assert said in LANGS or said.endswith(".")


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: str | bytes) -> None:
    with pytest.raises(WorkbookFileError):
        Workbook.from_json(data)


def test_the_schema_names_every_part_it_refers_to() -> None:
    whole = schema()
    text = json.dumps(whole)
    referred = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert referred <= whole["$defs"].keys()
    assert whole["properties"]["answers"]["additionalProperties"] is False


def test_files_that_are_read_also_fit_the_schema() -> None:
    """Slices name their parts freely: a second ``Behaviour`` must not replace the first."""
    check = Draft202012Validator(schema())
    for path in samples().glob("*.cxworkbook.json"):
        assert list(check.iter_errors(json.loads(path.read_bytes()))) == []
    assert list(check.iter_errors(json.loads(written(answers={"vision-statement": {"a": 1}}))))


def test_each_exercise_has_definitions_of_its_own() -> None:
    definitions = schema()["$defs"]
    for exercise in exercise_ids():
        own = find_exercise(exercise).model.model_json_schema().get("$defs", {})
        assert {f"{exercise}.{name}" for name in own} <= definitions.keys()
