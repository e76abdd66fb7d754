"""How much one person and one class may store: enough for any class, too little to harm one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, select

from cxkit.store.errors import TooMany
from cxkit.store.tables import comment, member, workbook

COMMENTS_A_MINUTE = 30
COMMENTS_ON_A_WORKBOOK = 2000
WORKBOOKS_A_PERSON = 60
PEOPLE_IN_A_CLASS = 500


def room_for_comment(connection: Connection, person: str, workbook_id: str, now: datetime) -> None:
    """Raise ``TooMany`` unless a person may write one more comment on a workbook now."""
    since = now - timedelta(minutes=1)
    lately = and_(comment.c.author_id == person, comment.c.written_at > since)
    if _count(connection, select(func.count()).where(lately)) >= COMMENTS_A_MINUTE:
        raise TooMany(
            limit=COMMENTS_A_MINUTE, what_it="commenti al minuto", what_en="comments a minute",
            then_it="aspettate un momento e riprovate", then_en="wait a moment and try again",
        )  # fmt: skip
    here = select(func.count()).where(comment.c.workbook_id == workbook_id)
    if _count(connection, here) >= COMMENTS_ON_A_WORKBOOK:
        raise TooMany(
            limit=COMMENTS_ON_A_WORKBOOK, what_it="commenti su un quaderno",
            what_en="comments on one workbook", then_it="parlatene a voce",
            then_en="talk about it instead",
        )  # fmt: skip


def room_for_workbook(connection: Connection, person: str) -> None:
    """Raise ``TooMany`` unless a member of a class may own one more; others own what they like."""
    of_class = select(exists().where(member.c.person_id == person))
    own = select(func.count()).where(workbook.c.owner_id == person)
    if connection.scalar(of_class) and _count(connection, own) >= WORKBOOKS_A_PERSON:
        raise TooMany(
            limit=WORKBOOKS_A_PERSON, what_it="quaderni a persona", what_en="workbooks a person",
            then_it="eliminatene prima uno", then_en="delete one first",
        )  # fmt: skip


def room_for_person(connection: Connection, classroom_id: str) -> None:
    """Raise ``TooMany`` unless one more person may join a class."""
    there = select(func.count()).where(member.c.classroom_id == classroom_id)
    if _count(connection, there) >= PEOPLE_IN_A_CLASS:
        raise TooMany(
            limit=PEOPLE_IN_A_CLASS, what_it="persone in un corso", what_en="people in one class",
            then_it="rivolgetevi a chi conduce", then_en="ask the instructor",
        )  # fmt: skip


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.scalar(query) or 0)
