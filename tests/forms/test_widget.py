"""What a form answers to the browser."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cxkit.forms import Session, exercise
from cxkit.store import OWNER, Store, StoreError
from tests.forms.conftest import Form


def written(form: Form, **fields: Any) -> dict[str, Any]:
    return {**form.state["value"], **fields}


def test_saved_is_said_with_the_revision_and_the_time_after_the_commit(
    vision: Form, session: Session
) -> None:
    answer = vision.save(written(vision, motto="Si arriva"))
    assert (answer["kind"], answer["request"], answer["revision"]) == ("saved", "r1", 1)
    assert re.fullmatch(r"\d\d:\d\d", answer["saved_at"])
    assert answer["errors"] == []
    assert "value" not in answer
    stored = session.store.answer(session.workbook, "vision-statement", person=OWNER)
    assert stored is not None
    assert stored.value["motto"] == "Si arriva"


def test_after_a_save_the_form_hears_its_new_picture_and_advice(vision: Form) -> None:
    heard = vision.say(
        {"kind": "save", "request": "a", "value": written(vision, sentence="Si arriva."),
         "revision": 0}
    )  # fmt: skip
    redraw = next(message for message in heard if message["kind"] == "redraw")
    assert "Si arriva." in redraw["picture"]
    assert redraw["progress"] != "empty"
    assert redraw["advice"]


def test_a_refused_value_is_named_and_the_rest_is_saved(vision: Form, session: Session) -> None:
    answer = vision.save(written(vision, motto="x" * 200_000, sentence="Resta."))
    (error,) = answer["errors"]
    assert error["where"] == ["motto"]
    assert "200" in error["message"]
    assert "value" not in answer
    book, _ = session.load()
    assert book.answer("vision-statement").sentence == "Resta."  # type: ignore[attr-defined]
    assert book.answer("vision-statement").motto == ""  # type: ignore[attr-defined]


def test_what_the_model_cleans_comes_back_as_it_is_stored(vision: Form) -> None:
    answer = vision.save(written(vision, motto="  due   parole "))
    assert answer["value"]["motto"] == "due parole"


def test_two_people_s_different_fields_are_both_kept(vision: Form) -> None:
    first = vision.save(written(vision, motto="Mio"), request="a")
    second = vision.save(written(vision, sentence="Tuo."), revision=0, request="b")
    assert second["revision"] == first["revision"] + 1
    assert (second["value"]["motto"], second["value"]["sentence"]) == ("Mio", "Tuo.")
    assert not [message for message in vision.heard if message["kind"] == "conflict"]


def test_one_field_changed_twice_shows_both_versions(vision: Form) -> None:
    vision.save(written(vision, motto="Mio"), request="a")
    vision.save(written(vision, motto="Tuo"), revision=0, request="b")
    (conflict,) = [message for message in vision.heard if message["kind"] == "conflict"]
    (field,) = conflict["fields"]
    assert (conflict["request"], field["name"]) == ("b", "motto")
    assert {field["mine"], field["theirs"]} == {"Mio", "Tuo"}


def test_an_earlier_version_is_listed_and_brought_back(vision: Form) -> None:
    vision.save(written(vision, motto="Prima"))
    vision.save(written(vision, motto="Dopo"), revision=1)
    (history,) = vision.say({"kind": "history"})
    assert history["versions"]
    restored, *_ = vision.say({"kind": "restore", "request": "z", "to": 1, "revision": 2})
    assert restored["kind"] == "saved"
    assert restored["value"]["motto"] == "Prima"
    assert restored["revision"] == 3


def test_a_change_elsewhere_brings_new_links(session: Session) -> None:
    journey, personas = Form("journey-map", session), Form("buyer-persona", session)
    personas.save({"personas": [{"id": "p1", "name": "Anna"}]})
    (links,) = [message for message in journey.heard if message["kind"] == "links"]
    assert links["links"]["persona"] == [{"id": "p1", "label": "Anna"}]
    journey.heard.clear()
    personas.save({"personas": [{"id": "p1", "name": "Anna", "quote": "Si arriva?"}]}, 1)
    assert not [message for message in journey.heard if message["kind"] == "links"]


def test_a_page_that_opens_later_reads_what_is_stored_now(vision: Form) -> None:
    vision.save(written(vision, motto="Adesso"))
    state = vision.widget.get_state()["state"]
    assert state["value"]["motto"] == "Adesso"
    assert state["revision"] == 1
    assert state["title"] == vision.state["title"]


def test_the_script_goes_over_the_comm_when_asked(vision: Form) -> None:
    (answer,) = vision.say({"kind": "script"})
    assert answer == {"kind": "script"}
    assert len(vision.buffers[0]) > 10_000


@pytest.mark.parametrize(
    "message",
    [None, "save", [], {}, {"kind": None}, {"kind": "delete"}, {"kind": "restore"},
     {"kind": "restore", "to": "1", "revision": "1"}, {"kind": ["save"]}],
)  # fmt: skip
def test_what_is_not_in_the_contract_is_ignored(vision: Form, message: object) -> None:
    assert vision.say(message) == []


@pytest.mark.parametrize("value", [None, 7, "x", [], {"motto": 7}, {"needs": {}}, {"x": 1}])
@pytest.mark.parametrize("revision", [None, "1", -1, 10**20, True, 1.5])
def test_a_wild_save_is_answered_and_breaks_nothing(
    vision: Form, value: object, revision: object
) -> None:
    answer = vision.save(value, revision)
    assert answer["kind"] in ("saved", "refused")
    assert vision.save(written(vision, motto="Dopo"), 0, "after")["kind"] in ("saved", "conflict")


def test_a_closed_store_refuses_with_a_sentence_in_the_page_s_language(
    vision: Form, session: Session
) -> None:
    session.store.close()
    answer = vision.save(written(vision, motto="x"))
    assert answer["kind"] == "refused"
    assert answer["request"] == "r1"
    assert len(answer["message"].split()) > 3


def test_a_deleted_workbook_refuses(vision: Form, session: Session) -> None:
    session.store.delete_workbook(session.workbook, person=OWNER)
    assert vision.save(written(vision, motto="x"))["kind"] == "refused"


@pytest.mark.parametrize(("lang", "says"), [("it", "non c’è"), ("en", "There is no")])
def test_an_unknown_exercise_is_said_with_those_there_are(
    session: Session, lang: str, says: str
) -> None:
    other = Session(session.store, session.workbook, OWNER, lang)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=says) as refused:
        exercise("vision", other)
    assert "vision-statement" in str(refused.value)


def test_a_stranger_s_session_opens_nothing(session: Session) -> None:
    stranger = Session(session.store, session.workbook, "mallory", "it")
    with pytest.raises(StoreError):
        exercise("vision-statement", stranger)


def test_a_restored_store_opens_by_the_kernel_s_environment(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cxkit.forms import open_workbook

    path = tmp_path / "cxworkbook.db"
    with Store.create_or_upgrade(path) as store:
        first = store.create_workbook("Uno", "it", person=OWNER)
        second = store.create_workbook("Due", "it", person=OWNER)
        store.set_current(OWNER, second.id)
    monkeypatch.setenv("CXKIT_DATABASE", str(path))
    monkeypatch.setenv("CXKIT_LANG", "en")
    opened = open_workbook()
    assert (opened.workbook, opened.lang) == (second.id, "en")
    opened.store.close()
    monkeypatch.setenv("CXKIT_WORKBOOK", first.id)
    opened = open_workbook()
    assert opened.workbook == first.id
    opened.store.close()
