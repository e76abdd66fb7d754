"""What the numbers say in words: remarks that travel with a result, and refusals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cxkit.language import Lang, format_number, page_lang, translator
from cxkit.language import mark as _
from cxkit.stats.remarks import REMARKS

Value = str | int | float

SAYS: dict[str, str] = {
    "no-answers": _("Nobody answered: there is no figure."),
    "zero-weights": _("All weights are zero: there is no figure."),
    "one-answer": _("One answer gives no interval."),
    "few": _("Answers: only {n}. Below {least} a figure is not shown: it could point at persons."),
    "small-base": _(
        "Answers: only {n}. Below {least} a figure is not published: it moves by chance."
    ),
    "one-score": _(
        "All answers are the same. A mean without spread has no interval that means anything."
    ),
    "scale-guessed": _(
        "The scale was not given and was taken to be {low} to {high}, from the highest answer."
    ),
    "no-zero": _(
        "Among {n} answers nobody chose 0. Was the question really asked from 0 to 10? An NPS"
        " from a scale of 1 to 10 is none."
    ),
    "uneven-weights": _(
        "The weights are uneven: {n} answers tell as much as {n_eff} without weights would."
    ),
    **REMARKS,
}
"""What each remark says, in English; the catalogue holds the Italian."""


@dataclass(frozen=True)
class Note:
    """A remark that belongs to a result: a key, and the values its words name.

    Examples
    --------
    >>> Note("small-base", {"n": 12, "least": 30}).says("en")
    'Answers: only 12. Below 30 a figure is not published: it moves by chance.'
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def says(self, lang: Lang | None = None) -> str:
        """Return the remark as a sentence, in the language of the page when none is named."""
        return fill(SAYS[self.key], self.values, lang)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"key": self.key, **self.values}


def fill(words: str, values: Mapping[str, object], lang: Lang | None = None) -> str:
    """Translate page words and put values in; numbers are written as the language does.

    Examples
    --------
    >>> fill("from {low} to {high}", {"low": 1.5, "high": 10}, "it")
    'from 1,5 to 10'
    """
    lang = lang or page_lang()
    written = {
        name: format_number(round(value, 2), lang) if isinstance(value, int | float) else value
        for name, value in values.items()
    }
    return translator(lang)(words).format(**written)


def refusal(words: str, **values: object) -> ValueError:
    """Return the error that refuses an input, in the language of the page.

    Examples
    --------
    >>> refusal("{value} is too much.", value=12)
    ValueError('12 is too much.')
    """
    return ValueError(fill(words, values))
