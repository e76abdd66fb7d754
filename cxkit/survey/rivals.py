"""Other companies of the area: counts of scores as a joint study hands them over."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cxkit.survey.cells import as_number, as_text, decimal_of
from cxkit.survey.counting import WAVE, Counted
from cxkit.survey.figures import Reading, compared, counts_by, reading_of
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.opening import open_table

COLUMNS = ("banca", "dimensione", "onda", "domanda", "voto", "n")
SIZES = {"piccola": "small", "grande": "large"}


@dataclass(frozen=True)
class Score:
    """How often one company got one score for one question in one wave."""

    name: str
    size: str
    wave: str
    question: str
    score: float
    n: int


@dataclass(frozen=True)
class Rival:
    """One company on one question in one wave; its change is held against ours."""

    name: str
    size: str
    reading: Reading


@dataclass(frozen=True)
class Rivalry:
    """One question: our reading, and the others'."""

    question: Question
    ours: Reading
    rivals: tuple[Rival, ...]


def read_rivals(path: Path) -> tuple[Score, ...]:
    """Read a table of counts: company, size, wave, question, score, n."""
    return tuple(_rows(path))


def _rows(path: Path) -> Iterator[Score]:
    for batch in open_table(path).batches(COLUMNS):
        for row in batch.to_pylist():
            name, size, wave, question, score, n = (as_text(row[column]) for column in COLUMNS)
            read, often = as_number(score, decimal_of([score])), as_number(n)
            if read is not None and often is not None:
                yield Score(name, size, wave, question, read, int(often))


def rivalries_of(
    scores: tuple[Score, ...], counted: Counted, mapping: Mapping, wave: str
) -> tuple[Rivalry, ...]:
    """Hold the others' figures of a wave against ours; all are judged together."""
    from cxkit.stats import ScoreCounts  # late: heavy

    asked = [one for one in scores if one.wave == wave]
    made: list[tuple[Question, Reading, list[Rival]]] = []
    for question in mapping.used():
        told = [one for one in asked if one.question == question.column]
        ours = counts_by(counted.whole, question, WAVE).get(wave)
        if not told or ours is None or question.is_stopped:
            continue
        rivals = []
        for name in dict.fromkeys(one.name for one in told):
            own = [one for one in told if one.name == name]
            counts = ScoreCounts.from_pairs([(one.score, one.n) for one in own])
            rivals.append(Rival(name, own[0].size, reading_of(name, counts, question)))
        made.append((question, reading_of(wave, ours, question), rivals))
    pairs = [(ours, rival.reading) for _q, ours, rivals in made for rival in rivals]
    changes = iter(compared(pairs))
    return tuple(
        Rivalry(question, ours, tuple(
            Rival(one.name, one.size, replace(one.reading, change=next(changes)))
            for one in rivals
        ))
        for question, ours, rivals in made
    )  # fmt: skip
