"""The gaps of the cycle, and the actions that close them."""

from datetime import date

from cxkit.core.answer import Answer
from cxkit.core.context import Context
from cxkit.core.phrases import Phrases
from cxkit.cycle.gaps import Distance, Reading, read_gaps
from cxkit.cycle.model import Action, Actions, Malma
from cxkit.kpi.draw_plan import figure
from cxkit.language import format_date
from cxkit.report.formats.pptx.deck import BOTTOM, ROOM, TOP, Deck
from cxkit.report.formats.pptx.table import Cell, Grid, Row, add_table, pages
from cxkit.report.formats.pptx.theme import EDGE


def add_gaps(deck: Deck, answer: Answer) -> None:
    """Add the table of gaps, those that call for action marked."""
    if not isinstance(answer, Malma):
        raise TypeError(f"no cycle: {answer.exercise!r}")
    say = Phrases(Malma.exercise, deck.request.lang)
    context = deck.request.context
    read = read_gaps(context)
    rows = [_gap(read[gap.id], place, context, say) for place, gap in enumerate(answer.gaps, 1)]
    heads = (say("gap"), say("before-head"), say("now"), say("change"), say("target"))
    grid = Grid(heads, rows, (ROOM - 7.6, 1.3, 1.3, 2.7, 2.3), size=12)
    told = deck.request.book.picture(Malma.exercise, deck.request.lang)
    for place, page in enumerate(pages(grid, BOTTOM - TOP)):
        slide = deck.slide(say("gaps"), "" if place else told.description,
                           exercise=Malma.exercise, notes="" if place else answer.reading)  # fmt: skip
        slide.note(*add_table(slide, grid, page, (EDGE, TOP, BOTTOM - TOP), told.description))


def _gap(one: Reading, place: int, context: Context, say: Phrases) -> Row:
    gap, lang = one.gap, context.lang
    where, kpi = context.label(gap.touchpoint), context.label(gap.kpi)
    below = " · ".join(filter(None, (where if where != gap.name else "", kpi)))
    unit = f" {one.unit}" if one.unit and len(one.unit) <= 8 else ""
    worse = one.change is not None and one.change.is_worse
    better = one.change is not None and one.change.is_better
    return [
        Cell(gap.name or where or say("unnamed", n=place), bold=True, below=below),
        Cell(_number(gap.before, unit, lang), colour="soft"),
        Cell(_number(gap.now, unit, lang), bold=True),
        Cell(_verdict(one.change, say), colour="bad" if worse else "good" if better else "soft",
             written=False),
        Cell(_number(one.target, unit, lang), below=_way(one, say)),
    ]  # fmt: skip


def _number(value, unit, lang) -> str:  # type: ignore[no-untyped-def]
    return "–" if value is None else f"{figure(value, lang)}{unit}"


def _verdict(change: Distance | None, say: Phrases) -> str:
    """Say how a figure has moved since the previous cycle, and whether chance could do that."""
    if change is None:
        return say("no-change")
    moved = f"{figure(change.value, say.lang)}: " if change.value <= 0 else (
        f"+{figure(change.value, say.lang)}: ")  # fmt: skip
    if change.verdict == "unknown":
        return moved + say(f"why-{change.reason}")
    if change.verdict == "within":
        return moved + say("within")
    return moved + say("worse" if change.is_worse else "better" if change.is_better else "moved")


def _way(one: Reading, say: Phrases) -> str:
    if one.way is None:
        return say("no-target") if one.target is None else ""
    if one.is_reached:
        return say("reached")
    by = figure(abs(one.way.value), say.lang)
    return say("near" if one.way.verdict == "within" else "short", by=by)


def add_actions(deck: Deck, answer: Answer) -> None:
    """Add the table of actions: the first one on top, then by date."""
    if not isinstance(answer, Actions):
        raise TypeError(f"no actions: {answer.exercise!r}")
    say = Phrases(Actions.exercise, deck.request.lang)
    ordered = sorted(answer.actions, key=lambda one: (one.id != answer.first, one.due or date.max))
    rows = [_action(one, place, answer, deck.request.context, say)
            for place, one in enumerate(ordered, 1)]  # fmt: skip
    heads = (say("number"), say.label("actions", "owner"), say("by"),
             say.label("actions", "status"), f"{say('impact')} / {say('effort')}",
             say("proof"))  # fmt: skip
    grid = Grid(heads, rows, (ROOM - 8.6, 2.1, 1.3, 1.3, 1.3, 2.6), size=11)
    told = deck.request.book.picture(Actions.exercise, deck.request.lang)
    title = say.wording.title.in_(say.lang)
    for place, page in enumerate(pages(grid, BOTTOM - TOP)):
        slide = deck.slide(title, "" if place else told.description, exercise=Actions.exercise,
                           notes="" if place else answer.reason)  # fmt: skip
        slide.note(*add_table(slide, grid, page, (EDGE, TOP, BOTTOM - TOP), told.description))


def _action(one: Action, place: int, answer: Actions, context: Context, say: Phrases) -> Row:
    closes = [label for gap in one.gaps if (label := context.label(gap))]
    first = f" ({say('first')})" if one.id == answer.first else ""
    late = one.due is not None and one.due < context.today and not one.is_over()
    weights = "–" if one.impact is None or one.effort is None else f"{one.impact} / {one.effort}"
    return [
        Cell(f"{one.what or say('unnamed', n=place)}{first}", bold=True,
             below=say("closes", names=", ".join(closes)) if closes else say("no-gap")),
        Cell(one.owner) if one.owner else Cell(say("no-owner"), colour="bad", written=False),
        Cell(format_date(one.due, say.lang, length="medium") if one.due else say("no-due"),
             colour="bad" if late else "ink", written=False),
        Cell(say.option(one.status, "actions", "status") or "–", written=False),
        Cell(weights, written=False),
        Cell(one.proof),
    ]  # fmt: skip
