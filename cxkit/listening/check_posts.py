"""Checks of the posts: is every touchpoint heard, and does every signal reach a decision?"""

from collections.abc import Iterable, Iterator, Sequence

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import listed, shown
from cxkit.core.thread import place_to_link
from cxkit.language.word_lists import bare
from cxkit.listening.check_log import check_log
from cxkit.listening.coverage import SLOW, Ear, ears_of
from cxkit.listening.model import EXPLICIT, IMPLICIT, Listening, Post
from cxkit.listening.words import Values, found, is_nobody, name_of

FEWEST = 3
"""From this many posts on it can be said that they are all of one kind."""


def check_posts(answer: Listening, context: Context) -> list[Advice]:
    """Return the advice on posts and log; an empty answer gets none."""
    if answer.is_empty():
        return []
    ears = ears_of(answer, context)
    return [
        *_coverage(answer, ears, context),
        *(advice for post in answer.posts for advice in _post(post, bool(ears), context)),
        *_kinds(answer),
        *_moments(ears, context),
        *_roads(answer),
        *check_log(answer, ears, context),
    ]


def _to_link(deaf: Sequence[Ear]) -> tuple[str, ...]:
    return place_to_link("posts", "touchpoints", deaf[0].point.id)


def _labels(ears: Iterable[Ear], context: Context) -> str:
    return listed([ear.point.label for ear in ears], context.lang)


def _coverage(answer: Listening, ears: Sequence[Ear], context: Context) -> Iterator[Advice]:
    where = ("posts",)
    if not ears:
        yield Advice("no-touchpoints-yet", "note", where)
        return
    deaf = [ear for ear in ears if not ear.posts]
    moments = [ear for ear in deaf if ear.moment]
    plain = [ear for ear in deaf if not ear.moment]
    if moments:
        names = {"names": _labels(moments, context)}
        yield Advice("moment-unheard", "warning", _to_link(moments), names)
    if plain:
        values: Values = {"names": _labels(plain, context), "count": len(plain), "total": len(ears)}
        yield Advice("touchpoint-unheard", "warning", _to_link(plain), values)
    lost = [ear for ear in ears if ear.posts and not ear.arrives]
    if lost:
        yield Advice("heard-in-vain", "warning", where, {"names": _labels(lost, context)})
    if not deaf and not lost:
        yield Advice("all-heard", "good", where, {"count": len(ears)})
    wide = [ear for ear in ears if ear.only_wide]
    if wide:
        values = {"names": _labels(wide, context), "count": len(wide)}
        yield Advice("only-from-afar", "note", where, values)


def _post(post: Post, mapped: bool, context: Context) -> Iterator[Advice]:
    where = ("posts", post.id)
    named: Values = {"name": name_of(post.name, Listening.exercise, context)}
    if mapped and not any(context.label(point) for point in post.touchpoints):
        yield Advice("post-unplaced", "warning", (*where, "touchpoints"), named)
    if not post.signal:
        yield Advice("signal-missing", "note", (*where, "signal"), named)
    if not post.frequency:
        yield Advice("frequency-missing", "note", (*where, "frequency"), named)
    yield from _people(post, named, context)
    yield from _decision(post, named, context)


def _people(post: Post, named: Values, context: Context) -> Iterator[Advice]:
    where = ("posts", post.id)
    if not post.collector:
        yield Advice("collector-missing", "note", (*where, "collector"), named)
    if not post.receiver:
        yield Advice("receiver-missing", "warning", (*where, "receiver"), named)
    for field in ("collector", "receiver"):
        if is_nobody(getattr(post, field), context):
            values = {**named, "words": getattr(post, field)}
            yield Advice("nobody-in-person", "warning", (*where, field), values)
    if post.power == "informed":
        values = {**named, "receiver": post.receiver or "?"}
        yield Advice("receiver-powerless", "warning", (*where, "power"), values)
    elif post.receiver and not post.power:
        yield Advice("power-missing", "note", (*where, "power"), named)
    if post.receiver and bare(post.receiver) == bare(post.collector):
        severity: Severity = "note" if post.power == "decides" else "warning"
        values = {**named, "person": post.receiver}
        yield Advice("same-hands", severity, (*where, "receiver"), values)


def _decision(post: Post, named: Values, context: Context) -> Iterator[Advice]:
    where = ("posts", post.id, "decision")
    if not post.decision:
        yield Advice("decision-missing", "warning", where, named)
    elif empty := found("no_decisions", post.decision, context):
        yield Advice("decision-empty", "warning", where, {**named, "words": shown(empty)})


def _kinds(answer: Listening) -> Iterator[Advice]:
    signals = [post.signal for post in answer.posts if post.signal]
    where = ("posts",)
    if len(signals) >= FEWEST:
        if set(signals) <= set(EXPLICIT):
            yield Advice("only-explicit", "warning", where, {"count": len(signals)})
        elif set(signals) <= set(IMPLICIT):
            yield Advice("only-implicit", "warning", where, {"count": len(signals)})
    paces = [post.frequency for post in answer.posts if post.frequency]
    if len(paces) >= FEWEST and set(paces) <= set(SLOW):
        yield Advice("all-slow", "warning", where, {"count": len(paces)})


def _moments(ears: Sequence[Ear], context: Context) -> Iterator[Advice]:
    where = ("posts",)
    moments = [ear for ear in ears if ear.moment]
    slow = [ear for ear in moments if ear.slow]
    if slow:
        yield Advice("moment-slow", "warning", where, {"names": _labels(slow, context)})
    heard = [ear for ear in moments if ear.posts]
    halves = [ear for ear in heard if not (ear.explicit and ear.implicit)]
    if halves:
        yield Advice("moment-one-ear", "note", where, {"names": _labels(halves, context)})
    elif moments and len(heard) == len(moments):
        yield Advice("moments-both-ears", "good", where, {"count": len(moments)})
    untold = [ear for ear in heard if ear.owner and not ear.told_owner()]
    if untold:
        owners = listed(list(dict.fromkeys(ear.owner for ear in untold)), context.lang)
        values = {"names": _labels(untold, context), "owners": owners}
        yield Advice("owner-untold", "note", where, values)


def _roads(answer: Listening) -> Iterator[Advice]:
    whole = [post for post in answer.posts if post.arrives() and post.power == "decides"]
    if len(whole) >= FEWEST and len(whole) * 2 >= len(answer.posts):
        values = {"count": len(whole), "total": len(answer.posts)}
        yield Advice("roads-open", "good", ("posts",), values)
