"""What Python's standard library does not ask of the Linux kernel for us."""

import ctypes
import os
import signal
from functools import cache

_SET_DEATH_SIGNAL = 1
_SET_NAME = 15

KERNEL_NAME = "cxkit-kernel"
SPARE_NAME = "cxkit-spare"
TEMPLATE_NAME = "cxkit-preload"


def end_with(parent: int) -> None:
    """Be killed when the process that started this one ends, whatever ended it.

    Raises
    ------
    ProcessLookupError
        When it has ended already.
    """
    _control(_SET_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError("the process that started this one has ended")


def be_called(name: str) -> None:
    """Set the name that ``ps`` and ``top`` show; 15 letters at most."""
    _control(_SET_NAME, ctypes.c_char_p(name.encode()))


def _control(option: int, value: object) -> None:
    if _libc().prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl {option} was refused")


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
