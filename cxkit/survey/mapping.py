"""What the columns of a survey mean: proposed by us, confirmed or corrected by people."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from cxkit.language import Lang, translator
from cxkit.language import mark as _

Figure = Literal["nps", "share", "mean"]
Role = Literal["outcome", "detail", "focus", "context"]
Column = Annotated[str, Field(max_length=300)]
Texts = Annotated[tuple[Annotated[str, Field(max_length=200)], ...], Field(max_length=200)]

SCALES: dict[str, tuple[int, int]] = {
    "0-10": (0, 10), "1-10": (1, 10), "1-7": (1, 7), "1-5": (1, 5), "1-6": (1, 6), "1-4": (1, 4),
    "1-3": (1, 3), "0-5": (0, 5), "0-4": (0, 4), "0-100": (0, 100), "yes-no": (0, 1),
}  # fmt: skip
"""The scales that can be chosen, with their ends."""
Scale = Literal["0-10", "1-10", "1-7", "1-5", "1-6", "1-4", "1-3", "0-5", "0-4", "0-100", "yes-no"]
PERIODS = {
    "value": _("as it stands"),
    "year": _("by year"),
    "quarter": _("by quarter"),
    "month": _("by month"),
}


class Part(BaseModel):
    """A frozen piece of a mapping that knows no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(Part):
    """One column of scores, and how it is read.

    Parameters
    ----------
    column : str
        The column.
    label : str
        What people call it.
    scale : str
        One of `SCALES`.
    figure : {"nps", "share", "mean"}
        NPS; share of the highest scores in per cent (of yes, on a yes-no scale); mean.
    role : {"outcome", "detail", "focus", "context"}
        What the others are to explain; one aspect; a question of one wave's focus module; anything
        else, such as views of the economy.
    missing : tuple of str
        Values, as written, that stand for no answer.
    kept : tuple of str
        Doubtful values that somebody has said are answers.
    touchpoint : str
        Id of the workbook's touchpoint it asks about; empty: none.
    """

    column: Column
    label: Annotated[str, Field(max_length=200)] = ""
    scale: Scale = "1-10"
    figure: Figure = "mean"
    role: Role = "detail"
    missing: Texts = ()
    kept: Texts = ()
    touchpoint: Annotated[str, Field(max_length=40)] = ""
    use: bool = True

    @property
    def bounds(self) -> tuple[int, int]:
        """The lowest and the highest score."""
        return SCALES[self.scale]

    @property
    def is_stopped(self) -> bool:
        """Say whether its figure is none: an NPS that was not asked from 0 to 10."""
        return self.figure == "nps" and self.scale != "0-10"

    @property
    def name(self) -> str:
        """What it is called: its label, else its column."""
        return self.label or self.column


class Mapping(Part):
    """What each column of a survey means; empty where there is none such.

    Examples
    --------
    >>> mapping = Mapping(wave="year", questions=(Question(column="q1", scale="0-10"),))
    >>> [question.name for question in mapping.used()]
    ['q1']
    """

    wave: Column = ""
    period: Literal["value", "year", "quarter", "month"] = "value"
    respondent: Column = ""
    weight: Column = ""
    duration: Column = ""
    comment: Column = ""
    unit: Column = ""
    interviewer: Column = ""
    segments: Annotated[tuple[Column, ...], Field(max_length=12)] = ()
    questions: Annotated[tuple[Question, ...], Field(max_length=200)] = ()
    confirmed: bool = False

    def used(self) -> list[Question]:
        """Return the questions that count."""
        return [question for question in self.questions if question.use]

    def question(self, column: str) -> Question | None:
        """Return what is said of one column of scores."""
        return next((one for one in self.questions if one.column == column), None)

    def outcome(self) -> Question | None:
        """Return the question that the others are to explain."""
        used = self.used()
        chosen = [one for one in used if one.role == "outcome"]
        return next((one for one in chosen if not one.is_stopped), chosen[0] if chosen else None)

    def columns(self) -> Iterator[str]:
        """Walk all columns that are used, each once."""
        named = (self.wave, self.weight, *self.segments, *(one.column for one in self.used()))
        yield from dict.fromkeys(name for name in named if name)


def scale_words(scale: str, lang: Lang) -> str:
    """Name a scale.

    Examples
    --------
    >>> scale_words("1-5", "en"), scale_words("yes-no", "en")
    ('1 to 5', 'yes or no')
    """
    tr = translator(lang)
    if scale == "yes-no":
        return tr("yes or no")
    low, high = SCALES[scale]
    return tr("{low} to {high}").format(low=low, high=high)
