"""How fast anybody may ask: bursts as people make them, and no more than that for long."""

import time
from collections.abc import Callable
from http import HTTPStatus

from tornado import web

from cxkit.classroom.attempts import Attempts


class TooFast(web.HTTPError):
    """More requests than a person makes; `seconds` from now another will be answered."""

    def __init__(self, seconds: int) -> None:
        super().__init__(HTTPStatus.TOO_MANY_REQUESTS, "too many requests")
        self.seconds = seconds


class Pace:
    """Counts requests: of each person inside, and of each address at the door.

    Parameters
    ----------
    clock : callable
        Tells the time in seconds.

    Examples
    --------
    >>> pace = Pace(clock=lambda: 0.0)
    >>> for _ in range(200):
    ...     pace.step("anna")
    >>> pace.step("bea")
    >>> pace.step("anna")
    Traceback (most recent call last):
        ...
    cxkit.classroom.pace.TooFast: HTTP 429: Too Many Requests (too many requests)
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._people = Attempts(size=200, seconds=1 / 8, clock=clock)
        # A whole class comes in from one address, within a minute.
        self._doors = Attempts(size=400, seconds=1 / 5, clock=clock)

    def step(self, person: str) -> None:
        """Count a request of somebody who is in.

        Raises
        ------
        TooFast
        """
        _step(self._people, person)

    def knock(self, address: str) -> None:
        """Count a request at the door.

        Raises
        ------
        TooFast
        """
        _step(self._doors, address)


def _step(bucket: Attempts, key: str) -> None:
    wait = bucket.take(key)
    if wait:
        raise TooFast(wait)
