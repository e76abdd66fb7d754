"""What a look at a survey found, and what may be said of the figure after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from cxkit.language import Lang
from cxkit.stats.draw_findings import draw_findings
from cxkit.stats.finding_words import WORDS
from cxkit.stats.words import Value, fill

if TYPE_CHECKING:
    import pandas as pd

Severity = Literal["stop", "fault", "doubt"]
Outcome = Literal["fit", "care", "unfit", "open"]
SEVERITIES: tuple[Severity, ...] = ("stop", "fault", "doubt")


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    Parameters
    ----------
    key : str
        Which rule found it.
    severity : {"stop", "fault", "doubt"}
        A stop means that there is no figure; a fault that it leans to one side by an amount nobody
        knows; a doubt asks for care.
    item, unit : str
        Which question, which unit; empty when it is about all of them.
    waves : tuple
        In which waves; empty when there are none or it is about all of them.
    values : mapping
        The evidence, as the words name it.
    cases : tuple of str
        Interviews it is about, where they are known: the first few hundred.

    Examples
    --------
    >>> found = Finding("nps-scale", "stop", "advice", values={"low": 1, "high": 10})
    >>> found.says("en")
    '“advice” was asked from 1 to 10 and is reported as an NPS.'
    """

    key: str
    severity: Severity
    item: str = ""
    unit: str = ""
    waves: tuple[Any, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    cases: tuple[str, ...] = ()

    @property
    def sign(self) -> str:
        """Which sign of the exercise `integrity` it belongs to."""
        return WORDS[self.key].sign

    def says(self, lang: Lang | None = None) -> str:
        """Return the evidence in one sentence or two, with the waves it is about."""
        words = WORDS[self.key].says
        told = self._filled(words, lang)
        if not self.waves or "{waves}" in words:
            return told
        return f"{', '.join(map(str, self.waves))}: {told}"

    def effect(self, lang: Lang | None = None) -> str:
        """Return what it does to the figure."""
        return self._filled(WORDS[self.key].effect, lang)

    def next(self, lang: Lang | None = None) -> str:
        """Return what to do about it."""
        return self._filled(WORDS[self.key].next, lang)

    def _filled(self, words: str, lang: Lang | None) -> str:
        told = {"item": self.item, "unit": self.unit, "waves": ", ".join(map(str, self.waves))}
        return fill(words, {**told, **self.values}, lang)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "key": self.key, "severity": self.severity, "sign": self.sign, "item": self.item,
            "unit": self.unit, "waves": list(self.waves), "values": dict(self.values),
            "cases": list(self.cases),
        }  # fmt: skip


@dataclass(frozen=True)
class Findings:
    """All that was found, the heaviest first.

    Parameters
    ----------
    found : tuple of Finding
        What was found.
    looked : tuple of str
        Rules that could be applied.
    unseen : mapping of rule to reason
        Rules that could not, and the key of what was missing.
    n : int
        How many rows were looked at.

    Examples
    --------
    >>> nothing = Findings((), ("scale",), {"duration": "no-column"}, 200)
    >>> nothing.outcome, len(nothing), nothing.is_stopped("advice")
    ('open', 0, False)
    """

    found: tuple[Finding, ...]
    looked: tuple[str, ...]
    unseen: Mapping[str, str]
    n: int

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    def __getitem__(self, place: int) -> Finding:
        return self.found[place]

    @property
    def outcome(self) -> Outcome:
        """Whether the survey is fit to decide on.

        A stop or a fault makes it unfit, a doubt asks for care. It is fit only when nothing was
        found and every rule could be applied; until then it is open.
        """
        weights = {finding.severity for finding in self.found}
        if weights & {"stop", "fault"}:
            return "unfit"
        if weights:
            return "care"
        return "open" if self.unseen else "fit"

    def of(self, item: str = "", wave: Any = None) -> tuple[Finding, ...]:
        """Return what concerns a question, a wave or both, findings about everything included."""
        return tuple(
            one for one in self.found
            if (not item or one.item in ("", item)) and (wave is None or not one.waves
                                                          or str(wave) in map(str, one.waves))
        )  # fmt: skip

    def is_stopped(self, item: str, wave: Any = None) -> bool:
        """Say whether there is no figure to be shown of a question."""
        return any(one.severity == "stop" for one in self.of(item, wave))

    def to_frame(self, lang: Lang | None = None) -> "pd.DataFrame":
        """Return the findings as a pandas frame, in words."""
        import pandas as pd  # late: heavy

        names = ["severity", "key", "item", "unit", "waves", "says", "effect", "next"]
        rows = [
            (one.severity, one.key, one.item, one.unit, ", ".join(map(str, one.waves)),
             one.says(lang), one.effect(lang), one.next(lang))
            for one in self.found
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=names)

    def to_dict(self) -> dict[str, Any]:
        """Return them as plain data."""
        return {
            "outcome": self.outcome, "n": self.n, "looked": list(self.looked),
            "unseen": dict(self.unseen), "found": [one.to_dict() for one in self.found],
        }  # fmt: skip

    def _repr_html_(self) -> str:
        return draw_findings(self).html
