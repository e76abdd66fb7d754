"""What figures of a file hand over to the exercises: small tables that live on without the rows."""

import hashlib
from dataclasses import dataclass

from cxkit.survey.figures import Line, Reading
from cxkit.survey.rivals import Rivalry


@dataclass(frozen=True)
class Aspect:
    """One aspect of the experience: how much it counts and how well it is done.

    `importance` is a share of what all aspects explain, in per cent.
    """

    line: Line
    reading: Reading
    importance: float


@dataclass(frozen=True)
class Gap:
    """A measured distance that somebody takes to the cycle: a wave against the one before."""

    line: Line
    now: Reading
    before: Reading | None


@dataclass(frozen=True)
class Sign:
    """One finding: the sign of the exercise it belongs to, how heavy it is, the evidence."""

    sign: str
    severity: str
    says: str


@dataclass(frozen=True)
class Handover:
    """Everything that an exercise may take; each takes its own part.

    Parameters
    ----------
    source : str
        What the survey is called.
    lines : tuple of Line
        Questions over the waves.
    aspects : tuple of Aspect
        For importance against performance.
    gaps : tuple of Gap
        Distances that were chosen.
    wave : str
        The wave that is looked at.
    flat : float or None
        Share of people who gave the same score throughout, in per cent.
    channel : str
        How people were asked, where a sample says.
    rivalries : tuple of Rivalry
        Other companies' figures beside ours.
    signs : tuple of Sign
        What was found about how far the wave can be trusted.
    """

    source: str = ""
    lines: tuple[Line, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    gaps: tuple[Gap, ...] = ()
    wave: str = ""
    flat: float | None = None
    channel: str = ""
    rivalries: tuple[Rivalry, ...] = ()
    signs: tuple[Sign, ...] = ()


def steady_id(kind: str, *parts: str) -> str:
    """Return the id of what a file gives: the same each time, so that it is renewed, not doubled.

    Examples
    --------
    >>> steady_id("wave", "advice", "2015") == steady_id("wave", "advice", "2015")
    True
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    return f"{kind}-{digest[:12]}"
