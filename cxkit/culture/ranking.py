"""Pareto's reasoning: what comes first, and which few explain most of the weight."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 0.8
"""The share of the whole weight that the few who matter explain together."""


@dataclass(frozen=True)
class Ranked:
    """One entry of a Pareto ranking.

    Parameters
    ----------
    id : str
        Which entry.
    weight : int
        Its weight, above 0.
    place : int
        Its place from 1; entries of equal weight share a place.
    share, cumulative : float
        Its part of the whole weight, and that of all entries up to and including it, from 0 to 1.
    vital : bool
        Whether it belongs to the few that explain `MOST` of the weight.
    """

    id: str
    weight: int
    place: int
    share: float
    cumulative: float
    vital: bool


def pareto(weights: Sequence[tuple[str, int]], most: float = MOST) -> list[Ranked]:
    """Rank entries by weight, the heaviest first; entries without weight are left out.

    The vital few are the shortest run of heaviest entries that reaches `most` of the whole weight.
    A tie at its end is not cut: who weighs the same is treated the same.

    Parameters
    ----------
    weights : sequence of (str, int)
        Ids with their weights, 0 or more. Ties keep this order.
    most : float
        Share of the whole weight, from 0 to 1.

    Examples
    --------
    >>> [(one.id, one.place, one.vital) for one in pareto([("a", 2), ("b", 16), ("c", 2)])]
    [('b', 1, True), ('a', 2, False), ('c', 2, False)]
    """
    ordered = sorted((pair for pair in weights if pair[1] > 0), key=lambda pair: -pair[1])
    whole = sum(weight for _, weight in ordered)
    found: list[Ranked] = []
    running = 0
    for position, (item_id, weight) in enumerate(ordered, start=1):
        before = running
        running += weight
        last = found[-1] if found else None
        tied = last is not None and last.weight == weight
        place = last.place if tied and last else position
        vital = last.vital if tied and last else before < most * whole - 1e-9
        found.append(Ranked(item_id, weight, place, weight / whole, running / whole, vital))
    return found
