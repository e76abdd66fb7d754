"""What was asked, of whom and how: what the answers alone do not tell."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from cxkit.language import Lang, page_lang
from cxkit.language import mark as _
from cxkit.stats.values import as_codes
from cxkit.stats.words import refusal

Kind = Literal["", "nps", "csat", "ces", "mean", "yes-no"]
KINDS = ("", "nps", "csat", "ces", "mean", "yes-no")
Text = str | Mapping[str, str]


def text_in(text: Text, lang: Lang | None = None) -> str:
    """Return a text that may be written in both languages.

    Examples
    --------
    >>> text_in({"it": "Ascolto", "en": "Listening"}, "it"), text_in("Ascolto", "en")
    ('Ascolto', 'Ascolto')
    """
    if isinstance(text, str):
        return text
    return text.get(lang or page_lang()) or next(iter(text.values()), "")


@dataclass(frozen=True)
class SurveyItem:
    """One question with a score.

    Parameters
    ----------
    name : str
        Its column.
    low, high : float or None
        Lowest and highest score of the scale; None while nobody knows.
    kind : {"", "nps", "csat", "ces", "mean", "yes-no"}
        What it is reported as.
    group : str
        Questions of one group stand together; empty for a question on its own.
    label, wording : str or mapping of language to str
        A short name, and the question as it was asked.
    missing : tuple
        Codes that stand for no answer to this question.

    Examples
    --------
    >>> SurveyItem("advice", 1, 10, "nps").is_nps_on_another_scale
    True
    """

    name: str
    low: float | None = None
    high: float | None = None
    kind: Kind = ""
    group: str = ""
    label: Text = ""
    wording: Text = ""
    missing: tuple[Any, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "missing", as_codes(self.missing))
        if self.kind not in KINDS:
            raise refusal(
                _("“{item}” is reported as “{kind}”, which is none of: {known}."),
                item=self.name, kind=str(self.kind), known=", ".join(filter(None, KINDS)),
            )  # fmt: skip
        if self.low is not None and self.high is not None and not self.low < self.high:
            raise refusal(
                _("“{item}” has a scale from {low} to {high}: the lowest score comes first."),
                item=self.name, low=self.low, high=self.high,
            )  # fmt: skip

    @property
    def scale(self) -> tuple[float, float] | None:
        """Lowest and highest score; None while one of them is not known."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def is_nps_on_another_scale(self) -> bool:
        """Whether it is reported as an NPS and was not asked from 0 to 10."""
        return self.kind == "nps" and self.scale not in (None, (0, 10))

    def named(self, lang: Lang | None = None) -> str:
        """Return its label, or its column where it has none."""
        return text_in(self.label, lang) or self.name


@dataclass(frozen=True)
class Fieldwork:
    """How one wave was held.

    Parameters
    ----------
    wave : object
        Its value in the wave column.
    channel, sampling : str
        Such as ``"phone"`` and ``"random"``; compared with the wave before.
    invited : int or None
        How many people were asked to answer.
    invitation : str
        What they were told, word for word; what staff say too.
    rewarded : bool
        Whether units or people gain from a high score.
    items : tuple of SurveyItem
        Questions that were asked differently in this wave.
    """

    wave: Any
    channel: str = ""
    sampling: str = ""
    invited: int | None = None
    invitation: str = ""
    rewarded: bool = False
    items: tuple[SurveyItem, ...] = ()


@dataclass(frozen=True)
class Survey:
    """A survey: its questions, its columns, how its waves were held.

    Parameters
    ----------
    items : tuple of SurveyItem
        The scored questions, in the order in which they were asked.
    wave, respondent, unit, interviewer, duration, channel, weight : str
        Columns; empty where there is none. `duration` may be in any unit.
    segments : tuple of str
        Columns that say what kind of person answered.
    waves : tuple of Fieldwork
        How each wave was held, in order.
    invitations : tuple of str
        Invitations, and what staff say, where they are the same for all waves.
    missing : tuple
        Codes that stand for no answer to any question.
    rewarded : bool
        Whether units or people gain from a high score.
    name : str or mapping of language to str
        What the survey is called.

    Examples
    --------
    >>> survey = Survey.of({"advice": (0, 10), "overall": (1, 5)}, wave="year")
    >>> [item.name for item in survey.items], survey.item("overall").scale
    (['advice', 'overall'], (1, 5))
    """

    items: tuple[SurveyItem, ...]
    wave: str = ""
    respondent: str = ""
    unit: str = ""
    interviewer: str = ""
    duration: str = ""
    channel: str = ""
    weight: str = ""
    segments: tuple[str, ...] = ()
    waves: tuple[Fieldwork, ...] = ()
    invitations: tuple[str, ...] = ()
    missing: tuple[Any, ...] = ()
    rewarded: bool = False
    name: Text = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "missing", as_codes(self.missing))
        names = [item.name for item in self.items]
        if not names:
            raise refusal(_("The survey has no question with a score: name one at least."))
        doubled = [name for name in names if names.count(name) > 1]
        if doubled:
            raise refusal(_("“{name}” stands twice among the questions."), name=doubled[0])

    @classmethod
    def of(cls, scales: Mapping[str, tuple[float, float]], **more: Any) -> "Survey":
        """Make a survey from each question's scale; `more` as in the class."""
        return cls(tuple(SurveyItem(name, *scale) for name, scale in scales.items()), **more)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Survey":
        """Read a survey from JSON such as ``data/samples/bank_survey.json``.

        Raises
        ------
        ValueError
            When a key is not known.
        """
        told = {**plain, **plain.get("columns", {})}
        told.pop("columns", None)
        told.pop("comment", None)
        told["items"] = tuple(_made(SurveyItem, one) for one in told.get("items", ()))
        told["waves"] = tuple(
            _made(Fieldwork, {**one, "items": tuple(_made(SurveyItem, item)
                                                    for item in one.get("items", ()))})
            for one in told.get("waves", ())
        )  # fmt: skip
        for key in ("segments", "invitations", "missing"):
            told[key] = tuple(told.get(key, ()))
        made: Survey = _made(cls, told)
        return made

    def item(self, name: str) -> SurveyItem:
        """Return a question by its column."""
        return next(item for item in self.items if item.name == name)

    def fieldwork(self, wave: Any) -> Fieldwork:
        """Return how a wave was held; a blank one where nobody said."""
        told = (one for one in self.waves if str(one.wave) == str(wave))
        return next(told, Fieldwork(wave))

    def item_in(self, name: str, wave: Any) -> SurveyItem:
        """Return a question as it was asked in a wave."""
        asked = (item for item in self.fieldwork(wave).items if item.name == name)
        return next(asked, self.item(name))

    def is_rewarded(self, wave: Any) -> bool:
        """Say whether a high score paid in a wave."""
        return self.rewarded or self.fieldwork(wave).rewarded


def _made(kind: Any, plain: Mapping[str, Any]) -> Any:
    known = [one.name for one in fields(kind)]
    strange = [key for key in plain if key not in known]
    if strange:
        raise refusal(
            _("A survey’s description has no “{key}”; it has {known}."),
            key=str(strange[0]), known=", ".join(known),
        )  # fmt: skip
    return kind(**plain)
