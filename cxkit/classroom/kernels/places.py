"""How many kernels there may be, and who waits for the next one: first come, first served."""

import time
from collections.abc import Callable, Hashable

from tornado import web

# A page that waits asks again after so many seconds, and is forgotten when it has not for so many.
ASK_AGAIN_SECONDS = 5
PATIENCE_SECONDS = 4 * ASK_AGAIN_SECONDS


class TooManyPagesError(web.HTTPError):
    """One person has as many pages open as one may."""

    def __init__(self) -> None:
        super().__init__(429)


class NoPlaceError(web.HTTPError):
    """All places are taken.

    Parameters
    ----------
    ahead : int
        How many wait and have come before.
    """

    def __init__(self, ahead: int) -> None:
        super().__init__(503)
        self.ahead = ahead


class WaitingList:
    """Who waits for a place, in the order in which they came.

    Parameters
    ----------
    patience : float
        Seconds after which who has not asked again is forgotten.
    clock : callable
        Gives the time in seconds.

    Examples
    --------
    >>> waiting = WaitingList()
    >>> waiting.ask("anna", free=0), waiting.ask("bruno", free=0)
    (0, 1)
    >>> waiting.ask("bruno", free=1), waiting.ask("anna", free=1)
    (1, None)
    >>> waiting.ask("bruno", free=1) is None
    True
    """

    def __init__(
        self, patience: float = PATIENCE_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._patience = patience
        self._clock = clock
        self._asked: dict[Hashable, float] = {}

    def __len__(self) -> int:
        return len(self._asked)

    def ask(self, who: Hashable, *, free: int) -> int | None:
        """Return None when `who` may have one of the `free` places, else how many come before."""
        now = self._clock()
        for name, asked in list(self._asked.items()):
            if now - asked > self._patience:
                del self._asked[name]
        self._asked[who] = now
        ahead = list(self._asked).index(who)
        if ahead >= free:
            return ahead
        del self._asked[who]
        return None
