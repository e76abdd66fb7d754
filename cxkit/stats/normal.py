"""The normal distribution, as intervals and tests ask of it; loads no numpy."""

from statistics import NormalDist

from cxkit.language import mark as _
from cxkit.stats.words import refusal

NORMAL = NormalDist()


def critical(confidence: float = 0.95) -> float:
    """Return z of the two-sided interval.

    Parameters
    ----------
    confidence : float
        Between 0 and 1.

    Raises
    ------
    ValueError
        When it is not.

    Examples
    --------
    >>> round(critical(), 3)
    1.96
    """
    if not 0 < confidence < 1:
        raise refusal(
            _("A confidence of {value} does not exist: use a number between 0 and 1, such as 0.95"),
            value=str(confidence),
        )
    return NORMAL.inv_cdf((1 + confidence) / 2)


def two_sided(z: float) -> float:
    """Return how often chance alone goes as far as `z` standard errors, on either side.

    Examples
    --------
    >>> round(two_sided(1.96), 3), round(two_sided(-1.96), 3)
    (0.05, 0.05)
    """
    return 2 * NORMAL.cdf(-abs(z))
