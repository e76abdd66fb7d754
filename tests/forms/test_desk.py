"""The desk without a browser: messages in, messages out, the store and the disk between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cxkit.forms.desk.state import desk_state, surveys_folder, sweep_surveys
from cxkit.forms.desk.widget import SurveyDesk
from cxkit.forms.session import Session
from cxkit.store import OWNER, ChapterShut, NotFound, Store
from tests.survey.files import messy_xlsx


class Told:
    """A desk, and what it has told the page."""

    def __init__(self, session: Session) -> None:
        self.desk = SurveyDesk(session)
        self.messages: list[dict[str, Any]] = []
        self.desk.send = lambda message, buffers=None: self.messages.append(message)

    def __call__(self, kind: str, buffers: tuple[bytes, ...] = (), **rest: Any) -> None:
        self.desk._receive(self.desk, {"kind": kind, **rest}, list(buffers))

    def wait(self, kind: str) -> dict[str, Any]:
        """Return the message of a kind; the job beside the page sends it."""
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            for message in self.messages:
                if message["kind"] == kind:
                    return message
            if self.desk._job is not None:
                self.desk._job.wait(0.05)
        raise AssertionError([message["kind"] for message in self.messages])

    def bring(self, path: Path, name: str = "") -> None:
        """Send a file in one piece."""
        content = path.read_bytes()
        self("begin", name=name or path.name, size=len(content))
        self("piece", (content,), at=0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create_or_upgrade(tmp_path / "cxworkbook.db") as opened:
        opened.add_person("other", "Another")
        yield opened


@pytest.fixture
def session(store: Store) -> Session:
    return Session(store, store.create_workbook("Prova", "it").id, "owner", "it")


def test_another_persons_desk_is_refused(store: Store, session: Session) -> None:
    with pytest.raises(NotFound):
        SurveyDesk(Session(store, session.workbook, "other", "it"))


def test_a_desk_refuses_once_its_workbook_is_gone(store: Store, session: Session) -> None:
    told = Told(session)
    store.delete_workbook(session.workbook)
    told("sample")
    assert [message["kind"] for message in told.messages] == ["refused"]
    assert not surveys_folder(store).exists()


def test_a_file_is_read_and_its_rows_do_not_travel(session: Session, tmp_path: Path) -> None:
    told = Told(session)
    told.bring(messy_xlsx(tmp_path))
    kept = told.wait("desk")
    assert kept["file"]["name"] == "clienti.xlsx"
    assert kept["mapping"]["confirmed"] is False
    assert "K017" not in str(told.messages)


def test_a_file_that_cannot_be_read_leaves_the_one_before(session: Session, tmp_path: Path) -> None:
    told = Told(session)
    told.bring(messy_xlsx(tmp_path))
    told.wait("desk")
    broken = tmp_path / "b.csv"
    broken.write_bytes(b"%PDF-1.4 broken")
    told.bring(broken, "relazione.csv")
    assert "relazione.csv" in told.wait("refused")["message"]
    assert desk_state(session)["file"]["name"] == "clienti.xlsx"
    folder = surveys_folder(session.store) / session.workbook
    assert sorted(path.name for path in folder.iterdir()) == ["answers.xlsx", "desk.json"]


def test_the_sample_speaks_the_language_of_the_page_but_for_what_was_renamed(
    session: Session,
) -> None:
    told = Told(session)
    told("sample")
    mapping = told.wait("desk")["mapping"]
    mapping["questions"][0]["label"] = "Le parole nostre"
    told("mapping", mapping=mapping)
    told.wait("desk")
    there = desk_state(Session(session.store, session.workbook, "owner", "en"))
    here = desk_state(session)
    assert there["file"]["name"] != here["file"]["name"]
    first, *others = zip(
        here["mapping"]["questions"], there["mapping"]["questions"], strict=True
    )  # fmt: skip
    assert first[1]["label"] == "Le parole nostre"
    assert all(it["label"] != en["label"] for it, en in others if " " in it["label"])


def test_nothing_is_counted_before_codes_are_explained(session: Session) -> None:
    told = Told(session)
    told("sample")
    kept = told.wait("desk")
    assert kept["open"] > 0
    told("confirm", mapping=kept["mapping"])
    assert "99" in told.wait("refused")["message"]
    assert desk_state(session)["mapping"]["confirmed"] is False


def explained(kept: dict[str, Any]) -> dict[str, Any]:
    """Say of every value off its scale that it is no answer."""
    outside = {one["column"]: [text for text, _n in one["outside"]] for one in kept["questions"]}
    questions = [{**one, "missing": outside[one["column"]]} for one in kept["mapping"]["questions"]]
    return {**kept["mapping"], "questions": questions}


def test_figures_fill_exercises_and_leave_what_people_wrote(session: Session) -> None:
    told = Told(session)
    told("sample")
    told("confirm", mapping=explained(told.wait("desk")))
    told.wait("figures")
    book, _stored = session.load()
    waves = book.answer("waves").model_dump(mode="json")
    session.save("waves", {**waves, "reading": "La nostra frase."}, 0)
    for exercise in ("waves", "strengths", "benchmark", "integrity"):
        told("fill", exercise=exercise, wave="2015")
    assert [message for message in told.messages if message["kind"] == "refused"] == []
    book, _stored = session.load()
    assert book.answer("waves").reading == "La nostra frase."
    assert all(wave.n >= 30 and wave.margin for wave in book.answer("waves").waves)
    assert all(one.n >= 30 for one in book.answer("strengths").drivers)
    linked = {one.wave for one in book.answer("benchmark").comparisons}
    assert linked <= {wave.id for wave in book.answer("waves").waves}
    assert book.answer("integrity").wave in {wave.id for wave in book.answer("waves").waves}


def test_figures_written_twice_are_renewed_and_not_doubled(session: Session) -> None:
    told = Told(session)
    told("sample")
    told("confirm", mapping=explained(told.wait("desk")))
    told.wait("figures")
    for _again in range(2):
        told("fill", exercise="waves", wave="2015")
        told("gap", panel="touchpoints", column="tp_reclamo", wave="2015")
    book, _stored = session.load()
    ids = [wave.id for wave in book.answer("waves").waves]
    assert len(ids) == len(set(ids))
    assert len(book.answer("malma").gaps) == 1


def test_a_gap_goes_into_both_chapters_or_into_none(store: Store) -> None:
    room = store.classes.create("CX")
    anna = store.classes.join(room.id, "Anna", secret="x").member.person
    session = Session(store, store.create_workbook("Prova", "it", person=anna).id, anna, "it")
    told = Told(session)
    told("sample")
    told("confirm", mapping=explained(told.wait("desk")))
    told.wait("figures")
    for chapter in ("07-listen-to-data", "08-act"):
        store.classes.lock(room.id, chapter, by=OWNER)
        told("gap", panel="touchpoints", column="tp_reclamo", wave="2015")
        assert told.messages[-1] == {
            "kind": "refused", "message": ChapterShut().for_page("it")
        }  # fmt: skip
        assert store.answers(session.workbook, person=anna) == {}
        store.classes.unlock(room.id, chapter, by=OWNER)


@pytest.mark.parametrize(
    "message",
    [
        {"kind": "mapping", "mapping": {"wave": ["x"]}},
        {"kind": "mapping"},
        {"kind": "panel", "name": {"a": 1}},
        {"kind": "piece", "at": "x"},
        {"kind": "begin", "name": "a.csv", "size": "many"},
        {"kind": "fill", "exercise": "../etc"},
        {"kind": 7},
        "no message",
    ],
)
def test_what_is_not_in_the_contract_harms_nothing(session: Session, message: Any) -> None:
    told = Told(session)
    told.desk._receive(told.desk, message, [])
    assert all(one["kind"] in ("refused", "received") for one in told.messages)


def test_files_of_deleted_workbooks_are_swept_away(store: Store, session: Session) -> None:
    told = Told(session)
    told("sample")
    told.wait("desk")
    assert sweep_surveys(store) == []
    store.delete_workbook(session.workbook)
    assert sweep_surveys(store) == [session.workbook]
    assert list(surveys_folder(store).iterdir()) == []
