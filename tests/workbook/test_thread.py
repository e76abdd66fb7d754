"""The red thread: each break is found where it is, and named with what mends it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from cxkit.cli import app
from cxkit.core.thread import STAGES
from cxkit.core.wording import exercise_ids, wording_of
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.workbook import Workbook
from cxkit.workbook.thread_rules import RULES
from cxkit.workbook.thread_words import thread_json, worded
from tests.workbook.breaks import BANK, BREAKS, Loose, broken, loose, sample
from tests.workbook.mending import (
    Change,
    Values,
    delete,
    fill,
    items,
    leave_out,
    put,
)

LANGS: tuple[Lang, Lang] = ("it", "en")


@pytest.mark.parametrize(
    ("change", "expected"), [b[1:] for b in BREAKS], ids=[b[0] for b in BREAKS]
)
def test_what_is_taken_away_is_found_with_what_mends_it(
    change: Change, expected: list[Loose]
) -> None:
    assert sorted(loose(broken(change).thread())) == sorted(expected)


@pytest.mark.parametrize("change", [b[1] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_coverage_rises_when_a_break_is_mended(change: Change) -> None:
    coverage = broken(change).thread().coverage
    assert coverage is not None
    assert 0 <= coverage < 1
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
    thread = broken(leave_out("communication-plan")).thread()
    assert {one.begun for one in thread.breaks if one.exercise == "communication-plan"} == {False}


def test_a_lost_link_names_who_holds_it_and_in_which_field() -> None:
    found = broken(delete("gp-accesso")).thread().breaks
    one = worded(found[0], "en")
    action = "Send a single code by message and unlock logins in the evening too"
    field = wording_of("actions").field("actions", "gaps").label.en
    assert one.says == (f"In “{action}”, under “{field}”, a link leads to something that is gone.")
    assert found[0].where == ("actions", "ac-codici", "gaps")
    assert one.page == "08-act.ipynb#actions/actions/ac-codici/gaps"


@pytest.mark.parametrize(("field", "left"), [("owner", ""), ("due", None)])
def test_what_an_action_lacks_is_asked_for_in_its_own_field(field: str, left: str | None) -> None:
    (found,) = broken(put("ac-codici", **{field: left})).thread().breaks
    assert found.where == ("actions", "ac-codici", field)


def test_a_line_named_by_what_is_gone_is_named_by_its_exercise() -> None:
    thread = broken(delete("tp-racconto")).thread()
    lines = [one for one in thread.breaks if one.where[0] == "lines"]
    assert lines
    assert {one.values["name"] for one in lines} == {worded(lines[0], "en").title}


def test_an_empty_workbook_has_nothing_to_tie() -> None:
    thread = Workbook().thread()
    assert (thread.breaks, thread.coverage, thread.shown_coverage) == ((), None, None)


def test_almost_whole_is_never_shown_as_whole() -> None:
    thread = broken(put("ac-codici", owner="")).thread()
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


def test_every_rule_is_broken_in_one_of_these_ways() -> None:
    found = {key for _, _, breaks in BREAKS for key, *_ in breaks}
    assert {rule.key for rule in RULES} <= found


@pytest.mark.parametrize("change", [b[1] for b in BREAKS], ids=[b[0] for b in BREAKS])
def test_what_is_written_where_a_break_leads_mends_it(change: Change) -> None:
    book = broken(change)
    for found in book.thread().breaks:
        values = copy.deepcopy(book.values())
        fill(values, found.exercise, found.where)
        mended = Workbook.from_values("", "en", values).thread()
        assert (found.key, found.where) not in [(one.key, one.where) for one in mended.breaks]


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
