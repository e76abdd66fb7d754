"""Several comparisons looked at together: chance has as many tries, and p-values say so.

Written out here rather than taken from SciPy: the pages that judge a dozen hand-entered figures
would load it for these few lines. Tests hold them against SciPy and statsmodels.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from cxkit.language import mark as _
from cxkit.stats.words import refusal

Correction = Literal["benjamini-hochberg", "holm"]
RATE = 0.05


def adjusted(
    p_values: Sequence[float], correction: Correction = "benjamini-hochberg"
) -> list[float]:
    """Return the p-values corrected for their number.

    Parameters
    ----------
    p_values : sequence of float
        Two-sided p-values of the comparisons looked at together, in any order.
    correction : {"benjamini-hochberg", "holm"}
        Benjamini and Hochberg hold the share of false findings among the findings, Holm the risk
        of any false one.

    Returns
    -------
    list of float
        In the order they came; never smaller than before, at most 1.

    Notes
    -----
    Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", *Journal of the Royal
    Statistical Society* B 57 (1995), 289–300. S. Holm, "A simple sequentially rejective multiple
    test procedure", *Scandinavian Journal of Statistics* 6 (1979), 65–70.

    Examples
    --------
    >>> [round(p, 3) for p in adjusted([0.01, 0.04, 0.03])]
    [0.03, 0.04, 0.04]
    >>> [round(p, 3) for p in adjusted([0.01, 0.04, 0.03], "holm")]
    [0.03, 0.06, 0.06]
    """
    if correction not in ("benjamini-hochberg", "holm"):
        raise refusal(
            _("There is no correction “{value}”; there are: {known}."),
            value=str(correction), known="benjamini-hochberg, holm",
        )  # fmt: skip
    number = len(p_values)
    order = sorted(range(number), key=lambda place: p_values[place])
    ranked = [p_values[place] for place in order]
    if correction == "holm":
        raised = [p * (number - rank) for rank, p in enumerate(ranked)]
        stepped = list(accumulate(raised, max))
    else:
        raised = [p * number / rank for rank, p in enumerate(ranked, 1)]
        stepped = list(accumulate(reversed(raised), min))[::-1]
    back = dict(zip(order, stepped, strict=True))
    return [min(1.0, max(back[place], p_values[place])) for place in range(number)]


def beyond_chance(
    p_values: Sequence[float], rate: float = RATE, correction: Correction = "benjamini-hochberg"
) -> list[bool]:
    """Say which of several differences stand out once their number is allowed for.

    Parameters
    ----------
    p_values : sequence of float
        The two-sided p-values of the differences looked at together.
    rate : float
        The share of false ones among the findings (or the risk of any, with Holm) one accepts.
    correction : {"benjamini-hochberg", "holm"}
        As in `adjusted`.

    Examples
    --------
    >>> beyond_chance([0.04]), beyond_chance([0.04, 0.5, 0.6])
    ([True], [False, False, False])
    """
    return [p <= rate for p in adjusted(p_values, correction)]
