"""The reading's checks: what is mended first is really loose, somebody's, and soon."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cxkit.core.context import Context
from cxkit.core.thread import Break, Node, Strand, Thread
from cxkit.roadmap import LooseEnd, Reading
from cxkit.roadmap.check_reading import check_reading

DAY = date(2026, 11, 22)
MOMENT = Node("t1", "touchpoint", "Asks on the platform", "journey-map")
OWNERLESS = Break("moment-no-owner", "owner", "blueprint", ("lines",), MOMENT, True,
                  {"name": MOMENT.label})  # fmt: skip
LOST = replace(OWNERLESS, key="link-broken", stage="kpi", values={"name": "A", "field": "B"})


def thread(*breaks: Break, due: int = 20) -> Thread:
    """Return a thread with some breaks."""
    held = due - len(breaks)
    return Thread((MOMENT,), (), breaks, (Strand("owner", due, held),))


def keys(answer: Reading, followed: Thread | None = None) -> set[str]:
    """Return the keys of the advice."""
    context = Context(today=DAY, follow=(lambda _: followed) if followed else None)
    return {one.key for one in check_reading(answer, context)}


def reading(**fields: Any) -> Reading:
    """Return a reading that mends the owner first."""
    whole = {"first": "owner", "mend": "Ponte answers for it", "why": "It is felt first",
             "who": "Branch manager", "by": date(2026, 12, 4)}  # fmt: skip
    return Reading.model_validate({**whole, **fields})


def test_an_empty_reading_gets_no_advice() -> None:
    assert keys(Reading(), thread(OWNERLESS)) == set()


def test_a_first_mend_with_gesture_name_and_date_is_praised() -> None:
    assert keys(reading(), thread(OWNERLESS)) == {"first-mend"}


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"mend": ""}, "mend-missing"),
        ({"why": ""}, "why-missing"),
        ({"who": ""}, "who-missing"),
        ({"who": "everyone"}, "who-nobody"),
        ({"by": None}, "by-missing"),
        ({"by": date(2026, 11, 21)}, "by-past"),
        ({"by": date(2027, 1, 22)}, "by-far"),
    ],
)
def test_what_the_decision_lacks_is_said(fields: dict[str, Any], key: str) -> None:
    assert key in keys(reading(**fields))


def test_mending_where_the_thread_holds_is_noticed() -> None:
    found = keys(reading(first="message"), thread(OWNERLESS))
    assert {"first-holds", "moment-waits"} <= found
    assert "first-holds" not in keys(reading(first="message"))


def test_a_whole_thread_is_praised_and_an_empty_one_is_no_fault() -> None:
    assert "unbroken" in keys(reading(), thread())
    assert "nothing-tied" in keys(reading(), thread(due=0))


def test_lost_links_come_first() -> None:
    assert "links-lost" in keys(reading(), thread(OWNERLESS, LOST))


def test_many_loose_ends_ask_for_a_choice() -> None:
    assert "many-breaks" in keys(reading(), thread(*[OWNERLESS] * 11))
    assert "many-breaks" not in keys(reading(), thread(*[OWNERLESS] * 10))


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "left-unexplained"),
        ({"why": "No customer asks"}, "left-for-good"),
        ({"why": "No customer asks", "again": date(2026, 1, 1)}, "left-due"),
    ],
)
def test_what_is_left_loose_has_a_reason_and_a_date(fields: dict[str, Any], key: str) -> None:
    assert key in keys(reading(left=[LooseEnd(what="A value", **fields)]))
