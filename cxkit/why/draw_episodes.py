"""The picture of the episodes: each from promise to cause, with its sum and the sum's limits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.language import format_money, format_number, format_percent
from cxkit.why.model import Currency, Episode, Episodes
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
    say = Phrases(Episodes.exercise, context.lang)
    wrong = [one for one in answer.episodes if one.went_wrong()]
    return draw(
        "episodes.html.j2",
        say,
        context,
        title=say("title"),
        description=say(
            "description",
            count=len(answer.episodes),
            wrong=len(wrong),
            well=sum(one.ending == "stays" for one in answer.episodes),
        ),
        stories=[
            Story(one, TONES[one.ending], _sum(one, answer.money_in, say))
            for one in answer.episodes
        ],
        causes=_causes(wrong, say),
        pattern=answer.pattern,
        pattern_label=say.label("pattern"),
        words=say.words,
        label=lambda name: say.label("episodes", name),
        option=lambda name, value: say.option(value, "episodes", name),
    )


def _sum(one: Episode, currency: Currency, say: Phrases) -> Sum | None:
    worth = one.worth()
    if worth is None:
        return None
    alone = money(worth.alone, currency, say.lang)
    heard = _heard(one, money(worth.together, currency, say.lang), say)
    shown = Sum(say("about", amount=alone), _formula(one, currency, say), heard, worth.is_margin)
    if one.recovery_cost is None or not one.went_wrong():
        return shown
    mend = money(one.recovery_cost, currency, say.lang)
    longest = max(one.recovery_cost, worth.alone) or 1
    return replace(
        shown,
        compare=say("compare", cost=mend, worth=alone),
        mend=mend,
        lose=alone,
        mend_width=_width(one.recovery_cost / longest),
        lose_width=_width(worth.alone / longest),
    )


def _formula(one: Episode, currency: Currency, say: Phrases) -> str:
    lang = say.lang
    values = {
        "per_year": format_number(one.per_year or 0, lang),
        "value": format_money(one.value or 0, currency, lang),
        "margin": format_percent((one.margin or 0) / 100, lang),
        "years": format_number(one.years or 0, lang),
    }
    key = "formula_revenue" if one.margin is None else "formula"
    return say(key, **values)


def _heard(one: Episode, amount: str, say: Phrases) -> str:
    if not one.heeded:
        return ""
    values = {
        "heeded": format_number(one.heeded, say.lang),
        "told": format_number(one.told or 0, say.lang),
        "amount": amount,
    }
    return say("heard_of" if one.told else "heard", **values)


def _width(share: float) -> float:
    return round(max(100 * share, LEAST_WIDTH), 1)


def _causes(wrong: Sequence[Episode], say: Phrases) -> list[CauseCount]:
    names = say.options("episodes", "causes")
    counts = {name: sum(name in one.causes for one in wrong) for name in names}
    found = [(name, count) for name, count in counts.items() if count]
    found.sort(key=lambda pair: -pair[1])
    return [
        CauseCount(
            name,
            _width(count / len(wrong)),
            say("times", count=count, total=len(wrong)),
        )
        for name, count in found
    ]
