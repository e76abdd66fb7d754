"""Where the company listens: the touchpoints of the journey, and the posts that hear each."""

from collections.abc import Mapping
from dataclasses import dataclass

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.language.word_lists import bare
from cxkit.listening.model import EXPLICIT, IMPLICIT, Listening, Post

SLOW = ("quarterly", "yearly")
"""A moment of truth heard this seldom is heard too late."""

WIDE = 4
"""A post at more touchpoints than this hears none of them closely."""


@dataclass(frozen=True)
class Ear:
    """One touchpoint and the posts that hear it.

    Parameters
    ----------
    point : Item
        The touchpoint, as the journey map has it.
    moment : bool
        Whether it is a moment of truth.
    owner : str
        Who answers for it, as the blueprint says; empty while nobody does.
    posts : tuple of Post
        The posts linked to it, in their order.
    """

    point: Item
    moment: bool
    owner: str
    posts: tuple[Post, ...]

    @property
    def explicit(self) -> tuple[Post, ...]:
        """The posts that pick up what people say."""
        return tuple(post for post in self.posts if post.signal in EXPLICIT)

    @property
    def implicit(self) -> tuple[Post, ...]:
        """The posts that pick up what people do."""
        return tuple(post for post in self.posts if post.signal in IMPLICIT)

    @property
    def other(self) -> tuple[Post, ...]:
        """The posts whose signal is not named yet."""
        return tuple(post for post in self.posts if not post.signal)

    @property
    def arrives(self) -> bool:
        """Whether something it tells reaches somebody who can act, for a named decision."""
        return any(post.arrives() for post in self.posts)

    @property
    def slow(self) -> bool:
        """Whether all that hear it, hear it a few times a year at most."""
        return bool(self.posts) and all(post.frequency in SLOW for post in self.posts)

    @property
    def only_wide(self) -> bool:
        """Whether only posts hear it that hear many touchpoints at once."""
        return bool(self.posts) and all(len(post.touchpoints) > WIDE for post in self.posts)

    def told_owner(self) -> bool:
        """Say whether the owner is among those who receive what is heard here."""
        owner = bare(self.owner)
        return any(
            one and owner and (one in owner or owner in one)
            for one in (bare(post.receiver) for post in self.posts)
        )


def ears_of(answer: Listening, context: Context) -> list[Ear]:
    """Return the touchpoints in the order they are lived, each with the posts that hear it."""
    phases = {phase.id: place for place, phase in enumerate(context.of_kind("phase"))}
    points = sorted(
        (point for point in context.of_kind("touchpoint") if point.label),
        key=lambda point: phases.get(getattr(point, "phase", ""), len(phases)),
    )
    owners = _owners(context)
    return [
        Ear(
            point,
            bool(getattr(point, "moment_of_truth", False)),
            owners.get(point.id, ""),
            tuple(post for post in answer.posts if point.id in post.touchpoints),
        )
        for point in points
    ]


def _owners(context: Context) -> Mapping[str, str]:
    lines = getattr(context.answers.get("blueprint"), "lines", ())
    return {line.touchpoint: line.owner for line in lines if line.owner}
