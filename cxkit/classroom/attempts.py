"""How often somebody may try: buckets that fill again with time."""

import time
from collections import OrderedDict
from collections.abc import Callable


class Attempts:
    """Failed tries by key, each in a bucket that empties at a steady rate.

    Parameters
    ----------
    size : int
        Failures that are let pass in a row.
    seconds : float
        Time after which one more is let pass.
    clock : callable
        Tells the time in seconds.
    keys : int
        Keys remembered; beyond that the longest untouched go, so that a flood of made-up names
        costs no memory.

    Examples
    --------
    >>> now = 0.0
    >>> tries = Attempts(size=2, seconds=60, clock=lambda: now)
    >>> for _ in range(2):
    ...     tries.failed("anna")
    >>> round(tries.wait("anna")), tries.wait("bea")
    (60, 0.0)
    >>> now = 61.0
    >>> tries.wait("anna")
    0.0
    """

    def __init__(
        self,
        *,
        size: int,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        keys: int = 10_000,
    ) -> None:
        self._size = size
        self._seconds = seconds
        self._clock = clock
        self._keys = keys
        # When each bucket will be empty again.
        self._empty_at: OrderedDict[str, float] = OrderedDict()

    def wait(self, key: str) -> float:
        """Seconds until `key` may try again; 0 when it may now."""
        full_from = (self._size - 1) * self._seconds
        return max(0.0, self._empty_at.get(key, 0.0) - self._clock() - full_from)

    def failed(self, key: str) -> None:
        """Note a failure."""
        now = self._clock()
        self._empty_at[key] = max(now, self._empty_at.get(key, now)) + self._seconds
        self._empty_at.move_to_end(key)
        while len(self._empty_at) > self._keys:
            self._empty_at.popitem(last=False)

    def succeeded(self, key: str) -> None:
        """Forget the failures of `key`."""
        self._empty_at.pop(key, None)
