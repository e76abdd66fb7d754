"""What a customer is worth over the years: a rough order of magnitude, and no more than that."""

from dataclasses import dataclass
from math import floor, log10


@dataclass(frozen=True)
class Lifetime:
    """What stands to be lost with one customer.

    Parameters
    ----------
    alone : float
        The one customer's, in the currency of the average value.
    together : float
        The same with those who listened to the story, counted as customers of the same kind.
    is_margin : bool
        Whether it is margin; without a margin it is revenue, of which only a part is earned.
    """

    alone: float
    together: float
    is_margin: bool


def lifetime(
    per_year: float | None,
    value: float | None,
    margin: float | None,
    years: float | None,
    heeded: float | None = None,
) -> Lifetime | None:
    """Return the value of a customer over the years that were to be expected.

    The plainest form of customer lifetime value: purchases a year × average value × margin ×
    years. No discount for the years to come and no chance of leaving earlier, so that it errs
    upwards (Gupta and Lehmann, *Customers as Assets*, Journal of Interactive Marketing, 2003,
    give the form with both).

    Parameters
    ----------
    per_year : float or None
        Visits or purchases in a year.
    value : float or None
        Average value of one of them.
    margin : float or None
        Per cent of it that is earned, 0 to 100; None gives revenue.
    years : float or None
        How long the customer could have been expected to stay.
    heeded : float or None
        Others who heard of it and acted alike; None counts as nobody.

    Returns
    -------
    Lifetime or None
        None while purchases, value or years are missing.

    Examples
    --------
    >>> lifetime(10, 60, 30, 5, heeded=1)
    Lifetime(alone=900.0, together=1800.0, is_margin=True)
    >>> lifetime(10, None, 30, 5) is None
    True
    """
    if per_year is None or value is None or years is None:
        return None
    share = 1.0 if margin is None else margin / 100
    alone = per_year * value * share * years
    return Lifetime(alone, alone * (1 + (heeded or 0)), margin is not None)


def rough(amount: float) -> float:
    """Round to two significant digits: more would claim a precision that is not there.

    Examples
    --------
    >>> rough(1834.5), rough(405), rough(0)
    (1800.0, 410.0, 0.0)
    """
    if amount <= 0:
        return 0.0
    step = 10.0 ** (floor(log10(amount)) - 1)
    return round(floor(amount / step + 0.5) * step, 10)
