"""Where we listen: touchpoints against signals, the road of each post, and the front-line log."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.language import format_number
from cxkit.listening.coverage import Ear, ears_of
from cxkit.listening.model import EXPLICIT, IMPLICIT, Listening, LogEntry, Post

STAGES = ("heard", "passed", "decided", "answered")


@dataclass(frozen=True)
class Row:
    """One touchpoint: its number along the journey, and who hears it."""

    number: int
    ear: Ear

    @property
    def state(self) -> str:
        """``deaf``, ``vain`` when what is heard reaches no decision, else ``heard``."""
        if not self.ear.posts:
            return "deaf"
        return "heard" if self.ear.arrives else "vain"

    @property
    def receivers(self) -> list[Post]:
        """One post for each receiver who gets something from here, those who decide first."""
        order = ("decides", "proposes", "", "informed")
        first: dict[str, Post] = {}
        for post in sorted(self.ear.posts, key=lambda post: order.index(post.power)):
            if post.receiver:
                first.setdefault(post.receiver.casefold(), post)
        return list(first.values())


@dataclass(frozen=True)
class Group:
    """The touchpoints of one phase."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Line:
    """One entry of the log, and how many of the four stages it has reached."""

    entry: LogEntry
    people: str
    touchpoint: str
    reached: int


def draw_posts(answer: Listening, context: Context) -> Picture:
    """Draw the coverage of touchpoints, the road of each post, and the log."""
    say = Phrases(Listening.exercise, context.lang)
    posts = [post for post in answer.posts if post != Post(id=post.id)]
    ears = ears_of(answer, context)
    entries = [entry for entry in answer.log if entry.said]
    return draw(
        "posts.html.j2",
        say,
        context,
        say("title"),
        _describe(ears, posts, entries, say) if posts or entries else say("empty"),
        posts=posts,
        letters={post.id: letter(place) for place, post in enumerate(posts)},
        placed={post.id: _places(post, ears) for post in posts},
        groups=_groups(ears, context) if posts or entries else [],
        lines=[_line(entry, context) for entry in entries],
        reading=answer.reading,
        counts=_counts(ears, entries),
        stages=STAGES,
        kind_of=_kind_of,
        wide=True,
    )


def letter(place: int) -> str:
    """Return the letter of a post: A to Z, then AA, AB …

    Examples
    --------
    >>> [letter(place) for place in (0, 25, 26, 59)]
    ['A', 'Z', 'AA', 'BH']
    """
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def _kind_of(post: Post) -> str:
    if post.signal in EXPLICIT:
        return "explicit"
    return "implicit" if post.signal in IMPLICIT else ""


def _places(post: Post, ears: Sequence[Ear]) -> list[int]:
    """Return the numbers of the touchpoints a post hears."""
    return [place for place, ear in enumerate(ears, start=1) if ear.point.id in post.touchpoints]


def _groups(ears: Sequence[Ear], context: Context) -> list[Group]:
    rows = [Row(number, ear) for number, ear in enumerate(ears, start=1)]
    by_phase = groupby(rows, key=lambda row: getattr(row.ear.point, "phase", ""))
    return [Group(context.label(phase), tuple(inside)) for phase, inside in by_phase]


def _line(entry: LogEntry, context: Context) -> Line:
    people = "" if entry.people is None else format_number(entry.people, context.lang, decimals=0)
    reached = STAGES.index(entry.stage) + 1 if entry.stage else 0
    return Line(entry, people, context.label(entry.touchpoint), reached)


def _counts(ears: Sequence[Ear], entries: Sequence[LogEntry]) -> dict[str, tuple[int, int]]:
    moments = [ear for ear in ears if ear.moment]
    return {
        "heard": (sum(bool(ear.posts) for ear in ears), len(ears)),
        "arriving": (sum(ear.arrives for ear in ears), len(ears)),
        "moments": (sum(bool(ear.explicit and ear.implicit) for ear in moments), len(moments)),
        "told": (sum(entry.stage == "answered" for entry in entries), len(entries)),
    }


def _describe(
    ears: Sequence[Ear], posts: Sequence[Post], entries: Sequence[LogEntry], say: Phrases
) -> str:
    figures = {"posts": len(posts), "log": len(entries)}
    if not ears:
        return say("describe-unmapped", **figures)
    heard = sum(bool(ear.posts) for ear in ears)
    return say("describe", heard=heard, total=len(ears), **figures)
