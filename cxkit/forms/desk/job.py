"""Long work beside the page: it tells how far it is, and can be stopped."""

import threading
import time
from collections.abc import Callable
from typing import Any

from cxkit.survey.table import Progress, Stopped

_TOLD_EVERY = 0.15


class Job:
    """One piece of work in a thread of its own; the page's messages are answered meanwhile.

    Parameters
    ----------
    work : callable
        Is given a `Progress`, which it calls between batches.
    tell : callable
        Is told how much is done, from 0 to 1.
    done : callable
        Is given the result, or the exception; `Stopped` when somebody stopped it.
    """

    def __init__(
        self, work: Callable[[Progress], Any], tell: Callable[[float], None],
        done: Callable[[Any], None],
    ) -> None:  # fmt: skip
        self._work, self._tell, self._done = work, tell, done
        self._stop = threading.Event()
        self._told = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True, name="survey")

    def start(self) -> "Job":
        """Begin."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ask it to end; it does between two batches."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Wait until it has ended, and say whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _progress(self, share: float) -> None:
        if self._stop.is_set():
            raise Stopped
        now = time.monotonic()
        if now - self._told >= _TOLD_EVERY:
            self._told = now
            self._tell(share)

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Stopped as stopped:
            result = stopped
        except Exception as error:  # noqa: BLE001 -- whatever it was, the page must hear of it
            result = error
        if self._stop.is_set():
            result = Stopped()
        self._done(result)
