"""The picture of the episodes: each from promise to cause, with its sum and the sum's limits."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.picture import Picture, draw_template
from cxkit.core.wording import Wording, wording_of
from cxkit.language import format_number, format_percent
from cxkit.why.lifetime import Lifetime
from cxkit.why.model import Episode, Episodes
from cxkit.why.words import money

TONES = {"stays": "good", "complains": "warn", "leaves": "bad", "silent": "bad", "": "accent"}
LEAST_WIDTH = 1.5
"""A bar's least width in per cent: a small cost must stay visible beside a large loss."""


@dataclass(frozen=True)
class Sum:
    """What the calculator shows, in words; bars are widths from 0 to 100."""

    alone: str
    formula: str
    heard: str
    is_margin: bool
    compare: str = ""
    mend: str = ""
    lose: str = ""
    mend_width: float = 0
    lose_width: float = 0


@dataclass(frozen=True)
class Story:
    """One episode as the template needs it."""

    episode: Episode
    tone: str
    sum: Sum | None


@dataclass(frozen=True)
class CauseCount:
    """How often a kind of cause stands behind the episodes that ended badly."""

    name: str
    width: float
    times: str


def draw_episodes(answer: Episodes, context: Context) -> Picture:
    """Draw the episodes as stories, each with its rough sum, and what returns in them."""
    wording = wording_of(Episodes.exercise)
    words = {key: text.in_(context.lang) for key, text in wording.picture.items()}
    wrong = [one for one in answer.episodes if one.went_wrong()]
    return draw_template(
        "why",
        "episodes.html.j2",
        lang=context.lang,
        title=words["title"],
        description=words["description"].format(
            count=len(answer.episodes),
            wrong=len(wrong),
            well=sum(one.ending == "stays" for one in answer.episodes),
        ),
        written=context.written,
        stories=[
            Story(one, TONES[one.ending], _sum(one, wording, context)) for one in answer.episodes
        ],
        causes=_causes(wrong, wording, context),
        pattern=answer.pattern,
        pattern_label=wording.field("pattern").label.in_(context.lang),
        words=words,
        label=lambda name: wording.field("episodes", name).label.in_(context.lang),
        option=lambda name, value: wording.field("episodes", name).options[value].in_(context.lang),
    )


def _sum(one: Episode, wording: Wording, context: Context) -> Sum | None:
    worth = one.worth()
    if worth is None:
        return None
    alone = money(worth.alone, wording, context)
    heard = _heard(one, worth, wording, context)
    about = wording.picture["about"].fill(context.lang, {"amount": alone})
    shown = Sum(about, _formula(one, wording, context), heard, worth.is_margin)
    if one.recovery_cost is None or not one.went_wrong():
        return shown
    mend = money(one.recovery_cost, wording, context)
    longest = max(one.recovery_cost, worth.alone) or 1
    return Sum(
        about,
        shown.formula,
        heard,
        worth.is_margin,
        wording.picture["compare"].fill(context.lang, {"cost": mend, "worth": alone}),
        mend,
        alone,
        _width(one.recovery_cost / longest),
        _width(worth.alone / longest),
    )


def _formula(one: Episode, wording: Wording, context: Context) -> str:
    lang = context.lang
    price = format_number(one.value or 0, lang)
    values = {
        "per_year": format_number(one.per_year or 0, lang),
        "value": wording.picture["money"].fill(lang, {"amount": price}),
        "margin": format_percent((one.margin or 0) / 100, lang),
        "years": format_number(one.years or 0, lang),
    }
    key = "formula_revenue" if one.margin is None else "formula"
    return wording.picture[key].fill(lang, values)


def _heard(one: Episode, worth: Lifetime, wording: Wording, context: Context) -> str:
    if not one.heeded:
        return ""
    values = {
        "heeded": format_number(one.heeded, context.lang),
        "told": format_number(one.told or 0, context.lang),
        "amount": money(worth.together, wording, context),
    }
    return wording.picture["heard_of" if one.told else "heard"].fill(context.lang, values)


def _width(share: float) -> float:
    return round(max(100 * share, LEAST_WIDTH), 1)


def _causes(wrong: Sequence[Episode], wording: Wording, context: Context) -> list[CauseCount]:
    names = wording.field("episodes", "causes").options
    counts = {name: sum(name in one.causes for one in wrong) for name in names}
    found = [(name, count) for name, count in counts.items() if count]
    found.sort(key=lambda pair: -pair[1])
    return [
        CauseCount(
            name,
            _width(count / len(wrong)),
            wording.picture["times"].fill(context.lang, {"count": count, "total": len(wrong)}),
        )
        for name, count in found
    ]
