"""Whether a survey could see a change at all: power between two waves, before asking anybody."""

from math import sqrt
from typing import Literal

from cxkit.language import mark as _
from cxkit.stats.normal import NORMAL, critical
from cxkit.stats.words import refusal

MOST = 10_000_000
"""Who needs more answers than this cannot see the change."""

Figure = Literal["nps", "share", "mean"]


def power_between_waves(
    change: float,
    n: float,
    n_before: float | None = None,
    *,
    figure: Figure = "nps",
    spread: float | None = None,
    confidence: float = 0.95,
) -> float:
    """Return the probability that two waves show a change that is really there.

    Parameters
    ----------
    change : float
        The true change: NPS points, a share (0.05 is five percentage points), or points of a mean.
    n : float
        Answers of the later wave, above 1.
    n_before : float, optional
        Answers of the earlier wave; as many without it.
    figure : {"nps", "share", "mean"}
        What is compared.
    spread : float, optional
        NPS: variance of the answers coded −1, 0, 1 (1 at worst, the default). Share: the share of
        the earlier wave (0.5, the default). Mean: the standard deviation, which must be given.
    confidence : float
        Of the test, two-sided.

    Returns
    -------
    float
        From 0 to 1; 0.8 is a common wish.

    Raises
    ------
    ValueError
        When there are too few answers, or the spread is out of its range.

    Notes
    -----
    J. Cohen, *Statistical Power Analysis for the Behavioral Sciences*, 2nd edition, 1988. Shares
    are tested with their pooled variance, means with Student's t for equal spread.

    Examples
    --------
    >>> round(power_between_waves(5, 1000), 2), round(power_between_waves(10, 1000), 2)
    (0.2, 0.61)
    >>> round(power_between_waves(0.25, 50, figure="share"), 2)
    0.74
    """
    before = n if n_before is None else n_before
    if min(n, before) <= 1:
        raise refusal(
            _("A change needs more than one answer in each wave, not {value}."),
            value=min(n, before),
        )
    critical(confidence)
    if figure == "mean":
        return _of_means(change, n, before, spread, confidence)
    if figure == "share":
        return _of_shares(change, n, before, 0.5 if spread is None else spread, confidence)
    if figure != "nps":
        raise refusal(
            _("There is no figure “{value}”; there are: {known}."),
            value=str(figure), known="nps, share, mean",
        )  # fmt: skip
    variance = 1.0 if spread is None else spread
    if not 0 < variance <= 1:
        raise refusal(_("{name} is {value}; it runs from 0 to 1."), name="spread", value=variance)
    se = 100 * sqrt(variance / n + variance / before)
    reach = abs(change) / se
    z = critical(confidence)
    return NORMAL.cdf(reach - z) + NORMAL.cdf(-reach - z)


def sample_size_between_waves(
    change: float,
    *,
    power: float = 0.8,
    figure: Figure = "nps",
    spread: float | None = None,
    confidence: float = 0.95,
) -> int:
    """Return how many answers each of two waves needs to show a change.

    Parameters
    ----------
    change, figure, spread, confidence
        As in `power_between_waves`.
    power : float
        Wished probability that the change is seen, between 0 and 1.

    Raises
    ------
    ValueError
        When there is no change to see, or no number of answers is enough.

    Examples
    --------
    >>> sample_size_between_waves(5), sample_size_between_waves(10)
    (6280, 1570)
    """
    if not 0 < power < 1 or not change:
        raise refusal(
            _("A change of {change} seen with probability {power} does not work: use a change other"
              " than 0 and a probability between 0 and 1."),
            change=change, power=power,
        )  # fmt: skip

    def enough(n: int) -> bool:
        found = power_between_waves(change, n, figure=figure, spread=spread, confidence=confidence)
        return found >= power

    high = 2
    while not enough(high):
        high *= 2
        if high > MOST:
            raise refusal(_("A change of {value} is too small for any survey."), value=change)
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _of_shares(change: float, n: float, before: float, share: float, confidence: float) -> float:
    after = share + change
    if not (0 <= share <= 1 and 0 <= after <= 1):
        raise refusal(
            _("From a share of {share} a change of {change} leads out of 0 to 1."),
            share=share, change=change,
        )  # fmt: skip
    pooled = (after * n + share * before) / (n + before)
    under_none = critical(confidence) * sqrt(pooled * (1 - pooled) * (1 / n + 1 / before))
    se = sqrt(after * (1 - after) / n + share * (1 - share) / before)
    if not se:
        return float(abs(change) > under_none)
    return NORMAL.cdf((abs(change) - under_none) / se) + NORMAL.cdf(
        (-abs(change) - under_none) / se
    )


def _of_means(change: float, n: float, before: float, sd: float | None, confidence: float) -> float:
    from scipy.special import nctdtr, stdtrit  # type: ignore[import-untyped]  # late: heavy

    if sd is None or not sd > 0:
        raise refusal(
            _("To compare means, say how the answers spread: spread=1.8, a standard deviation"
              " above 0.")
        )  # fmt: skip
    degrees = n + before - 2
    reach = abs(change) / (sd * sqrt(1 / n + 1 / before))
    edge = float(stdtrit(degrees, (1 + confidence) / 2))
    return float(1 - nctdtr(degrees, reach, edge) + nctdtr(degrees, reach, -edge))
