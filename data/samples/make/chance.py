"""Chance that is the same everywhere: one stream for each column, uniform numbers only."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

SEED = 2008
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Chance:
    """Streams by name, so that a new column changes none of the others.

    NumPy keeps the bits of its uniform numbers from version to version, not those of its
    distributions; hence normal numbers and choices are made of uniform ones.
    """

    def __init__(self, sample: str, seed: int = SEED) -> None:
        self._root = (seed, crc32(sample.encode()))

    def uniform(self, name: str, size: int) -> Floats:
        """Return `size` numbers from 0 to 1."""
        return np.random.default_rng([*self._root, crc32(name.encode())]).random(size)

    def normal(self, name: str, size: int) -> Floats:
        """Return `size` standard normal numbers."""
        return np.asarray(ndtri(np.clip(self.uniform(name, size), 1e-12, 1 - 1e-12)))

    def pick(self, name: str, shares: Sequence[float], size: int) -> Ints:
        """Return `size` places in `shares`, each as often as its share says."""
        edges = np.cumsum(shares) / np.sum(shares)
        return np.searchsorted(edges[:-1], self.uniform(name, size), side="right")

    def some(self, name: str, size: int, count: int) -> Ints:
        """Return `count` different places out of `size`, in order."""
        return np.sort(np.argsort(self.uniform(name, size), kind="stable")[:count])
