"""Where it is written: whole or not at all, in a file and in a database."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cxkit.cli import app
from cxkit.report.errors import ReportError
from cxkit.report.imports.command import import_file
from cxkit.store import Conflict, Store
from cxkit.workbook import Workbook
from tests.report.formats.conftest import made
from tests.report.imports.conftest import Rows, edited_csv


def lower(rows: Rows) -> None:
    next(row for row in rows if row["key"].endswith("t1/emotion"))["value"] = "-2"
    next(row for row in rows if row["key"].endswith("k1/owner"))["text"] = "Bo"


def wrong(rows: Rows) -> None:
    lower(rows)
    next(row for row in rows if row["key"].endswith("t2/emotion"))["value"] = "12"


def filed(book: Workbook, folder: Path) -> Path:
    path = folder / "x.cxworkbook.json"
    path.write_text(book.to_json(), encoding="utf-8")
    return path


def stored(book: Workbook, folder: Path) -> Path:
    path = folder / "cxworkbook.db"
    with Store.create_or_upgrade(path) as store:
        info = store.create_workbook(book.title, book.lang, answers=book.values())
        store.set_current("owner", info.id)
    return path


def test_a_file_takes_the_changes_and_keeps_all_the_rest(tmp_path: Path, book: Workbook) -> None:
    into = filed(book, tmp_path)
    changes = import_file(edited_csv(book, tmp_path / "x.csv", lower), into, lang="en")
    after: Any = Workbook.read(into).answers
    assert after["journey-map"].touchpoints[0].emotion == -2
    assert after["kpi-plan"].kpis[0].owner == "Bo"
    assert after["buyer-persona"] == book.answers["buyer-persona"]
    assert {(c.exercise, c.new, c.changed, c.deleted) for c in changes} == {
        ("journey-map", 0, 1, 0), ("kpi-plan", 0, 1, 0)}  # fmt: skip


@pytest.mark.parametrize("place", [filed, stored])
def test_one_wrong_cell_and_nothing_is_written(tmp_path: Path, book: Workbook, place: Any) -> None:
    into = place(book, tmp_path)
    before = into.read_bytes()
    with pytest.raises(ReportError, match="Nothing was written"):
        import_file(edited_csv(book, tmp_path / "x.csv", wrong), into, lang="en")
    assert into.read_bytes() == before


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path, book: Workbook) -> None:
    into = filed(book, tmp_path)
    before = into.read_bytes()
    path = edited_csv(book, tmp_path / "x.csv", lower)
    assert import_file(path, into, lang="en", dry_run=True)
    assert into.read_bytes() == before


def test_a_database_keeps_the_former_version(tmp_path: Path, book: Workbook) -> None:
    into = stored(book, tmp_path)
    import_file(edited_csv(book, tmp_path / "x.csv", lower), into, lang="en")
    with Store.open(into) as store:
        (info,) = store.workbooks()
        answer = store.answers(info.id)["journey-map"]
        assert answer.value["touchpoints"][0]["emotion"] == -2
        former = store.revision(info.id, "journey-map", answer.revision - 1)
        assert former.value["touchpoints"][0]["emotion"] == 1


def test_of_several_answers_the_store_saves_all_or_none(tmp_path: Path, book: Workbook) -> None:
    with Store.open(stored(book, tmp_path)) as store:
        (info,) = store.workbooks()
        before = store.answers(info.id)
        fine, stale = before["journey-map"].revision, before["kpi-plan"].revision + 1
        with pytest.raises(Conflict):
            store.save_all(info.id, {"journey-map": ({}, fine), "kpi-plan": ({}, stale)})
        assert store.answers(info.id) == before


@pytest.mark.parametrize("name", ["x.csv", "x.xlsx"])
@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"PK\x03\x04 no archive", b'"open\n' * 9])
def test_what_is_no_export_is_refused_in_a_sentence(
    tmp_path: Path, book: Workbook, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError):
        import_file(path, filed(book, tmp_path), lang="it")


def test_a_file_that_unpacks_without_end_is_not_unpacked(tmp_path: Path, book: Workbook) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 70_000_000)
    path = tmp_path / "x.xlsx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(ReportError, match="too large"):
        import_file(path, filed(book, tmp_path), lang="en")


def test_entities_in_an_excel_file_load_nothing(tmp_path: Path, book: Workbook) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("tell nobody", encoding="utf-8")
    bomb = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made(book, "xlsx"))) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/sharedStrings.xml":
                head, rest = text[: text.index(b"<sst")], text[text.index(b"<sst") :]
                text = head + bomb.encode() + rest.replace(b"Trust", b"&e;")
            new.writestr(name, text)
    path, into = tmp_path / "x.xlsx", filed(book, tmp_path)
    path.write_bytes(buffer.getvalue())
    said = ""
    try:
        import_file(path, into, lang="en")
    except ReportError as error:
        said = error.message
    assert "tell nobody" not in said + into.read_text("utf-8")


def test_the_command_says_what_changed(tmp_path: Path, book: Workbook) -> None:
    into, path = filed(book, tmp_path), edited_csv(book, tmp_path / "x.csv", lower)
    run = CliRunner().invoke(app, ["import", str(path), "--into", str(into), "--lang", "en"])
    assert run.exit_code == 0, run.output
    assert "The journey map: 1 changed, 0 new, 0 deleted." in run.output
    again = CliRunner().invoke(app, ["import", str(path), "--into", str(into), "--lang", "it"])
    assert "Nulla da cambiare" in again.output


def test_the_command_fails_with_the_list_of_errors(tmp_path: Path, book: Workbook) -> None:
    into, path = filed(book, tmp_path), edited_csv(book, tmp_path / "x.csv", wrong)
    run = CliRunner().invoke(app, ["import", str(path), "--into", str(into), "--lang", "en"])
    assert run.exit_code == 1
    assert "“12” is not allowed here" in run.output
