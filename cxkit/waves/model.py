"""What people write down from the answers of customers: waves, drivers, comparisons, fitness."""

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from cxkit.core.answer import Answer, Item
from cxkit.core.kinds import Day, Kind, LinkId, LongText, Number, ShortText
from cxkit.core.wording import wording_of
from cxkit.language import Lang

Figure = Literal["", "nps", "share", "mean"]
Scale = Literal["", "0-10", "1-5", "1-7", "1-10", "yes-no"]
Method = Literal[
    "", "phone", "web", "email", "text", "app", "in-person", "kiosk", "paper", "mixed"
]  # fmt: skip
Change = Literal["wording", "scale", "method", "people", "season"]
Source = Literal["", "derived", "stated", "guess"]
Cut = Literal["", "midpoint", "mean", "median"]
Sameness = Literal["question", "scale", "method", "period", "people"]
Origin = Literal["", "own-survey", "joint-study", "published", "hearsay"]
Ahead = Literal["", "us", "them", "open"]
SignName = Literal[
    "base", "scale", "ceiling", "flat", "begging", "breaks", "respondents", "incentive"
]  # fmt: skip
Finding = Literal["", "sound", "doubt", "fault"]

SIGNS: tuple[SignName, ...] = get_args(SignName)

Count = Annotated[Number, Field(ge=0, le=1e8)]
Percent = Annotated[Number, Field(ge=0, le=100)]
Margin = Annotated[Number, Field(ge=0, le=200)]
Value = Annotated[Number, Field(ge=-100, le=1000)]
KpiLink = Annotated[LinkId, Kind("link", target="kpi")]
QuestionLink = Annotated[LinkId, Kind("link", target="survey-item")]
WaveLink = Annotated[LinkId, Kind("link", target="wave")]
TouchpointLink = Annotated[LinkId, Kind("link", target="touchpoint")]
GapLinks = Annotated[tuple[LinkId, ...], Field(max_length=30), Kind("links", target="gap")]

BOUNDS: dict[str, tuple[float, float]] = {
    "0-10": (0, 10), "1-5": (1, 5), "1-7": (1, 7), "1-10": (1, 10), "yes-no": (0, 1),
}  # fmt: skip


def range_of(figure: str, scale: str) -> tuple[float, float] | None:
    """Return the lowest and highest value a figure can have; None while it is not told.

    Examples
    --------
    >>> range_of("nps", "0-10"), range_of("mean", "1-5"), range_of("mean", "")
    ((-100, 100), (1, 5), None)
    """
    if figure == "nps":
        return -100, 100
    if figure == "share":
        return 0, 100
    return BOUNDS.get(scale) if figure == "mean" else None


class Wave(Item):
    """One measure in one wave: how it was asked, of whom, and what came out.

    `value` and `margin` (half the 95% interval) are in the figure's own unit: NPS points, per cent
    of the answers, or points of the scale. `changed` is since the wave before.

    Examples
    --------
    >>> Wave(figure="nps", scale="1-10", value=31).is_stopped()
    True
    """

    link_kind: ClassVar[str] = "wave"

    name: ShortText = ""
    day: Day = None
    measure: ShortText = ""
    kpi: KpiLink = ""
    question: QuestionLink = ""
    figure: Figure = ""
    scale: Scale = ""
    method: Method = ""
    population: ShortText = ""
    n: Count = None
    response: Percent = None
    value: Value = None
    margin: Margin = None
    changed: Annotated[tuple[Change, ...], Field(max_length=5)] = ()
    change: ShortText = ""

    def is_stopped(self) -> bool:
        """Say whether the figure is none: an NPS that was not asked from 0 to 10."""
        return self.figure == "nps" and self.scale not in ("", "0-10")

    def is_outside(self) -> bool:
        """Say whether the value lies where its figure cannot lie."""
        bounds = range_of(self.figure, self.scale)
        if self.value is None or bounds is None:
            return False
        return not bounds[0] <= self.value <= bounds[1]


class Waves(Answer):
    """The answer to ``waves``.

    Examples
    --------
    >>> Waves(waves=[Wave(name="2026", value=12, n=280)]).missing()
    ['reading', 'not_said']
    """

    exercise: ClassVar[str] = "waves"
    needed: ClassVar[frozenset[str]] = frozenset({"waves", "reading", "not_said"})

    waves: Annotated[tuple[Wave, ...], Field(max_length=60), Kind("table", layout="lanes")] = ()
    reading: LongText = ""
    not_said: LongText = ""
    gaps: GapLinks = ()

    def in_order(self) -> list[Wave]:
        """Return the waves by date; those without one come last, as they were written."""
        return sorted(self.waves, key=lambda wave: wave.day or date.max)


class Driver(Item):
    """An aspect of the experience: how much it counts, and how well we do in it.

    `importance` runs from 0 to 100 within one source; `performance` and `margin` are on `scale`
    (a mean), or in per cent where `scale` is ``"yes-no"``.
    """

    link_kind: ClassVar[str] = "driver"

    name: ShortText = ""
    touchpoint: TouchpointLink = ""
    question: QuestionLink = ""
    importance: Percent = None
    source: Source = ""
    performance: Value = None
    scale: Scale = ""
    margin: Margin = None
    n: Count = None

    def bounds(self) -> tuple[float, float] | None:
        """Return the lowest and highest performance there can be; None while it is not told."""
        return (0, 100) if self.scale == "yes-no" else BOUNDS.get(self.scale)


class Improvement(Item):
    """An aspect chosen to be improved, why this one, and the gap it becomes."""

    label_field: ClassVar[str] = "reason"

    driver: Annotated[LinkId, Kind("link", target="driver")] = ""
    reason: LongText = ""
    gaps: GapLinks = ()


class Strengths(Answer):
    """The answer to ``strengths``: importance against performance (Martilla & James 1977).

    Examples
    --------
    >>> Strengths(cut="mean").missing()
    ['drivers', 'improve']
    """

    exercise: ClassVar[str] = "strengths"
    needed: ClassVar[frozenset[str]] = frozenset({"drivers", "cut", "improve"})

    survey: ShortText = ""
    drivers: Annotated[tuple[Driver, ...], Field(max_length=30), Kind("table")] = ()
    cut: Cut = ""
    improve: Annotated[tuple[Improvement, ...], Field(max_length=10)] = ()
    keep: LongText = ""


class Comparison(Item):
    """One competitor on one question, beside the wave that holds our own figure."""

    name: ShortText = ""
    size: Literal["", "small", "large"] = ""
    aspect: ShortText = ""
    wave: WaveLink = ""
    theirs: Value = None
    theirs_n: Count = None
    theirs_margin: Margin = None
    source: Origin = ""
    source_note: ShortText = ""
    same: Annotated[tuple[Sameness, ...], Field(max_length=5)] = ()
    ahead: Ahead = ""


class FocusModule(Item):
    """The questions that were asked in one year only, what they found, and what that led to."""

    label_field: ClassVar[str] = "asked"

    year: Annotated[Number, Field(ge=1990, le=2100)] = None
    asked: ShortText = ""
    n: Count = None
    found: LongText = ""
    action: Annotated[LinkId, Kind("link", target="action")] = ""
    led_to: ShortText = ""


class Benchmark(Answer):
    """The answer to ``benchmark``.

    Examples
    --------
    >>> Benchmark(modules=[FocusModule(year=2025, asked="The self-service station")]).missing()
    ['comparisons', 'decision']
    """

    exercise: ClassVar[str] = "benchmark"
    needed: ClassVar[frozenset[str]] = frozenset({"comparisons", "modules", "decision"})

    comparisons: Annotated[tuple[Comparison, ...], Field(max_length=30)] = ()
    modules: Annotated[tuple[FocusModule, ...], Field(max_length=20)] = ()
    decision: LongText = ""


class Sign(Item):
    """One sign of trouble: what we found, what shows it, what we do about it."""

    label_field: ClassVar[str] = "sign"

    sign: Literal["", SignName] = ""
    finding: Finding = ""
    evidence: LongText = ""
    remedy: ShortText = ""

    def label_in(self, lang: Lang) -> str:
        """Return its name in one language; empty while none is chosen."""
        words = wording_of(Integrity.exercise).field("signs", "sign").options
        return words[self.sign].in_(lang) if self.sign else ""


class Integrity(Answer):
    """The answer to ``integrity``: is this survey fit to decide on?

    `top` is the share that chose the highest score, `flat` the share that gave all questions the
    same score, both in per cent.

    Examples
    --------
    >>> [sign.id for sign in Integrity().signs][:2]
    ['sign-base', 'sign-scale']
    """

    exercise: ClassVar[str] = "integrity"
    needed: ClassVar[frozenset[str]] = frozenset({"wave", "decision", "signs"})

    wave: WaveLink = ""
    decision: ShortText = ""
    top: Percent = None
    top_before: Percent = None
    flat: Percent = None
    invitation: LongText = ""
    staff: LongText = ""
    paid: Literal["", "nobody", "recognition", "team", "person"] = ""
    signs: Annotated[tuple[Sign, ...], Field(max_length=8), Kind("cards", fixed=True)] = tuple(
        Sign(id=f"sign-{name}", sign=name) for name in SIGNS
    )
    conclusion: LongText = ""

    def sign(self, name: str) -> Sign:
        """Return what was found about one of `SIGNS`; a blank one where its card is missing."""
        return next((one for one in self.signs if one.sign == name), Sign(id=f"sign-{name}"))

    def missing(self) -> list[str]:
        """Name what is still open; the signs are, until each has a finding."""
        open_ = any(not self.sign(name).finding for name in SIGNS)
        return [*(name for name in super().missing() if name != "signs"), *["signs"] * open_]
