"""The base: how many answers a figure needs, and what small groups would give away.

A figure from few answers moves by chance, and one from very few can point at persons. Who knows a
total and all groups but one knows that one too, so a small group hides another with it: this is
complementary suppression (L. Willenborg, T. de Waal, *Elements of Statistical Disclosure Control*,
2001, chapter 6).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

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


def withheld(
    groups: Mapping[Name, int],
    least: int = SHOW,
    *,
    total: bool = True,
    also: Collection[Name] = (),
) -> set[Name]:
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
    also : collection
        Groups that are hidden for another reason.

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
    hidden = {name for name, n in groups.items() if n and (n < least or name in also)}
    if not total or not hidden:
        return hidden
    shown = [name for name, n in groups.items() if n and name not in hidden]
    for name in sorted(shown, key=groups.__getitem__):
        if total_is_safe(groups, hidden, least):
            break
        hidden.add(name)
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


def withheld_cells(
    cells: Mapping[tuple[Any, ...], int], axes: Sequence[int], least: int = SHOW
) -> tuple[set[tuple[Any, ...]], bool]:
    """Return the cells of a crossed table to hide, with totals along each axis shown.

    Each line is made safe by `withheld`; a cell hidden in one line is missing in the others it
    lies in, so this goes on until all lines are safe. Who combines several tables of the same
    people may still find out more: publish few.

    Parameters
    ----------
    cells : mapping of tuple to int
        How many answers each combination has.
    axes : sequence of int
        Places in the tuples along which cells add up to a total.
    least : int
        Fewest answers that may be seen.

    Returns
    -------
    hidden : set of tuple
        Cells to hide.
    safe : bool
        Whether all totals may be shown beside the others.

    Examples
    --------
    >>> people = {("2011", "n"): 40, ("2011", "s"): 3, ("2012", "n"): 50, ("2012", "s"): 60}
    >>> hidden, safe = withheld_cells(people, [0, 1])
    >>> len(hidden), safe
    (4, True)
    """
    hidden: set[tuple[Any, ...]] = {name for name, n in cells.items() if 0 < n < least}
    lines = list(_lines(cells, axes))
    before = -1
    while len(hidden) != before:
        before = len(hidden)
        for line in lines:
            hidden |= withheld(line, least, also=hidden)
    safe = all(total_is_safe(line, hidden & line.keys(), least) for line in lines)
    return hidden, safe


def _lines(
    cells: Mapping[tuple[Any, ...], int], axes: Sequence[int]
) -> Iterator[dict[tuple[Any, ...], int]]:
    for axis in axes:
        found: dict[tuple[Any, ...], dict[tuple[Any, ...], int]] = {}
        for name, n in cells.items():
            found.setdefault((*name[:axis], *name[axis + 1 :]), {})[name] = n
        yield from found.values()
