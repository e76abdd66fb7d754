"""The journey map."""

from dataclasses import dataclass
from functools import partial

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw, parted, quote
from cxkit.core.picture import Picture
from cxkit.journey.cells import cut, signed
from cxkit.journey.curve import TALL, slices
from cxkit.journey.layout import bands_of, stretches_of
from cxkit.journey.model import Journey, Touchpoint

_TEXT_LANES = ("action", "need", "expectation")
_LATER_LANES = ("quote", "pain", "opportunity")


@dataclass(frozen=True)
class _Extremes:
    lowest: Touchpoint | None
    highest: Touchpoint | None


def draw_journey(journey: Journey, context: Context) -> Picture:
    """Draw the journey map: phases, touchpoints, lanes and the emotion curve."""
    say = Phrases(Journey.exercise, context.lang)
    if not journey.phases and not journey.touchpoints:
        title = say("empty-title")
        return draw(
            "map-empty.html.j2", say, context, title=title,
            description=say("empty"), phases=say("empty-phases").split("|"),
            slices=slices([0, 1, 2, -2, 1, 3]),
        )  # fmt: skip
    stretches = stretches_of(journey, say)
    columns = [column for stretch in stretches for column in stretch.columns]
    emotions = [column.point.emotion if column.point else None for column in columns]
    bands = bands_of(stretches)
    title = say("title", title=journey.title) if journey.title else say("untitled")
    return draw(
        "map.html.j2",
        say,
        context,
        title=title,
        description=_describe(journey, say),
        wide=True,
        journey=journey,
        persona=context.label(journey.persona),
        stretches=stretches,
        columns=columns,
        bands=bands,
        curve=slices(emotions),
        glance=slices(emotions, TALL),
        lanes=_used(journey, _TEXT_LANES),
        later=_used(journey, _LATER_LANES),
        extremes=_extremes(journey),
        cut=cut,
        signed=signed,
        quote=partial(quote, lang=context.lang),
    )


def _used(journey: Journey, lanes: tuple[str, ...]) -> list[str]:
    """Name the lanes in which anything is written."""
    return [lane for lane in lanes if any(getattr(t, lane).strip() for t in journey.touchpoints)]


def _extremes(journey: Journey) -> _Extremes:
    rated = [(t.emotion, t) for t in journey.in_order() if t.emotion is not None]
    if not rated:
        return _Extremes(None, None)
    lowest = min(rated, key=lambda pair: pair[0])
    highest = max(rated, key=lambda pair: pair[0])
    if lowest[0] == highest[0]:
        return _Extremes(None, None)
    return _Extremes(lowest[1], highest[1])


def _describe(journey: Journey, say: Phrases) -> str:
    parts = [
        say(
            "describe",
            touchpoints=len(journey.touchpoints),
            phases=len(journey.phases),
            moments=sum(t.moment_of_truth for t in journey.touchpoints),
        )
    ]
    extremes = _extremes(journey)
    for key, point in (("describe-low", extremes.lowest), ("describe-high", extremes.highest)):
        if point and point.emotion is not None:
            name = parted(point.name, 60).head or "…"
            parts.append(say(key, name=name, emotion=signed(point.emotion)))
    return " ".join(parts)
