"""How much each aspect goes together with the outcome, and how well it is done, in one wave."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxkit.language import mark as _
from cxkit.survey.counting import WAVE, WEIGHT, Counted
from cxkit.survey.errors import SurveyError
from cxkit.survey.figures import LEAST, Line
from cxkit.survey.handover import Aspect
from cxkit.survey.mapping import Mapping, Question

if TYPE_CHECKING:
    from cxkit.stats import Note

MOST = 20
_COVERED = 0.8
"""Part of the people that must have answered a question for it to stand beside the others."""


@dataclass(frozen=True)
class Importance:
    """What the aspects explain of the outcome in one wave.

    Parameters
    ----------
    outcome : Question
        What is explained.
    wave : str
        Where.
    n, left_out : int
        People with all answers, and without.
    r2 : float
        What is explained of the differences between people, from 0 to 1.
    rows : tuple
        Question, its share by LMG and by Johnson's weights (per cent), the most important first.
    aside : tuple of Question
        Questions that too few people answered to stand beside the others.
    notes : tuple of Note
        What to keep in mind.
    """

    outcome: Question
    wave: str
    n: int
    left_out: int
    r2: float
    rows: tuple[tuple[Question, float, float], ...]
    aside: tuple[Question, ...]
    notes: "tuple[Note, ...]"


def importance_of(counted: Counted, mapping: Mapping, wave: str) -> Importance | None:
    """Return what the aspects explain of the outcome; None where that cannot be told.

    Raises
    ------
    ValueError
        In the reader's words, when there are too few people or nothing to explain.
    """
    from cxkit.stats import driver_notes, drivers  # late: heavy

    outcome = mapping.outcome()
    if outcome is None or outcome.is_stopped or counted.people is None:
        return None
    people = counted.people[counted.people[WAVE] == wave]
    chosen, aside = _chosen(people, mapping, outcome)
    if not chosen:
        return None
    columns = [question.column for question in chosen]
    weight = WEIGHT if mapping.weight else None
    found = drivers(people, outcome.column, columns, weight=weight)
    other = drivers(people, outcome.column, columns, method="johnson", weight=weight)
    second = dict(zip(other["item"], other["share"], strict=True))
    by_column = {question.column: question for question in chosen}
    rows = tuple(
        (by_column[item], 100 * share, 100 * second[item])
        for item, share in zip(found["item"], found["share"], strict=True)
    )
    facts = found.attrs
    if facts["n"] < LEAST:
        raise SurveyError(
            _("Only {n} people answered all of these questions in {wave}; from {least} on "
              "importance is shown. Choose another wave, or use fewer questions."),
            n=facts["n"], wave=wave or "–", least=LEAST,
        )  # fmt: skip
    return Importance(outcome, wave, facts["n"], facts["left_out"], facts["r2"], rows,
                      tuple(aside), driver_notes(found))  # fmt: skip


def _chosen(
    people: Any, mapping: Mapping, outcome: Question
) -> tuple[list[Question], list[Question]]:
    """Part the questions into those most people answered and the others."""
    details = [
        one for one in mapping.used()
        if one.role == "detail" and one.column != outcome.column and one.scale != "yes-no"
    ]  # fmt: skip
    asked = people[people[outcome.column].notna()]
    told = {
        one.column: float(asked[one.column].notna().mean()) if len(asked) else 0.0
        for one in details
    }
    ranked = sorted(details, key=lambda one: -told[one.column])
    enough = [one for one in ranked if told[one.column] >= _COVERED][:MOST]
    kept = [one for one in details if one in enough]
    return kept, [one for one in details if one not in enough and told[one.column] > 0]


def aspects_of(found: Importance, lines: Sequence[Line]) -> tuple[Aspect, ...]:
    """Put importance and performance together."""
    by_column = {line.question.column: line for line in lines}
    made = []
    for question, share, _other in found.rows:
        line = by_column.get(question.column)
        reading = line.reading(found.wave) if line else None
        if line and reading and reading.value is not None:
            made.append(Aspect(line, reading, share))
    return tuple(made)
