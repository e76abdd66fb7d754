"""R² shared out among drivers, from correlations alone: LMG and Johnson's relative weights."""

from functools import cache
from math import factorial

import numpy as np

from cxkit.stats.cells import Floats

MOST = 20
"""LMG looks at every subset of the drivers: with 20 there are a million."""
SAME = 1e-10
"""A driver with less variance of its own than this is a mixture of the others."""


def explained(x: Floats, y: Floats) -> Floats:
    """Return R² of every subset of the drivers.

    Parameters
    ----------
    x : ndarray, shape (p, p)
        Correlations of the drivers; may be singular. p is at most `MOST`.
    y : ndarray, shape (p,)
        Their correlations with the outcome.

    Returns
    -------
    ndarray, shape (2**p,)
        In the place whose bit j is 1, driver j is in the subset.

    Notes
    -----
    Drivers are swept in one by one, for all subsets of those before at once: what is left of the
    rest's covariances needs no more than 2^j matrices of p − j + 1 rows.

    Examples
    --------
    >>> explained(np.eye(2), np.array([0.6, 0.3])).round(2).tolist()
    [0.0, 0.36, 0.09, 0.45]
    """
    p = len(y)
    left = np.empty((1, p + 1, p + 1))
    left[0, :p, :p], left[0, :p, p], left[0, p, :p], left[0, p, p] = x, y, y, 1.0
    for _driver in range(p):
        own, rest = left[:, 0, 1:], left[:, 1:, 1:]
        variance = left[:, 0, 0]
        usable = variance > SAME
        scaled = own * np.where(usable, 1 / np.where(usable, variance, 1.0), 0.0)[:, None]
        left = np.concatenate([rest, rest - own[:, :, None] * scaled[:, None, :]])
    return np.clip(1.0 - left[:, 0, 0], 0.0, 1.0)


def lmg(x: Floats, y: Floats) -> Floats:
    """Share R² out by the mean gain of each driver over all orders of entering.

    Parameters and the source are those of `cxkit.stats.drivers`; the shares are Shapley
    values of the game whose worth is R².

    Examples
    --------
    >>> lmg(np.array([[1, 0.5], [0.5, 1]]), np.array([0.6, 0.3])).round(3).tolist()
    [0.315, 0.045]
    """
    p = len(y)
    worth = explained(x, y)
    sizes = _sizes(p - 1)
    weights = np.array([factorial(s) * factorial(p - 1 - s) / factorial(p) for s in range(p)])
    shares = np.empty(p)
    for driver in range(p):
        # Bits above the driver, its own bit, bits below: with it minus without it.
        cube = worth.reshape(1 << (p - 1 - driver), 2, 1 << driver)
        gain = (cube[:, 1] - cube[:, 0]).ravel()
        shares[driver] = gain @ weights[sizes]
    return shares


@cache
def _sizes(bits: int) -> "np.ndarray[tuple[int], np.dtype[np.int8]]":
    """Return how many bits are 1 in each number below 2**bits."""
    sizes = np.zeros(1, dtype=np.int8)
    for _bit in range(bits):
        sizes = np.concatenate([sizes, sizes + np.int8(1)])
    return sizes


def johnson(x: Floats, y: Floats) -> Floats:
    """Share R² out by the nearest set of uncorrelated drivers.

    With Λ = R_xx^½ and β = Λ⁻¹ r_xy, the weights are Λ²β², squared element by element.

    Examples
    --------
    >>> johnson(np.array([[1, 0.5], [0.5, 1]]), np.array([0.6, 0.3])).round(3).tolist()
    [0.315, 0.045]
    """
    values, vectors = np.linalg.eigh(x)
    roots = np.sqrt(np.where(values > SAME, values, 0.0))
    inverse = np.where(roots > 0, 1 / np.where(roots > 0, roots, 1.0), 0.0)
    root = (vectors * roots) @ vectors.T
    beta = (vectors * inverse) @ vectors.T @ y
    return np.asarray(root**2 @ beta**2)
