"""Many workbooks in one go, names for their files, and watching."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cxkit.report import ReportError, source
from cxkit.report.batch import export_all
from cxkit.report.command import Wishes
from cxkit.report.naming import file_part
from cxkit.report.selection import selected
from cxkit.report.watch import keep_exporting
from cxkit.store import OWNER, Store
from cxkit.workbook import Workbook
from tests.texts import HOSTILE


class Said(list[str]):
    """What a run printed, and what among the errors."""

    def __init__(self) -> None:
        self.errors: list[str] = []

    def __call__(self, line: str, err: bool = False) -> None:
        (self.errors if err else self).append(line)


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def three(tmp_path: Path, small: Workbook) -> Path:
    """Return a folder of three workbooks, the second damaged."""
    for name in "abc":
        (tmp_path / f"{name}.cxworkbook.json").write_text(small.to_json(), encoding="utf-8")
    (tmp_path / "b.cxworkbook.json").write_text("{")
    return tmp_path


def wishes(**options: object) -> Wishes:
    return Wishes.of("en", **{"to": "html", **options})  # type: ignore[arg-type]  # any option


def test_a_workbook_that_fails_is_named_and_the_others_are_done(three: Path, said: Said) -> None:
    assert export_all([str(three)], wishes(), say=said) == 1
    assert [path.name for path in sorted(three.glob("*.html"))] == ["a.html", "c.html"]
    assert said == [f"[1/3] {three / 'a.html'}", f"[3/3] {three / 'c.html'}"]
    assert said.errors[0].startswith(f"[2/3] {three / 'b.cxworkbook.json'}")
    assert said.errors[1] == "2 workbooks were exported, 1 failed; each is named above."


def test_a_workbook_that_breaks_the_program_stops_no_other(
    three: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Workbook.read

    def breaks(path: Path, **options: object) -> Workbook:
        if path.name.startswith("a"):
            raise ZeroDivisionError
        return real(path, **options)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr(Workbook, "read", breaks)
    assert export_all([str(three)], wishes(), say=said) == 2
    assert [path.name for path in three.glob("*.html")] == ["c.html"]
    assert "ZeroDivisionError" in said.errors[0]


def test_a_format_that_fails_keeps_no_other_back(
    three: Path, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXKIT_CHROMIUM", "/nowhere")
    monkeypatch.setattr("cxkit.report.pdf.browser._installed", lambda: iter(()))
    source = str(three / "a.cxworkbook.json")
    assert export_all([source], wishes(to="pdf,html"), say=said) == 1
    assert said == [str(three / "a.html")]
    assert "apt install chromium" in said.errors[0]


def test_a_workbook_is_never_replaced_by_its_own_export(
    tmp_path: Path, said: Said, small: Workbook
) -> None:
    place = tmp_path / "mine.json"
    place.write_text(small.to_json(), encoding="utf-8")
    assert export_all([str(place)], wishes(to="json", overwrite=True), say=said) == 1
    assert place.read_text(encoding="utf-8") == small.to_json()


def test_a_pattern_names_workbooks_and_another_their_files(three: Path, said: Said) -> None:
    out = str(three / "out" / "{title}" / "{name}-{lang}.{format}")
    assert export_all([str(three / "[ac].cx*")], wishes(out=out), say=said) == 0
    made = sorted(path.relative_to(three / "out") for path in (three / "out").rglob("*.html"))
    assert [path.name for path in made] == ["a-en.html", "c-en.html"]


def test_two_exports_of_one_name_get_numbers(three: Path, said: Said) -> None:
    out = str(three / "{title}.html")
    export_all([str(three / "[ac].cx*")], wishes(out=out), say=said)
    first, second = sorted(path.name for path in three.glob("*.html"))
    assert first.removesuffix("-2.html") == second.removesuffix(".html")


@pytest.mark.parametrize(
    "out", ["{nope}.html", "{name.__class__}", "{0}", "{", "{name!r:{lang}}{x}"]
)
def test_a_pattern_that_names_something_else_is_refused(three: Path, said: Said, out: str) -> None:
    with pytest.raises(ReportError, match=r"A pattern takes \{name\}, \{title\}"):
        export_all([str(three)], wishes(out=out), say=said)


def test_many_exports_do_not_go_into_one_file(three: Path, said: Said) -> None:
    with pytest.raises(ReportError, match="is one file"):
        export_all([str(three)], wishes(out=str(three / "all.html")), say=said)


@pytest.mark.parametrize("nothing", ["*.nothing", "empty"])
def test_a_folder_or_a_pattern_without_workbooks_is_named(
    tmp_path: Path, said: Said, nothing: str
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReportError, match="holds no"):
        export_all([str(tmp_path / nothing)], wishes(), say=said)


def test_all_workbooks_of_a_database(tmp_path: Path, small: Workbook, said: Said) -> None:
    place = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(place) as store:
        for title in ("One", "Two", "Two"):
            store.create_workbook(title, "en", answers=small.values())
    assert export_all([str(place)], wishes(), say=said, every=True) == 0
    made = sorted(path.name for path in tmp_path.glob("*.html"))
    assert made == ["One.html", "Two-2.html", "Two.html"]


def test_all_workbooks_of_a_class_are_everybody_s_and_the_teams(
    tmp_path: Path, small: Workbook, said: Said
) -> None:
    place = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(place) as store:
        room = store.classes.create("Milan")
        for name in ("Anna", "Bruno"):
            person = store.classes.join(room.id, name, secret="x").member.person
            store.create_workbook(f"{name}'s", "en", person=person, answers=small.values())
        store.teams.create(room.id, "Team", "en", person=person)
        store.create_workbook("The trainer's", "en")
    assert export_all([str(place)], wishes(), say=said, every=True) == 0
    made = sorted(path.name for path in tmp_path.glob("*.html"))
    assert made == ["Anna-s.html", "Bruno-s.html", "Team.html", "The-trainer-s.html"]
    assert source.OWNER == OWNER


def test_only_the_chapters_and_exercises_asked_for(three: Path, said: Said) -> None:
    source = str(three / "a.cxworkbook.json")
    export_all([source], wishes(chapters="3"), say=said)
    html = (three / "a.html").read_text(encoding="utf-8")
    assert 'id="vision-statement"' in html
    assert 'id="buyer-persona"' not in html


@pytest.mark.parametrize(
    ("chapters", "exercises", "says"),
    [("12", "", "There is no chapter “12”"), ("", "journey", "Perhaps you meant: journey-map")],
)
def test_what_is_no_chapter_or_exercise_is_named(chapters: str, exercises: str, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        selected(chapters, exercises, "en")


@pytest.mark.parametrize("text", HOSTILE)
def test_any_title_makes_the_name_of_one_file(tmp_path: Path, text: str) -> None:
    name = file_part(text)
    (tmp_path / f"{name}.html").write_bytes(b"")
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}.html"]


def test_a_workbook_that_changes_is_written_again(three: Path, said: Said, small: Workbook) -> None:
    source, made = three / "a.cxworkbook.json", three / "a.html"
    shutil.rmtree(three / "b.cxworkbook.json", ignore_errors=True)

    def changes() -> Iterator[int]:
        yield 0
        source.write_text(small.to_json().replace("Everyone arrives", "All arrive"))
        yield 1

    keep_exporting([str(source)], wishes(), say=said, rounds=changes(), pause=lambda _: None)
    assert "All arrive" in made.read_text(encoding="utf-8")
    assert said == [str(made), str(made)]


def test_stopping_the_watch_is_no_failure(three: Path, said: Said) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    assert keep_exporting([str(three / "a.cx*")], wishes(), say=said, pause=stop) == 0
