"""One figure minus another, with what chance may have done."""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from cxkit.stats.base import PUBLISH
from cxkit.stats.correction import RATE
from cxkit.stats.draw_differences import draw_differences
from cxkit.stats.words import Note

Verdict = Literal["higher", "lower", "open", "withheld"]


@dataclass(frozen=True)
class Difference:
    """The difference of two figures of one kind.

    Parameters
    ----------
    estimate, low, high : float or None
        The first figure minus the second, and the interval, in their unit (shares: 0.05 is five
        percentage points); None where there is none.
    n : tuple of int or None
        Answers behind the first and the second; None where nobody says.
    n_eff : tuple of float or None
        Effective numbers of answers.
    se : float or None
        Standard error of the difference.
    p_value : float or None
        How often chance alone makes a difference this large, taken by itself.
    p_adjusted : float or None
        The same, corrected for the comparisons looked at together. The one to judge by, and the
        only one that is shown.
    comparisons : int
        How many were looked at together.
    correction : str
        How it was corrected; empty for a single comparison.
    confidence : float
        Of the interval, which is not corrected.
    figure : str
        ``nps``, ``share`` or ``mean``.
    method : str
        How interval and p-value were made.
    warnings : tuple of Note
        What a reader should know.
    least : int
        Fewest answers on either side on which anything is claimed.
    """

    estimate: float | None
    low: float | None
    high: float | None
    n: tuple[int | None, int | None] = (None, None)
    n_eff: tuple[float | None, float | None] = (None, None)
    se: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None
    comparisons: int = 1
    correction: str = ""
    confidence: float = 0.95
    figure: str = ""
    method: str = ""
    warnings: tuple[Note, ...] = ()
    least: int = PUBLISH

    @property
    def margin(self) -> float | None:
        """Half the width of the interval."""
        return None if self.low is None or self.high is None else (self.high - self.low) / 2

    @property
    def verdict(self) -> Verdict:
        """What may be said: ``open`` when chance alone could have made it, or nobody can tell."""
        if any(n is not None and n < self.least for n in self.n):
            return "withheld"
        if self.estimate is None or self.p_adjusted is None or self.p_adjusted > RATE:
            return "open"
        return "higher" if self.estimate > 0 else "lower"

    def corrected(
        self, p_adjusted: float | None, comparisons: int, correction: str
    ) -> "Difference":
        """Return it as one of several comparisons."""
        return replace(self, p_adjusted=p_adjusted, comparisons=comparisons, correction=correction)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data, for JSON."""
        plain = asdict(self)
        plain["warnings"] = [note.to_dict() for note in self.warnings]
        return {**plain, "n": list(self.n), "n_eff": list(self.n_eff), "verdict": self.verdict}

    def _repr_html_(self) -> str:
        return draw_differences([("", self)]).html
