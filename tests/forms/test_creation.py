"""A form asks for a thing to link to, and hears whether and where it was written."""

from __future__ import annotations

from typing import Any

import pytest

from cxkit.forms import Session
from cxkit.store import OWNER, Conflict, Store, StoreError
from tests.forms.conftest import Form
from tests.texts import HOSTILE

PERSONA = {"kind": "create", "request": "c1", "target": "persona", "id": "p1", "label": "Anna"}


def kinds(heard: list[dict[str, Any]]) -> list[str]:
    """Name the messages that came back."""
    return [message["kind"] for message in heard]


def stored(session: Session, exercise: str) -> Any:
    """Return what the database holds of an exercise."""
    entry = session.store.answer(session.workbook, exercise, person=OWNER)
    return entry.value if entry else None


def test_it_is_written_offered_and_named_before_the_form_may_link_to_it(
    vision: Form, session: Session
) -> None:
    heard = vision.say(PERSONA)
    assert kinds(heard) == ["redraw", "links", "created"]
    assert heard[1]["links"]["persona"] == [{"id": "p1", "label": "Anna"}]
    assert heard[2] == {"kind": "created", "request": "c1", "id": "p1"}
    assert [one["name"] for one in stored(session, "buyer-persona")["personas"]] == ["Anna"]


def test_the_owner_s_form_on_the_same_page_gets_it(session: Session) -> None:
    journey, personas = Form("journey-map", session), Form("buyer-persona", session)
    journey.say(PERSONA)
    (told,) = [message for message in personas.heard if message["kind"] == "stored"]
    assert (told["value"]["personas"][0]["name"], told["revision"]) == ("Anna", 1)
    assert "stored" not in kinds(journey.heard)


def test_asked_again_after_a_lost_answer_nothing_is_written_twice(
    vision: Form, session: Session
) -> None:
    vision.say(PERSONA)
    assert vision.say({**PERSONA, "request": "c2"})[-1]["id"] == "p1"
    assert len(session.store.history(session.workbook, "buyer-persona", person=OWNER)) == 1


def test_what_a_team_mate_writes_meanwhile_is_kept(
    vision: Form, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store.save

    def quicker(store: Store, book: str, name: str, value: Any, **how: Any) -> Any:
        monkeypatch.setattr(Store, "save", first)
        theirs = {"personas": [{"id": "p9", "name": "Bruno"}]}
        first(store, book, name, theirs, expected_revision=0, person=OWNER)
        return first(store, book, name, value, **how)

    monkeypatch.setattr(Store, "save", quicker)
    assert vision.say(PERSONA)[-1]["kind"] == "created"
    assert [one["name"] for one in stored(session, "buyer-persona")["personas"]] == [
        "Bruno",
        "Anna",
    ]


def test_a_given_list_is_brought_by_beginning_its_exercise(session: Session) -> None:
    values = Form("values-behaviours", session)
    assert values.state["links"]["pillar"] == []
    assert values.state["pages"]["pillar"]["create"] is None
    heard = values.say({"kind": "create", "request": "c1", "target": "pillar"})
    assert heard[-1]["kind"] == "created"
    assert len(heard[1]["links"]["pillar"]) == 6
    values.say({"kind": "create", "request": "c2", "target": "pillar"})
    assert len(session.store.history(session.workbook, "pillars", person=OWNER)) == 1


def test_nothing_can_be_added_to_a_given_list(session: Session) -> None:
    values = Form("values-behaviours", session)
    (refused,) = values.say({**PERSONA, "target": "pillar"})
    assert refused["kind"] == "refused"
    assert stored(session, "pillars") is None


@pytest.mark.parametrize(
    "change",
    [{"target": "gap"}, {"target": "constructor"}, {"target": None}, {"target": ["persona"]},
     {"label": None}, {"label": {"x": 1}}, {"id": 7}, {"holder": []}],
)  # fmt: skip
def test_what_this_form_does_not_link_to_is_ignored(
    vision: Form, session: Session, change: dict[str, Any]
) -> None:
    assert vision.say({**PERSONA, **change}) == []
    assert session.store.answers(session.workbook, person=OWNER) == {}


@pytest.mark.parametrize("change", [{"label": " "}, {"label": "x" * 900}, {"id": "<script>"}])
def test_what_is_not_allowed_is_refused_with_its_reason(
    vision: Form, session: Session, change: dict[str, Any]
) -> None:
    (refused,) = vision.say({**PERSONA, **change})
    assert (refused["kind"], refused["request"]) == ("refused", "c1")
    assert refused["message"]
    assert stored(session, "buyer-persona") is None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_text(vision: Form, session: Session, text: str) -> None:
    heard = vision.say({**PERSONA, "label": text})
    if heard[-1]["kind"] == "created":
        name = stored(session, "buyer-persona")["personas"][0]["name"]
        assert heard[1]["links"]["persona"][0]["label"] == name
    else:
        assert heard[-1]["message"]


def test_a_store_that_cannot_write_says_so(
    vision: Form, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise StoreError

    monkeypatch.setattr(Store, "save", full)
    (refused,) = vision.say(PERSONA)
    assert (refused["kind"], refused["request"]) == ("refused", "c1")


def test_a_store_where_others_are_always_quicker_gives_up(
    vision: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    def conflict(*_: Any, **__: Any) -> None:
        raise Conflict(name="buyer-persona", current=None, base=None)

    monkeypatch.setattr(Store, "save", conflict)
    (refused,) = vision.say(PERSONA)
    assert refused["kind"] == "refused"


BACK = {**PERSONA, "kind": "take-back", "request": "b1"}
NEED = {"kind": "create", "request": "c3", "target": "need", "id": "n1", "label": "To know",
        "holder": "p1", "holder_label": "Anna"}  # fmt: skip


def write(session: Session, exercise: str, value: dict[str, Any]) -> None:
    """Save an answer as another form does."""
    before = session.store.answer(session.workbook, exercise, person=OWNER)
    session.save(exercise, value, before.revision if before else 0)


def test_what_nobody_has_touched_is_taken_away_again(vision: Form, session: Session) -> None:
    vision.say(PERSONA)
    heard = vision.say(BACK)
    assert heard[-1] == {"kind": "taken-back", "request": "b1", "gone": True}
    assert stored(session, "buyer-persona")["personas"] == []
    assert vision.say(BACK)[-1]["gone"]


def test_a_need_goes_with_the_person_it_was_written_in(vision: Form, session: Session) -> None:
    vision.say(NEED)
    vision.say({**NEED, "kind": "take-back"})
    assert stored(session, "buyer-persona")["personas"] == []


def test_the_person_stays_where_more_is_written(vision: Form, session: Session) -> None:
    vision.say(NEED)
    value = stored(session, "buyer-persona")
    value["personas"][0]["goals"] = "A home"
    write(session, "buyer-persona", value)
    assert vision.say({**NEED, "kind": "take-back"})[-1]["gone"]
    (persona,) = stored(session, "buyer-persona")["personas"]
    assert (persona["goals"], persona["needs"]) == ("A home", [])


def test_what_somebody_has_written_about_stays(vision: Form, session: Session) -> None:
    vision.say(PERSONA)
    value = stored(session, "buyer-persona")
    value["personas"][0]["goals"] = "A home"
    write(session, "buyer-persona", value)
    assert not vision.say(BACK)[-1]["gone"]
    assert stored(session, "buyer-persona") == value


def test_what_something_is_linked_to_stays(vision: Form, session: Session) -> None:
    vision.say(PERSONA)
    write(session, "journey-map", {"persona": "p1"})
    assert not vision.say(BACK)[-1]["gone"]
    assert [one["id"] for one in stored(session, "buyer-persona")["personas"]] == ["p1"]


@pytest.mark.parametrize("wrong", [{"target": "kpi"}, {"id": 3}, {"target": "survey"}])
def test_what_makes_no_sense_takes_nothing_away(
    vision: Form, session: Session, wrong: dict[str, Any]
) -> None:
    vision.say(PERSONA)
    assert vision.say({**BACK, **wrong}) == []
    assert len(stored(session, "buyer-persona")["personas"]) == 1
