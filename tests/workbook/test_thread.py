"""The red thread: each break is found where it is, and named with what mends it."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from cxkit.cli import app
from cxkit.core.exercise import find_exercise
from cxkit.core.thread import STAGES, Thread
from cxkit.core.wording import exercise_ids, wording_of
from cxkit.forms.spec import form_fields
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook
from cxkit.workbook.thread_rules import RULES
from cxkit.workbook.thread_words import thread_json, worded
from tests.workbook.mending import (
    Change,
    Values,
    both,
    delete,
    item,
    items,
    leave_out,
    put,
    unlink,
    write,
)

Loose = tuple[str, str, str]
LANGS: tuple[Lang, Lang] = ("it", "en")


def sample(case: str, lang: Lang = "en") -> Workbook:
    """Return a sample case."""
    return Workbook.read(samples() / f"{case}.{lang}.cxworkbook.json")


BANK = sample("bank").values()


def changed(change: Change) -> Thread:
    """Follow the bank's thread after a change."""
    values = copy.deepcopy(BANK)
    change(values)
    return Workbook.from_values("", "en", values).thread()


def loose(thread: Thread) -> list[Loose]:
    """Return each break's rule, what hangs loose, and the exercise that mends it."""
    return [(one.key, one.node.id if one.node else "", one.exercise) for one in thread.breaks]


def without_texts(values: Values) -> None:
    """Empty the behaviours of one value."""
    for behaviour in item(values, "value-sincerita")["behaviours"]:
        behaviour["text"] = ""


BREAKS: Sequence[tuple[str, Change, list[Loose]]] = [
    ("an owner", put("ln-sportello", owner=" "),
     [("moment-no-owner", "tp-sportello", "blueprint")]),
    ("a line of the blueprint", delete("ln-sportello"),
     [("moment-no-owner", "tp-sportello", "blueprint")]),
    ("the listening at a moment", unlink("listening-posts", "tp-stipendio"),
     [("moment-no-post", "tp-stipendio", "listening-posts")]),
    ("who receives", put("lp-annuale", receiver=""),
     [("post-no-receiver", "lp-annuale", "listening-posts")]),
    ("what it decides", put("lp-annuale", decision=""),
     [("post-no-decision", "lp-annuale", "listening-posts")]),
    ("the needs of a moment", put("tp-stipendio", meets=[]),
     [("moment-no-need", "tp-stipendio", "journey-map")]),
    ("a need on the map", unlink("journey-map", "n-storia"),
     [("need-unmet", "n-storia", "journey-map")]),
    ("the needs of the vision", write("vision-statement", needs=[]),
     [("vision-no-need", "pr-chiaro", "vision-statement")]),
    ("the measure of a moment", unlink("kpi-plan", "tp-stipendio"),
     [("moment-no-kpi", "tp-stipendio", "kpi-plan")]),
    ("a measure's owner", put("kpi-notizie", owner=""),
     [("kpi-no-owner", "kpi-notizie", "kpi-plan")]),
    ("a question's measure", put("sv-facile", kpi=""),
     [("question-no-kpi", "sv-facile", "survey-design"),
      ("kpi-not-asked", "kpi-facilita", "survey-design")]),
    ("the gestures of a value", without_texts,
     [("value-no-behaviour", "value-sincerita", "values-behaviours")]),
    ("the gestures of a principle", unlink("vision-to-behaviours", "pr-memoria"),
     [("principle-no-behaviour", "pr-memoria", "vision-to-behaviours"),
      ("behaviour-no-principle", "b-scheda", "vision-to-behaviours"),
      ("behaviour-no-principle", "b-campi", "vision-to-behaviours")]),
    ("a gesture's principle", put("b-notizie", principle=""),
     [("behaviour-no-principle", "b-notizie", "vision-to-behaviours")]),
    ("the pillar against an obstacle", unlink("pillars", "obstacle-silos"),
     [("obstacle-no-pillar", "obstacle-silos", "pillars")]),
    ("the value behind a pillar", unlink("values-behaviours", "pillar-rewards"),
     [("pillar-no-value", "pillar-rewards", "values-behaviours")]),
    ("all measures of a gesture",
     both(*(unlink(name, "b-lettere") for name in ("kpi-plan", "kpi-questions", "rewards"))),
     [("behaviour-unmeasured", "b-lettere", "kpi-plan")]),
    ("the place of a gap", put("gp-promessa", kpi="", touchpoint=""),
     [("kpi-no-gap", "kpi-promessa", "malma"), ("kpi-no-gap", "kpi-nps", "malma"),
      ("gap-no-place", "gp-promessa", "malma")]),
    ("the action on a gap", unlink("actions", "gp-accesso"),
     [("gap-no-action", "gp-accesso", "actions")]),
    ("the action on a gap that the aspects point to", unlink("actions", "gp-chiamate"),
     [("known-gap-no-action", "gp-chiamate", "actions")]),
    ("the gap of an aspect to improve", put("im-notizie", gaps=[]),
     [("aspect-no-gap", "", "strengths")]),
    ("what a focus module led to", put("md-campagna", led_to=" "),
     [("module-no-action", "", "benchmark")]),
    ("the gap of a measure that fell",
     both(put("kpi-promessa", target=None), put("gp-promessa", kpi="", touchpoint="tp-notizie")),
     [("fall-no-gap", "kpi-promessa", "malma"), ("kpi-no-gap", "kpi-nps", "malma")]),
    ("an action's owner", put("ac-codici", owner=""),
     [("action-no-owner", "ac-codici", "actions")]),
    ("an action's date", put("ac-codici", due=None),
     [("action-no-date", "ac-codici", "actions")]),
    ("what an action is for", put("ac-codici", gaps=[], obstacles=[]),
     [("gap-no-action", "gp-accesso", "actions"), ("action-no-gap", "ac-codici", "actions")]),
    ("the action on an obstacle",
     both(unlink("actions", "ob-permessi"), unlink("malma", "ob-permessi")),
     [("severe-no-action", "ob-permessi", "actions")]),
    ("the news of an action",
     both(put("ac-codici", message=""), unlink("communication-plan", "ac-codici")),
     [("action-no-message", "ac-codici", "communication-plan")]),
    ("an audience's messages", unlink("communication-plan", "au-guide"),
     [("audience-no-message", "au-guide", "communication-plan")]),
    ("a message's audience", put("ms-foglio", audiences=[]),
     [("message-no-audience", "ms-foglio", "communication-plan")]),
    ("a need others link to", delete("n-storia"),
     [("link-broken", "", "vision-statement"), ("link-broken", "rq-dati", "needs"),
      ("link-broken", "tp-telefono", "journey-map"),
      ("link-broken", "tp-domanda", "journey-map")]),
    ("a gap that an action links to", delete("gp-accesso"),
     [("link-broken", "ac-codici", "actions")]),
    ("an action that others link to", delete("ac-codici"),
     [("gap-no-action", "gp-accesso", "actions"), ("link-broken", "rs-codici", "roadmap"),
      ("link-broken", "ms-moduli", "communication-plan")]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "expected"), [b[1:] for b in BREAKS], ids=[b[0] for b in BREAKS]
)
def test_what_is_taken_away_is_found_with_what_mends_it(
    change: Change, expected: list[Loose]
) -> None:
    assert sorted(loose(changed(change))) == sorted(expected)


@pytest.mark.parametrize("change", [b[1] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_coverage_rises_when_a_break_is_mended(change: Change) -> None:
    broken = changed(change).coverage
    assert broken is not None
    assert 0 <= broken < 1
    assert Workbook.from_values("", "en", BANK).thread().coverage == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_banks_thread_holds(lang: Lang) -> None:
    thread = sample("bank", lang).thread()
    assert loose(thread) == []
    assert thread.coverage == 1
    followed = {strand.stage for strand in thread.strands if strand.due}
    assert followed == set(STAGES) - {"obstacle"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_railways_thread_breaks_where_it_is_meant_to(lang: Lang) -> None:
    thread = sample("railway", lang).thread()
    assert {("moment-no-owner", "tp-binario", "blueprint"),
            ("kpi-no-owner", "kpi-binario", "kpi-plan"),
            ("action-no-gap", "ac-corso", "actions")} <= set(loose(thread))  # fmt: skip
    assert "link-broken" not in {one.key for one in thread.breaks}
    assert 0.5 < (thread.coverage or 0) < 0.9


@pytest.mark.parametrize("lang", LANGS)
def test_the_cleaners_thread_holds_and_the_beauty_centres_breaks_where_nobody_answers(
    lang: Lang,
) -> None:
    assert loose(sample("cleaning", lang).thread()) == []
    thread = sample("beauty", lang).thread()
    assert {("moment-no-owner", "tp-arrivo", "blueprint"),
            ("moment-no-post", "tp-prossima", "listening-posts"),
            ("post-no-decision", "lp-recensioni", "listening-posts"),
            ("action-no-owner", "ac-agenda", "actions"),
            ("audience-no-message", "au-sito", "communication-plan")} <= set(loose(thread))  # fmt: skip
    assert "link-broken" not in {one.key for one in thread.breaks}


def test_a_break_comes_where_the_thread_has_it_and_begun_exercises_come_first() -> None:
    breaks = sample("railway").thread().breaks
    places = [(STAGES.index(one.stage), not one.begun) for one in breaks]
    assert places == sorted(places)


def test_what_was_never_begun_ends_the_thread_there() -> None:
    thread = changed(leave_out("communication-plan"))
    assert {one.begun for one in thread.breaks if one.exercise == "communication-plan"} == {False}


def test_a_lost_link_names_who_holds_it_and_in_which_field() -> None:
    found = changed(delete("gp-accesso")).breaks
    one = worded(found[0], "en")
    action = "Send a single code by message and unlock logins in the evening too"
    field = wording_of("actions").field("actions", "gaps").label.en
    assert one.says == (f"In “{action}”, under “{field}”, a link leads to something that is gone.")
    assert found[0].where == ("actions", "ac-codici", "gaps")
    assert one.page == "08-act.ipynb#actions/actions/ac-codici/gaps"


@pytest.mark.parametrize(("field", "left"), [("owner", ""), ("due", None)])
def test_what_an_action_lacks_is_asked_for_in_its_own_field(field: str, left: str | None) -> None:
    (found,) = changed(put("ac-codici", **{field: left})).breaks
    assert found.where == ("actions", "ac-codici", field)


def test_a_line_named_by_what_is_gone_is_named_by_its_exercise() -> None:
    thread = changed(delete("tp-racconto"))
    lines = [one for one in thread.breaks if one.where[0] == "lines"]
    assert lines
    assert {one.values["name"] for one in lines} == {worded(lines[0], "en").title}


def test_an_empty_workbook_has_nothing_to_tie() -> None:
    thread = Workbook().thread()
    assert (thread.breaks, thread.coverage, thread.shown_coverage) == ((), None, None)


def test_almost_whole_is_never_shown_as_whole() -> None:
    thread = changed(put("ac-codici", owner=""))
    assert 0.99 < (thread.coverage or 0) < 1
    assert thread.shown_coverage == 0.99


IDS = sorted({one["id"] for one in items(BANK)})


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(IDS), max_size=12),
    st.lists(st.sampled_from(sorted(BANK)), max_size=6, unique=True),
    st.sampled_from(LANGS),
)
def test_whatever_is_deleted_each_break_has_words_and_a_mend(
    gone: list[str], left_out: list[str], lang: Lang
) -> None:
    values: Values = copy.deepcopy(BANK)
    for one in gone:
        delete(one)(values)
    for name in left_out:
        leave_out(name)(values)
    thread = Workbook.from_values("", "en", values).thread(lang)
    assert thread.coverage is None or 0 <= thread.coverage <= 1
    assert len(thread.breaks) == sum(strand.due - strand.held for strand in thread.strands)
    told = thread_json(thread, lang)["breaks"]
    assert all(one["exercise"] in exercise_ids() and one["page"] for one in told)
    assert all(one["says"] and one["why"] and one["next"] for one in told)


def test_every_rule_mends_in_a_field_that_is_there() -> None:
    for rule in RULES:
        assert rule.field in Workbook().answer(rule.mends).model_dump(), rule.key


def forms_field(fields: list[dict[str, Any]], where: Sequence[str]) -> dict[str, Any] | None:
    """Follow a path through a form's fields; items' ids are no names of fields."""
    found = None
    for step in where:
        here = {field["name"]: field for field in fields}
        if step in here:
            found = here[step]
            fields = found.get("fields", [])
    return found


@pytest.mark.parametrize("change", [b[1] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_a_break_leads_to_a_field_of_the_form_that_mends_it(change: Change) -> None:
    for one in changed(change).breaks:
        field = forms_field(form_fields(find_exercise(one.exercise), "en"), one.where)
        assert field is not None
        assert field["name"] == one.where[-1] or one.where[-1] in IDS


def check(*arguments: str | Path) -> Result:
    """Run ``cxkit check``."""
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def saved(case: str, lang: Lang) -> Path:
    """Return a sample's file."""
    return samples() / f"{case}.{lang}.cxworkbook.json"


@pytest.mark.parametrize(("lang", "head"), [("it", "Filo rosso: "), ("en", "Red thread: ")])
def test_check_prints_the_breaks_and_says_so_by_its_status(lang: Lang, head: str) -> None:
    printed = check(saved("railway", lang))
    thread = sample("railway", lang).thread()
    assert printed.exit_code == 1
    assert printed.stdout.startswith(head)
    assert all(worded(one, lang).says in printed.stdout for one in thread.breaks)
    assert "(05-journey.ipynb#blueprint/lines/tp-binario/owner)" in printed.stdout


def test_check_is_content_with_a_whole_thread() -> None:
    printed = check(saved("bank", "en"))
    assert printed.exit_code == 0
    assert printed.stdout == "Red thread: 100%\n"


@pytest.mark.parametrize("lang", LANGS)
def test_check_prints_json_for_machines(lang: Lang) -> None:
    printed = check(saved("railway", "en"), "--json", "--lang", lang)
    told: dict[str, Any] = json.loads(printed.stdout)
    assert printed.exit_code == 1
    assert told == thread_json(sample("railway").thread(lang), lang)
    assert [stage["stage"] for stage in told["stages"]] == list(STAGES)
    assert 0 < told["coverage"] < 1


def test_check_of_something_else_says_what_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "letter.json"
    path.write_text("{}")
    printed = check(path)
    assert printed.exit_code == 2
    assert "format: cxworkbook" in printed.output
