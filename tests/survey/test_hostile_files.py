"""Files that want to harm, or are something else than they are called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cxkit.language import LANGS
from cxkit.survey.errors import SurveyError
from cxkit.survey.opening import open_table
from cxkit.survey.shelf import Shelf, shown_name
from tests.survey.files import messy_xlsx, rows_of, written

OTHERS = {
    "old.csv": b"\xd0\xcf\x11\xe0 rest",
    "a.csv": b"%PDF-1.4",
    "data.csv": b"$FL2@(#) SPSS",
    "b.csv": b"\x1f\x8b\x08",
    "c.csv": b'{"answers": []}',
    "d.xlsx": b"<html><table></table>",
    "empty.csv": b" \n",
    "e.xlsx": b"PK\x03\x04 broken",
    "f.parquet": b"PAR1 broken",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_table_is_named_with_a_next_step(tmp_path: Path, name: str) -> None:
    with pytest.raises(SurveyError) as refused:
        open_table(written(tmp_path, OTHERS[name], name))
    for lang in LANGS:
        assert name in refused.value.message(lang)
        assert len(refused.value.message(lang)) > 40


def _repacked(source: Path, part: str, content: bytes) -> Path:
    made = source.with_name("hostile.xlsx")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return made


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = _repacked(messy_xlsx(tmp_path), "xl/worksheets/sheet2.xml", b"<a>" + b" " * (80 * 2**20))
    with pytest.raises(SurveyError, match=r"MB"):
        open_table(bomb)


def test_entities_of_its_own_make_no_spreadsheet(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with pytest.raises(SurveyError):
        open_table(_repacked(messy_xlsx(tmp_path), "xl/worksheets/sheet2.xml", laughs))


def test_an_open_quotation_mark_does_not_swallow_the_file_unseen(tmp_path: Path) -> None:
    rows = b'id;voto\n1;"7\n' + b"2;8\n" * 400_000
    with pytest.raises(SurveyError) as refused:
        list(open_table(written(tmp_path, rows)).batches())
    assert "7" in refused.value.message("it")


def test_control_letters_leave_the_names(tmp_path: Path) -> None:
    text = "id;vo\u202eto\u200b\n1;7\n2;9\n"
    assert list(rows_of(written(tmp_path, text.encode()))) == ["id", "vo to"]


@pytest.mark.parametrize("name", ["../../x.csv", "..\\x.csv", "/etc/x.csv", "\u202ex.csv"])
def test_a_name_is_never_a_path(tmp_path: Path, name: str) -> None:
    coming = Shelf(tmp_path / "surveys", "w1").receive(name, 3)
    coming.add(b"a;b", 0)
    coming.keep()
    assert {path.name for path in (tmp_path / "surveys" / "w1").iterdir()} == {
        "answers.csv",
        "desk.json",
    }
    assert "/" not in shown_name(name)
