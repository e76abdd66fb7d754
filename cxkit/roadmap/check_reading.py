"""Checks of the reading: is what is mended first really loose, somebody's, and soon?"""

from collections.abc import Iterator
from datetime import timedelta

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.thread import Thread
from cxkit.core.wording import wording_of
from cxkit.roadmap.model import Reading
from cxkit.roadmap.words import is_nobody

SOON = timedelta(days=31)
MANY = 10


def check_reading(answer: Reading, context: Context) -> list[Advice]:
    """Return the advice on a reading; what it says of the thread asks the workbook to follow it."""
    if answer.is_empty():
        return []
    thread = context.thread
    return [
        *(_thread(answer, thread, context) if thread else ()),
        *_first(answer, context),
        *_left(answer, context),
    ]


def _thread(answer: Reading, thread: Thread, context: Context) -> Iterator[Advice]:
    if thread.coverage is None:
        yield Advice("nothing-tied", "note", ("story",))
        return
    if not thread.breaks:
        yield Advice("unbroken", "good", ("story",))
        return
    lost = sum(one.key == "link-broken" for one in thread.breaks)
    if lost:
        yield Advice("links-lost", "problem", ("first",), {"count": lost})
    open_now = [one for one in thread.breaks if one.begun]
    if len(open_now) > MANY:
        yield Advice("many-breaks", "note", ("first",), {"count": len(open_now)})
    broken = {one.stage for one in thread.breaks}
    if answer.first and answer.first not in broken:
        stage = wording_of("thread").field("first").options[answer.first].in_(context.lang)
        yield Advice("first-holds", "warning", ("first",), {"stage": stage})
    moments = {one.node.label for one in open_now if one.key == "moment-no-owner" and one.node}
    if answer.first and answer.first != "owner" and moments:
        yield Advice("moment-waits", "note", ("first",), {"count": len(moments)})


def _first(answer: Reading, context: Context) -> Iterator[Advice]:
    if not answer.first:
        return
    if not answer.mend:
        yield Advice("mend-missing", "warning", ("mend",))
    if not answer.why:
        yield Advice("why-missing", "note", ("why",))
    if not answer.who:
        yield Advice("who-missing", "warning", ("who",))
    elif is_nobody(answer.who, context):
        yield Advice("who-nobody", "warning", ("who",), {"who": answer.who})
    if not answer.by:
        yield Advice("by-missing", "warning", ("by",))
    elif answer.by < context.today:
        yield Advice("by-past", "note", ("by",))
    elif answer.by - context.today > SOON:
        yield Advice("by-far", "note", ("by",), {"days": (answer.by - context.today).days})
    elif answer.mend and answer.who and not is_nobody(answer.who, context):
        yield Advice("first-mend", "good", ("mend",), {"who": answer.who})


def _left(answer: Reading, context: Context) -> Iterator[Advice]:
    for end in answer.left:
        where = ("left", end.id)
        if end.what and not end.why:
            yield Advice("left-unexplained", "warning", (*where, "why"), {"what": end.what})
        elif end.what and not end.again:
            yield Advice("left-for-good", "note", (*where, "again"), {"what": end.what})
        elif end.what and end.again and end.again < context.today:
            yield Advice("left-due", "warning", (*where, "again"), {"what": end.what})
