"""Checks of the strengths: importance with a source, one scale, a short and reasoned choice."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, brief
from cxkit.language import format_number
from cxkit.stats.base import PUBLISH
from cxkit.waves.model import Driver, Strengths
from cxkit.waves.quadrants import Grid, grid_of

FLAT = 15
"""Stated importances closer together than this say that everything counts."""
MOST_CHOSEN = 3
FEWEST = 4
PER_DRIVER = 30
"""Answers for each driver below which a derived order of importance is shaky."""


def check_strengths(answer: Strengths, context: Context) -> list[Advice]:
    """Return the advice on importance and performance; an empty answer gets none."""
    if answer.is_empty():
        return []
    grid = grid_of(answer)
    return [
        *(advice for driver in answer.drivers for advice in _driver(driver, context)),
        *_together(answer, grid, context),
        *_importance(answer, context),
        *_cut(answer, grid),
        *_choice(answer, grid, context),
    ]


def _named(driver: Driver) -> dict[str, str | int]:
    return {"driver": brief(driver.name) or "–"}


def _driver(driver: Driver, context: Context) -> Iterator[Advice]:
    where, values = ("drivers", driver.id), _named(driver)
    if driver.importance is not None and driver.source in ("", "guess"):
        yield Advice("importance-guessed", "warning", (*where, "source"), values)
    if driver.performance is None:
        return
    bounds = driver.bounds()
    if bounds and not bounds[0] <= driver.performance <= bounds[1]:
        told = {**values, "value": format_number(driver.performance, context.lang)}
        yield Advice("out-of-scale", "problem", (*where, "performance"), told)
    if driver.n is None:
        yield Advice("no-base", "warning", (*where, "n"), values)
    elif driver.n < PUBLISH:
        base = {**values, "n": format_number(driver.n, context.lang), "least": PUBLISH}
        yield Advice("small-base", "warning", (*where, "n"), base)
    elif driver.margin is None:
        yield Advice("no-margin", "warning", (*where, "margin"), values)


def _together(answer: Strengths, grid: Grid, context: Context) -> Iterator[Advice]:
    say = Phrases(Strengths.exercise, context.lang)
    for driver, reason in grid.left:
        if reason == "scale":
            told = {**_named(driver), "scale": say.option(grid.scale, "drivers", "scale")}
            yield Advice("mixed-scales", "warning", ("drivers", driver.id, "scale"), told)
        elif reason == "source":
            told = {**_named(driver), "source": say.option(grid.source, "drivers", "source")}
            yield Advice("mixed-sources", "warning", ("drivers", driver.id, "source"), told)
    if 0 < len(answer.drivers) < FEWEST:
        yield Advice("few-drivers", "note", ("drivers",), {"count": len(answer.drivers)})


def _importance(answer: Strengths, context: Context) -> Iterator[Advice]:
    stated = [one.importance for one in answer.drivers
              if one.source == "stated" and one.importance is not None]  # fmt: skip
    if len(stated) >= FEWEST and max(stated) - min(stated) < FLAT:
        span = format_number(round(max(stated) - min(stated), 1), context.lang)
        yield Advice("all-important", "warning", ("drivers",), {"span": span})
    derived = [one for one in answer.drivers if one.source == "derived" and one.n is not None]
    need = PER_DRIVER * len(derived)
    if derived and min(one.n or 0 for one in derived) < need:
        told: dict[str, str | int] = {
            "count": len(derived),
            "need": format_number(need, context.lang),
        }
        yield Advice("derived-shaky", "note", ("drivers", derived[0].id, "n"), told)


def _cut(answer: Strengths, grid: Grid) -> Iterator[Advice]:
    if grid.points and not answer.cut:
        yield Advice("cut-unsaid", "note", ("cut",))


def _choice(answer: Strengths, grid: Grid, context: Context) -> Iterator[Advice]:
    chosen = [one for one in answer.improve if one.driver]
    say = Phrases(Strengths.exercise, context.lang)
    for one in chosen:
        quadrant, where = grid.quadrant_of(one.driver), ("improve", one.id)
        values = {"driver": brief(context.label(one.driver)) or "–"}
        if quadrant in ("keep", "ease", "wait"):
            told = {**values, "quadrant": say(f"quadrant-{quadrant}")}
            yield Advice("improve-elsewhere", "warning", (*where, "driver"), told)
        elif quadrant == "unsure":
            yield Advice("improve-unsure", "note", (*where, "driver"), values)
        if not one.reason.strip():
            yield Advice("no-reason", "warning", (*where, "reason"), values)
        if not one.gaps:
            yield Advice("no-gap", "note", (*where, "gaps"), values)
    if len(chosen) > MOST_CHOSEN:
        yield Advice("too-many", "warning", ("improve",), {"count": len(chosen)})
    if grid.of("improve") and not chosen:
        yield Advice("nothing-chosen", "note", ("improve",))
    sound = all(grid.quadrant_of(one.driver) == "improve" and one.reason.strip() for one in chosen)
    if 0 < len(chosen) <= MOST_CHOSEN and sound:
        yield Advice("choice-sound", "good", ("improve",), {"count": len(chosen)})
    if grid.of("keep") and not answer.keep.strip():
        kept = brief(grid.of("keep")[0].driver.name)
        yield Advice("strength-unguarded", "note", ("keep",), {"driver": kept or "–"})
