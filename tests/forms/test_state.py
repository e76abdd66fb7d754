"""What a form shows: the same in both languages, whole, and safe whatever is written in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cxkit.core.exercise import find_exercise
from cxkit.core.wording import exercise_ids
from cxkit.forms import Session
from cxkit.forms.example import sample, sample_cases, worked_example
from cxkit.forms.spec import form_fields
from cxkit.forms.state import exercise_state
from cxkit.forms.words import form_words
from cxkit.language import LANGS
from cxkit.store import OWNER
from cxkit.workbook import Workbook
from tests.forms.answers import filled
from tests.forms.conftest import Form
from tests.markup import Markup
from tests.texts import HOSTILE

WILD = [*HOSTILE, "\ud800 lone \udfff", "a\x00b\x1b", "x" * 200_000]
KEYS = {"name", "kind", "label", "help", "example", "needed"}


def shape(fields: list[dict[str, Any]]) -> list[Any]:
    """Return what must not differ between languages."""
    return [
        (f["name"], f["kind"], sorted(f), [o["value"] for o in f.get("options", [])],
         shape(f.get("fields", [])))
        for f in fields
    ]  # fmt: skip


def assert_harmless(html: str) -> None:
    """Fail when text of the user's became an element, a handler, an address or a style."""
    markup = Markup(html)
    assert not {"script", "iframe", "object", "link", "base", "form"} & set(markup.tags)
    for name, value in markup.attributes:
        assert not name.startswith("on"), name
        if name in ("href", "action", "style", "src"):
            assert value.startswith("data:image/") if name == "src" else True
            assert not any(word in value for word in ("alert", "HYPERLINK", "{{", "<", "evil"))


@pytest.mark.parametrize("name", exercise_ids())
def test_a_form_has_the_same_fields_in_both_languages_and_words_for_each(name: str) -> None:
    forms = {lang: form_fields(find_exercise(name), lang) for lang in LANGS}
    assert shape(forms["it"]) == shape(forms["en"])
    for fields in forms.values():
        for field in fields:
            assert field.keys() >= KEYS
            assert field["label"].strip()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", exercise_ids())
def test_an_empty_form_is_whole_and_can_be_sent(name: str, lang: Any) -> None:
    state = exercise_state(Workbook("Prova", lang), None, name, lang, "w1")
    sent = json.loads(json.dumps(state))
    assert sent["value"].keys() == {field["name"] for field in sent["fields"]}
    assert (sent["revision"], sent["saved_at"], sent["progress"]) == (0, None, "empty")
    assert sent["title"]
    assert sent["instructions"].startswith("<")
    assert {note["title"] for note in sent["notes"]}
    assert sent["words"] == form_words(lang)


@pytest.mark.parametrize("name", exercise_ids())
@pytest.mark.parametrize("text", WILD, ids=range(len(WILD)))
def test_hostile_text_is_stored_or_refused_and_never_becomes_markup(
    session: Session, name: str, text: str
) -> None:
    sent = filled(name, text)
    outcome = session.save(name, sent, 0)
    book, stored = session.load()
    state = exercise_state(book, stored.get(name), name, "it", session.workbook)
    json.dumps(state).encode()
    if state["picture"]:
        assert_harmless(state["picture"])
    assert state["value"] == outcome.saved.value


@pytest.mark.parametrize("name", exercise_ids())
def test_what_is_too_long_is_refused_where_it_stands_and_the_rest_is_kept(
    session: Session, name: str
) -> None:
    fields = form_fields(find_exercise(name), "it")
    texts = [field["name"] for field in fields if field["kind"] in ("text", "long-text")]
    sent = filled(name, "Va bene.")
    for spoiled in texts:
        sent[spoiled] = "x" * 200_000
    outcome = session.save(name, sent, 0)
    assert {problem.where[0] for problem in outcome.problems} == set(texts)
    for kept in (name for name in sent.keys() - set(texts) if sent[name]):
        assert outcome.saved.value[kept]
    assert all(outcome.saved.value[name] == "" for name in texts)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", sample_cases())
def test_a_sample_case_is_shown_by_every_form(session: Session, case: str, lang: Any) -> None:
    book = sample(case, lang)
    made = session.store.create_workbook(
        book.title, lang, person=OWNER, case=case, answers=book.values()
    )
    loaded, stored = Session(session.store, made.id, OWNER, lang).load()
    for name in stored:
        state = exercise_state(loaded, stored[name], name, lang, made.id)
        assert state["progress"] in ("begun", "attention", "complete")
        assert state["revision"] == 1
        assert state["saved_at"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", exercise_ids())
def test_each_exercise_has_a_worked_example(name: str, lang: Any) -> None:
    example = worked_example(name, lang)
    model = find_exercise(name).model
    assert model.model_validate(example["value"]) != model()
    assert example["comment"].strip()
    assert example["case"].strip()
    assert_harmless(example["picture"])


def strangers(example: dict[str, Any], fields: list[dict[str, Any]], part: str) -> set[str]:
    """Return the ids in the links of a part of an example that the part itself does not hold."""
    own: set[str] = set()
    links: set[str] = set()

    def walk(value: dict[str, Any], shown: list[dict[str, Any]]) -> None:
        own.update({value["id"]} if "id" in value else ())
        for field in shown:
            inner = value[field["name"]]
            if field["kind"] in ("link", "links"):
                links.update([inner] if isinstance(inner, str) else inner)
            elif field["kind"] in ("cards", "table"):
                for item in inner:
                    walk(item, field["fields"])

    walk(example[part], fields)
    return links - own - {""}


@pytest.mark.parametrize("name", exercise_ids())
def test_an_example_names_what_it_links_to_and_starts_without_it(name: str) -> None:
    fields = form_fields(find_exercise(name), "it")
    example = worked_example(name, "it")
    assert strangers(example, fields, "value") <= example["names"].keys()
    assert all(example["names"].values())
    assert strangers(example, fields, "start") == set()


@pytest.mark.parametrize("name", exercise_ids())
def test_the_start_of_an_example_is_saved_as_it_is(session: Session, name: str) -> None:
    start = worked_example(name, "it")["start"]
    outcome = session.save(name, start, 0)
    assert (outcome.problems, outcome.saved.value) == ((), start)


def test_examples_taken_one_after_the_other_stay_linked(session: Session) -> None:
    people, journey = Form("buyer-persona", session), Form("journey-map", session)
    people.save(people.say({"kind": "example"})[0]["start"])
    (example,) = journey.say({"kind": "example"})
    assert example["start"] == example["value"]
