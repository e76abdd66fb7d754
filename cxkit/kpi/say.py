"""The words a picture draws: ``picture:`` texts, labels and options of the exercise's YAML."""

from dataclasses import dataclass
from functools import cached_property

from cxkit.core.wording import Wording, wording_of
from cxkit.language import Lang


@dataclass(frozen=True)
class Say:
    """The words of one exercise in one language.

    Examples
    --------
    >>> Say("kpi-plan", "en").option("touchpoint", "kpis", "level")
    'Touchpoint'
    """

    exercise: str
    lang: Lang

    @cached_property
    def _words(self) -> Wording:
        return wording_of(self.exercise)

    def __call__(self, key: str, **values: object) -> str:
        """Return a ``picture:`` text with the `values` it names put in."""
        return self._words.picture[key].fill(self.lang, values)

    def label(self, *path: str) -> str:
        """Return a field's label."""
        return self._words.field(*path).label.in_(self.lang)

    def option(self, value: str, *path: str) -> str:
        """Return the label of a choice's value; empty for the open choice."""
        return self._words.field(*path).options[value].in_(self.lang) if value else ""
