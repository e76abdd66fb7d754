"""The base: how many answers a figure needs, and what small groups would give away.

A figure from few answers moves by chance, and one from very few can point at persons. Who knows a
total and all groups but one knows that one too, so a small group hides another with it: this is
complementary suppression (L. Willenborg, T. de Waal, *Elements of Statistical Disclosure Control*,
2001, chapter 6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from cxkit.language import mark as _
from cxkit.stats.words import refusal

PUBLISH = 30
"""A figure from fewer answers than this is not published."""
SHOW = 5
"""A figure from fewer answers than this is not shown at all."""

Standing = Literal["publish", "show", "withhold"]
Name = TypeVar("Name")


@dataclass(frozen=True)
class Base:
    """The smallest bases.

    Parameters
    ----------
    publish : int
        Fewest answers of a figure that is published.
    show : int
        Fewest answers of a figure that is shown at all; at most `publish`.

    Examples
    --------
    >>> [Base().standing(n) for n in (30, 29, 4)]
    ['publish', 'show', 'withhold']
    """

    publish: int = PUBLISH
    show: int = SHOW

    def __post_init__(self) -> None:
        if not 1 <= self.show <= self.publish:
            raise refusal(
                _(
                    "A base of {show} to show and {publish} to publish does not work: the first is"
                    " at least 1 and not above the second."
                ),
                show=self.show,
                publish=self.publish,
            )

    def standing(self, n: int) -> Standing:
        """Say what may be done with a figure from `n` answers."""
        if n < self.show:
            return "withhold"
        return "show" if n < self.publish else "publish"


def withheld(groups: Mapping[Name, int], least: int = SHOW, *, total: bool = True) -> set[Name]:
    """Return the groups that must not be shown so that no small one can be worked out.

    Parameters
    ----------
    groups : mapping of name to int
        How many answers each group has; together they make up the total. Empty groups give
        nothing away and hide nothing.
    least : int
        Fewest answers that may be seen, at least 1.
    total : bool, default True
        Whether the total of the groups is shown too. Then the hidden groups together must have
        `least` answers and be two at least: else the smallest shown one is hidden with them.

    Returns
    -------
    set
        Names of the groups to hide. When it holds all of them and they are still too few, the
        total gives them away: do not show it either (`total_is_safe`).

    Examples
    --------
    >>> sorted(withheld({"north": 40, "south": 3, "east": 12, "west": 30}))
    ['east', 'south']
    >>> withheld({"north": 40, "south": 3}, total=False)
    {'south'}
    """
    hidden = {name for name, n in groups.items() if 0 < n < least}
    if not total or not hidden:
        return hidden
    shown = sorted((n, place) for place, (name, n) in enumerate(groups.items()) if n >= least)
    names = list(groups)
    for _n, place in shown:
        if len(hidden) > 1 and sum(groups[name] for name in hidden) >= least:
            break
        hidden.add(names[place])
    return hidden


def total_is_safe(groups: Mapping[Name, int], hidden: Iterable[Name], least: int = SHOW) -> bool:
    """Say whether the total may be shown beside the groups that are not `hidden`.

    Examples
    --------
    >>> total_is_safe({"north": 40, "south": 3}, {"north", "south"})
    True
    >>> total_is_safe({"south": 3, "east": 0}, {"south"})
    False
    """
    left = [groups[name] for name in hidden]
    return not left or (len(left) > 1 and sum(left) >= least)
