"""Correlations of complete answers, gathered block by block."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cxkit.stats.cells import Floats


@dataclass(frozen=True)
class Moments:
    """How complete rows spread: base, means and cross products about the means.

    Parameters
    ----------
    n : int
        Complete rows with a weight above 0.
    left_out : int
        Rows with a missing value.
    weight, weight2 : float
        Σw and Σw² of the complete rows; both n without weights.
    mean : ndarray, shape (p,)
        Weighted means.
    cross : ndarray, shape (p, p)
        Σ w (x − mean)(x − mean)ᵀ.
    """

    n: int
    left_out: int
    weight: float
    weight2: float
    mean: Floats
    cross: Floats

    @property
    def n_eff(self) -> float:
        """Kish's effective number of rows."""
        return self.weight**2 / self.weight2 if self.weight2 else 0.0

    @property
    def varies(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Which columns are not constant, beyond rounding."""
        spread = np.sqrt(np.diag(self.cross) / max(self.weight, 1e-300))
        return np.asarray(spread > 1e-9 * np.maximum(1.0, np.abs(self.mean)))

    def correlations(self) -> Floats:
        """Return the correlation matrix; a constant column correlates with nothing."""
        scale = np.where(self.varies, np.sqrt(np.diag(self.cross)), np.inf)
        found = np.clip(self.cross / np.outer(scale, scale), -1.0, 1.0)
        np.fill_diagonal(found, 1.0)
        return np.asarray(found)

    def __add__(self, other: "Moments") -> "Moments":
        """Join two parts of the data (T. Chan, G. Golub, R. LeVeque 1979)."""
        if not self.weight or not other.weight:
            whole, rest = (self, other) if self.weight else (other, self)
            return Moments(whole.n, whole.left_out + rest.left_out, whole.weight, whole.weight2,
                           whole.mean, whole.cross)  # fmt: skip
        weight = self.weight + other.weight
        apart = other.mean - self.mean
        return Moments(
            self.n + other.n,
            self.left_out + other.left_out,
            weight,
            self.weight2 + other.weight2,
            self.mean + apart * (other.weight / weight),
            self.cross
            + other.cross
            + np.outer(apart, apart) * (self.weight * other.weight / weight),
        )


def moments_of(blocks: Iterable[Floats], weighted: bool = False) -> Moments:
    """Gather moments; the last column holds the weights when `weighted`.

    Examples
    --------
    >>> found = moments_of([np.array([[1.0, 2.0], [3.0, 6.0], [5.0, np.nan]])])
    >>> found.n, found.left_out, found.correlations()[0, 1].round(6).item()
    (2, 1, 1.0)
    """
    whole: Moments | None = None
    for block in blocks:
        part = _of_block(block, weighted)
        whole = part if whole is None else whole + part
    return whole or Moments(0, 0, 0.0, 0.0, np.empty(0), np.empty((0, 0)))


def _of_block(block: Floats, weighted: bool) -> Moments:
    # A sum is NaN as soon as one of its terms is, and cheaper than asking each.
    complete = ~np.isnan(block.sum(axis=1))
    rows = block if complete.all() else block[complete]
    left_out = len(block) - len(rows)
    if not weighted and len(rows):
        mean = rows.mean(axis=0)
        away = rows - mean
        return Moments(len(rows), left_out, len(rows), len(rows), mean, away.T @ away)
    rows, weights = rows[:, : rows.shape[1] - weighted], rows[:, -1]
    rows, weights = rows[weights > 0], weights[weights > 0]
    total = float(weights.sum())
    if not total:
        columns = block.shape[1] - weighted
        return Moments(0, left_out, 0.0, 0.0, np.zeros(columns), np.zeros((columns, columns)))
    mean = weights @ rows / total
    away = rows - mean
    cross = away.T @ (away * weights[:, None])
    return Moments(len(rows), left_out, total, float(weights @ weights), mean, cross)
