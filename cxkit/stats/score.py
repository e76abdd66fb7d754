"""The result of a measure: a figure that never travels without its base and its uncertainty."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from cxkit.stats.base import Base
from cxkit.stats.draw_score import draw_score, line_of
from cxkit.stats.measures import Figure, Measure, Scale
from cxkit.stats.words import Note

BASE = Base()


@dataclass(frozen=True)
class Score:
    """A figure with its base and its uncertainty.

    Parameters
    ----------
    measure : {"nps", "csat", "ces", "mean"}
        What was asked for.
    figure : {"nps", "share", "mean"}
        What the number is: an NPS from −100 to 100, a share from 0 to 1, a mean on the scale.
    estimate, low, high : float or None
        The figure and its interval; None where there is none.
    n, missing : int
        Answers, and missing ones, which are not part of n.
    n_eff : float
        Kish's effective number of answers; n without weights.
    se : float or None
        Standard error, in the figure's unit.
    confidence : float
        Of the interval.
    distribution : mapping of score to n
        How many gave each score; scores of the scale that nobody gave are there with 0.
    shares : mapping of score to float
        Their shares, from 0 to 1, weighted where there are weights.
    method : str
        How the interval was made.
    scale : tuple of float or None
        Lowest and highest score.
    box : int
        How many of the highest scores count in a share.
    warnings : tuple of Note
        What a reader should know.
    second : Score or None
        The other figure of the same answers: the mean beside a share, or the share beside a mean.
    base : Base
        What is needed to publish the figure and to show it.
    """

    measure: str
    figure: Figure
    estimate: float | None
    low: float | None
    high: float | None
    n: int
    missing: int
    n_eff: float
    se: float | None
    confidence: float
    distribution: Mapping[float, int]
    shares: Mapping[float, float]
    method: str
    scale: Scale | None
    box: int = 0
    warnings: tuple[Note, ...] = ()
    second: "Score | None" = None
    base: Base = BASE

    @property
    def lower(self) -> float:
        """Share of detractors in an NPS, from 0 to 1; 0 in other figures."""
        return self._counting(-1)

    @property
    def upper(self) -> float:
        """Share of promoters in an NPS, or of the scores that count in a share, from 0 to 1."""
        return self._counting(1)

    def _counting(self, wanted: float) -> float:
        if self.figure == "mean" or not self.shares:
            return 0.0
        scores = np.array(list(self.shares), dtype=np.float64)
        value = Measure(self.measure, self.figure, self.scale, self.box).values(scores)
        shares = zip(self.shares.values(), value, strict=True)
        return sum(share for share, one in shares if one == wanted)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data, for JSON."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        plain["distribution"] = [
            {"score": score, "n": n, "share": self.shares[score]}
            for score, n in self.distribution.items()
        ]
        del plain["shares"]
        plain["scale"] = list(self.scale) if self.scale else None
        plain["warnings"] = [note.to_dict() for note in self.warnings]
        plain["second"] = self.second.to_dict() if self.second else None
        plain["base"] = asdict(self.base)
        return plain

    def __str__(self) -> str:
        return line_of(self)

    def _repr_html_(self) -> str:
        return draw_score(self).html
