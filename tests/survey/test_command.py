"""``cxkit data`` and the same in Python: described, explained, written as a table."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cxkit import nps, read_survey
from cxkit.cli import app
from cxkit.language import LANGS
from cxkit.resources import samples
from cxkit.survey import SurveyError
from tests.survey.files import TRICKY, written

BANK = str(samples() / "bank_waves.csv")


def run(*args: str) -> tuple[int, str, str]:
    """Run the command; return its status and what it said."""
    done = CliRunner().invoke(app, ["data", *args])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("lang", LANGS)
def test_description_names_columns_scales_bases_and_what_is_open(lang: str) -> None:
    status, said, _errors = run("describe", BANK, "--lang", lang)
    assert status == 1
    assert "onda" in said
    assert "? 99" in said
    assert ("0 a 10" if lang == "it" else "0 to 10") in said


def test_an_explained_file_is_ready() -> None:
    assert run("describe", BANK, "--missing", "99")[0] == 0


def test_a_mapping_that_was_printed_can_be_edited_and_given_back(tmp_path: Path) -> None:
    told = json.loads(run("describe", BANK, "--json", "--missing", "99")[1])
    told["mapping"]["segments"] = ["socio"]
    edited = written(tmp_path, json.dumps(told).encode(), "map.json")
    out = tmp_path / "figures.csv"
    assert run("figures", BANK, "--map", str(edited), "--out", str(out))[0] == 0
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert {row["segment"] for row in rows} == {"", "socio"}


def test_figures_below_thirty_answers_are_not_published(tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    run("figures", BANK, "--missing", "99", "--out", str(out))
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig")))
    assert [row for row in rows if row["value"] and int(row["n"]) < 30] == []
    assert any(row["group"] == "Alpe" and not row["value"] for row in rows)


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    lines = "".join(f"2014;=1+1;{1 + n % 10}\n2014;+b;7\n" for n in range(40))
    path = written(tmp_path, f"onda;gruppo;soddisfazione\n{lines}".encode())
    out = tmp_path / "figures.csv"
    run("figures", str(path), "--out", str(out))
    cells = [cell for row in csv.reader(out.open(encoding="utf-8-sig")) for cell in row]
    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_a_file_that_is_there_is_not_overwritten_unasked(tmp_path: Path) -> None:
    out = written(tmp_path, b"mine", "figures.csv")
    status, _said, errors = run("figures", BANK, "--missing", "99", "--out", str(out))
    assert status == 1
    assert "figures.csv" in errors
    assert out.read_bytes() == b"mine"


def test_what_cannot_be_read_ends_with_one_sentence(tmp_path: Path) -> None:
    status, _said, errors = run("describe", str(tmp_path / "none.csv"), "--lang", "it")
    assert status == 2
    assert "none.csv" in errors
    assert "Traceback" not in errors


def test_python_goes_from_file_to_nps() -> None:
    counts = read_survey(BANK).with_missing({"tp_filiale": [99]}).mapping
    assert counts.question("tp_filiale").missing == ("99",)
    survey = read_survey(BANK).with_missing([99])
    score = nps(survey.counts(by="socio").select(wave="2012", group="sì", item="raccomanda"))
    assert score.n > 100


def test_codes_for_columns_that_are_no_questions_are_refused(tmp_path: Path) -> None:
    survey = read_survey(written(tmp_path, TRICKY.encode()))
    with pytest.raises(SurveyError):
        survey.with_missing({"Città": ["Forlì"]})
