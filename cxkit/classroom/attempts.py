"""How often somebody may try: buckets that fill again with time."""

import math
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
        """Note a failure, or a try that has yet to be judged: what succeeds is taken back."""
        now = self._clock()
        self._empty_at[key] = max(now, self._empty_at.get(key, now)) + self._seconds
        self._empty_at.move_to_end(key)
        while len(self._empty_at) > self._keys:
            self._empty_at.popitem(last=False)

    def take(self, key: str) -> int:
        """Count a try of `key` and return 0, or the whole seconds until it may be made."""
        wait = math.ceil(self.wait(key))
        if not wait:
            self.failed(key)
        return wait

    def take_back(self, key: str) -> None:
        """Undo one `failed`: the try was judged, and was none."""
        if key in self._empty_at:
            self._empty_at[key] -= self._seconds

    def succeeded(self, key: str) -> None:
        """Forget the failures of `key`."""
        self._empty_at.pop(key, None)


class Doorkeeper:
    """Says how long somebody has to wait before another try at a PIN or a password.

    A try is counted before it is judged, because judging takes a while and a hundred guesses sent
    at once would otherwise all pass.

    Parameters
    ----------
    clock : callable
        Tells the time in seconds.

    Examples
    --------
    >>> keeper = Doorkeeper(clock=lambda: 0.0)
    >>> for _ in range(5):
    ...     keeper.tries("10.0.0.7", "anna")
    >>> keeper.seconds("10.0.0.7", "anna"), keeper.seconds("10.0.0.7", "bea")
    (60, 0)
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        # A whole class sits behind one address, and each of forty may mistype once or twice.
        self._by_address = Attempts(size=100, seconds=3, clock=clock)
        # New people each cost the hash of a PIN: three classes at once, then one a few seconds.
        self._newcomers = Attempts(size=120, seconds=3, clock=clock)
        # Five slips at once, and thirty over the days: four digits then outlast any class.
        self._by_name = (
            Attempts(size=5, seconds=60, clock=clock),
            Attempts(size=30, seconds=3600, clock=clock),
        )

    def joining(self, address: str) -> int:
        """Count a new person from an address, or return how long to wait before the next one."""
        return self._newcomers.take(address)

    def seconds(self, address: str, name: str = "") -> int:
        """Return how long to wait before the next try; 0 when there is no need to."""
        waits = [self._by_address.wait(address)]
        waits += [bucket.wait(name) for bucket in self._by_name if name]
        return math.ceil(max(waits))

    def tries(self, address: str, name: str = "") -> None:
        """Count a try from an address, at a name where one is tried."""
        self._by_address.failed(address)
        for bucket in self._by_name if name else ():
            bucket.failed(name)

    def was_right(self, address: str, name: str = "") -> None:
        """Take a try back: it was no guess."""
        self._by_address.take_back(address)
        for bucket in self._by_name if name else ():
            bucket.succeeded(name)
