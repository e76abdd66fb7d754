"""Checks of the front-line log: are people's words counted, passed on, acted on, answered?"""

from collections.abc import Iterator, Sequence

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, shown
from cxkit.listening.coverage import Ear
from cxkit.listening.model import Listening, LogEntry
from cxkit.listening.words import found, name_of

REACHED = ("passed", "decided", "answered")


def check_log(answer: Listening, ears: Sequence[Ear], context: Context) -> Iterator[Advice]:
    """Yield the advice on the log of what people say at the front line."""
    entries = [entry for entry in answer.log if entry.said]
    if not entries:
        if answer.posts:
            yield Advice("log-empty", "note", ("log",))
        return
    if not answer.reading:
        yield Advice("reading-missing", "note", ("reading",))
    for entry in entries:
        yield from _words(entry, context)
        yield from _road(entry, context)
    yield from _places(entries, ears, context)
    told = [entry for entry in entries if entry.stage == "answered" and entry.done]
    if told:
        yield Advice("log-answered", "good", ("log",), {"count": len(told), "total": len(entries)})


def _words(entry: LogEntry, context: Context) -> Iterator[Advice]:
    where = ("log", entry.id)
    if judged := found("judgements", entry.said, context):
        yield Advice("log-judged", "warning", (*where, "said"), {"words": shown(judged)})
    if entry.people is None:
        many = found("uncounted", entry.said, context)
        named = {"said": name_of(entry.said, Listening.exercise, context)}
        if many:
            values = {**named, "words": shown(many)}
            yield Advice("log-many", "warning", (*where, "people"), values)
        else:
            yield Advice("log-uncounted", "note", (*where, "people"), named)


def _road(entry: LogEntry, context: Context) -> Iterator[Advice]:
    where = ("log", entry.id)
    named = {"said": name_of(entry.said, Listening.exercise, context)}
    if not entry.receiver:
        yield Advice("log-addressless", "warning", (*where, "receiver"), named)
    elif entry.stage not in REACHED:
        values = {**named, "receiver": entry.receiver}
        yield Advice("log-stuck", "warning", (*where, "stage"), values)
    elif entry.stage in ("decided", "answered") and not entry.done:
        yield Advice("log-undone", "warning", (*where, "done"), named)


def _places(entries: Sequence[LogEntry], ears: Sequence[Ear], context: Context) -> Iterator[Advice]:
    named = {entry.touchpoint for entry in entries}
    deaf = [ear.point.label for ear in ears if not ear.posts and ear.point.id in named]
    if deaf:
        yield Advice("log-without-post", "note", ("posts",), {"names": listed(deaf, context.lang)})
