"""What people of a class say to each other: comments on exercises, and votes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update

from cxkit.store import values
from cxkit.store.access import admit, instructs
from cxkit.store.database import Database
from cxkit.store.errors import NotAllowed, RefusedComment, RefusedValue
from cxkit.store.limits import room_for_comment
from cxkit.store.records import Comment
from cxkit.store.tables import comment, member, person, vote

COMMENT_LENGTH = 4000
DOTS = 10
"""What one person may give one thing; how many there are to give is the exercise's business."""
_COMMENT = select(comment, person.c.name).join(person, person.c.id == comment.c.author_id)


class Talk:
    """Comments and votes; reached as ``store.talk``."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def comment(self, workbook_id: str, exercise: str, text: str, *, person: str) -> Comment:
        """Write a comment on an exercise; whoever may read a workbook may comment on it.

        Raises
        ------
        RefusedComment
            The text is blank or longer than 4000 characters.
        TooMany
        NotFound
        """
        clean = values.whole_text(text).replace("\x00", "").replace("\r\n", "\n").strip()
        if not 0 < len(clean) <= COMMENT_LENGTH:
            raise RefusedComment(limit=COMMENT_LENGTH, size=len(clean))
        row: dict[str, Any] = {
            "id": uuid.uuid4().hex,
            "workbook_id": workbook_id,
            "exercise": values.name(exercise, "esercizio", "exercise"),
            "author_id": person,
            "text": clean,
            "written_at": self._clock(),
        }
        with self._database.write() as connection:
            admit(connection, person, workbook_id)
            room_for_comment(connection, person, workbook_id, row["written_at"])
            connection.execute(insert(comment), row)
            return _comment(connection.execute(_COMMENT.where(comment.c.id == row["id"])).one())

    def comments(
        self, workbook_id: str, exercise: str | None = None, *, person: str
    ) -> list[Comment]:
        """The comments on a workbook or one exercise of it, the oldest first."""
        query = _COMMENT.where(comment.c.workbook_id == workbook_id)
        if exercise is not None:
            query = query.where(comment.c.exercise == exercise)
        with self._database.read() as connection:
            admit(connection, person, workbook_id)
            ordered = query.order_by(comment.c.written_at, comment.c.id)
            return [_comment(row) for row in connection.execute(ordered)]

    def since(self, workbook_ids: Collection[str], moment: datetime) -> list[Comment]:
        """Comments written on some workbooks after a moment, for the server's own watch."""
        newer = and_(comment.c.workbook_id.in_(workbook_ids), comment.c.written_at > moment)
        with self._database.read() as connection:
            ordered = _COMMENT.where(newer).order_by(comment.c.written_at, comment.c.id)
            return [_comment(row) for row in connection.execute(ordered)]

    def latest(self, classroom_id: str, *, by: str, most: int = 5) -> list[Comment]:
        """What the participants of a class said last, the newest first, for who leads it.

        Raises
        ------
        NotAllowed
        """
        pupils = select(member.c.person_id).where(
            and_(member.c.classroom_id == classroom_id, member.c.role == "participant")
        )
        newest = _COMMENT.where(comment.c.author_id.in_(pupils)).order_by(
            comment.c.written_at.desc(), comment.c.id
        )
        with self._database.read() as connection:
            if not instructs(connection, by, classroom_id):
                raise NotAllowed(name=classroom_id)
            return [_comment(row) for row in connection.execute(newest.limit(most))]

    def mark_read(self, workbook_id: str, exercise: str, *, person: str) -> None:
        """Note that those who write in a workbook have seen what others said on an exercise."""
        here = and_(
            comment.c.workbook_id == workbook_id,
            comment.c.exercise == exercise,
            comment.c.author_id != person,
            comment.c.read_at.is_(None),
        )
        with self._database.write() as connection:
            admit(connection, person, workbook_id, deed="write")
            connection.execute(update(comment).where(here).values(read_at=self._clock()))

    def withdraw(self, comment_id: str, *, person: str) -> None:
        """Take back a comment of one's own; another's stays."""
        here = and_(comment.c.id == comment_id, comment.c.author_id == person)
        with self._database.write() as connection:
            connection.execute(delete(comment).where(here))

    def vote(self, topic: str, dots: Mapping[str, int], *, person: str) -> None:
        """Give one's dots to the items of a topic, in place of those given before.

        Raises
        ------
        RefusedValue
            An item gets fewer than 1 or more than 10 dots.
        """
        if any(type(n) is not int or not 1 <= n <= DOTS for n in dots.values()):
            raise RefusedValue(name=topic)
        rows = [
            {"person_id": person, "topic": values.name(topic, "voto", "vote"),
             "item": values.name(item, "voce", "item"), "dots": n}
            for item, n in dots.items()
        ]  # fmt: skip
        with self._database.write() as connection:
            if connection.scalar(select(member.c.person_id).where(_is(person))) is None:
                raise NotAllowed(name=topic)
            connection.execute(
                delete(vote).where(and_(vote.c.person_id == person, vote.c.topic == topic))
            )
            if rows:
                connection.execute(insert(vote), rows)

    def my_dots(self, topic: str, *, person: str) -> dict[str, int]:
        """The dots a person has given."""
        query = select(vote.c.item, vote.c.dots).where(
            and_(vote.c.person_id == person, vote.c.topic == topic)
        )
        with self._database.read() as connection:
            return {row.item: row.dots for row in connection.execute(query)}

    def dots(self, classroom_id: str, topic: str) -> tuple[dict[str, int], int]:
        """All dots of a class by item, and how many people have voted; no names."""
        here = and_(member.c.classroom_id == classroom_id, vote.c.topic == topic)
        joined = vote.join(member, member.c.person_id == vote.c.person_id)
        total = (
            select(vote.c.item, func.sum(vote.c.dots).label("dots"))
            .select_from(joined)
            .where(here)
            .group_by(vote.c.item)
        )
        voters = select(func.count(vote.c.person_id.distinct())).select_from(joined).where(here)
        with self._database.read() as connection:
            counted = {row.item: int(row.dots) for row in connection.execute(total)}
            return counted, int(connection.scalar(voters) or 0)


def _is(who: str) -> Any:
    return member.c.person_id == who


def _comment(row: Row[Any]) -> Comment:
    return Comment(
        row.id, row.workbook_id, row.exercise, row.author_id, row.name, row.text, row.written_at,
        row.read_at,
    )  # fmt: skip
