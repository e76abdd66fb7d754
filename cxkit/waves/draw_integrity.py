"""The picture of a survey's fitness: the verdict, its figure or why there is none, eight signs."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.waves.figures import figure
from cxkit.waves.fitness import Fitness, fitness_of
from cxkit.waves.model import SIGNS, Integrity, Sign
from cxkit.waves.series import withheld_for


@dataclass(frozen=True)
class Row:
    """One sign: what people found, what the rules found, and the heavier of the two."""

    sign: Sign
    name: str
    weight: str
    told: tuple[str, ...]


def draw_integrity(answer: Integrity, context: Context) -> Picture:
    """Draw the verdict with its reasons; a figure that a wrong scale stops is not shown."""
    say = Phrases(Integrity.exercise, context.lang)
    fitness = fitness_of(answer, context)
    wave = fitness.wave
    withheld = withheld_for(wave) if wave else ""
    return draw(
        "integrity.html.j2",
        say,
        context,
        say("title"),
        say("describe", verdict=say(f"verdict-{fitness.outcome}"), seen=8 - len(fitness.unseen))
        if not answer.is_empty()
        else say("empty"),
        answer=answer,
        fitness=fitness,
        wave=wave,
        withheld=withheld,
        rows=[_row(name, answer, fitness, say) for name in SIGNS],
        blank=answer.is_empty(),
        figure=lambda value: figure(value, context.lang),
    )


def _row(name: str, answer: Integrity, fitness: Fitness, say: Phrases) -> Row:
    sign = answer.sign(name)
    weight = fitness.weight_of(name) or ("sound" if sign.finding == "sound" else "open")
    label = say.option(name, "signs", "sign")
    told = [say(f"rule-{reason.key}") for reason in fitness.reasons
            if reason.sign == name and reason.key != "own"]  # fmt: skip
    return Row(sign, label, weight, tuple(told))
