"""What is understood of a column of scores: answers, no answers, and what nobody has explained."""

from collections.abc import Mapping as Values
from dataclasses import dataclass

from cxkit.survey.cells import as_score, as_yes
from cxkit.survey.mapping import Mapping, Question
from cxkit.survey.profile import Column, Profile
from cxkit.survey.suggest import is_spike


@dataclass(frozen=True)
class Understanding:
    """One question as it would be counted.

    Parameters
    ----------
    question : Question
        How it is read.
    answers : int
        Its base: scores on the scale.
    blank : int
        Empty cells.
    missing : mapping of str to int
        Values that somebody has said are no answers.
    outside : mapping of str to int
        Values off the scale that nobody has explained; while there are any, nothing is counted.
    doubtful : mapping of str to int
        Values on the scale that may be codes, such as a 0 that is far too frequent.
    """

    question: Question
    answers: int
    blank: int
    missing: Values[str, int]
    outside: Values[str, int]
    doubtful: Values[str, int]

    @property
    def is_open(self) -> bool:
        """Say whether something has to be decided first."""
        return bool(self.outside or self.doubtful)


def score_in(text: str, question: Question, column: Column) -> float | None:
    """Read a value as a score on the question's scale; None when it is none."""
    value = as_yes(text) if question.scale == "yes-no" else as_score(text, column.decimal)
    low, high = question.bounds
    if value is None or not low <= value <= high:
        return None
    return value if question.figure == "mean" or value.is_integer() else None


def understand(question: Question, column: Column) -> Understanding:
    """Return what a column holds when it is read like this."""
    missing = {text: n for text, n in column.values.items() if text in question.missing}
    scores, outside = {}, {}
    for text, n in column.values.items():
        if text not in missing:
            value = score_in(text, question, column)
            if value is None:
                outside[text] = n
            else:
                scores[text] = value
    doubtful = {} if column.many else _doubtful(scores, column, question)
    answers = sum(column.values[text] for text in scores)
    return Understanding(question, answers, column.blank, missing, outside, doubtful)


def _doubtful(scores: Values[str, float], column: Column, question: Question) -> dict[str, int]:
    """Name a lowest score of 0 that is far more frequent than its neighbours."""
    if question.scale == "yes-no" or question.bounds[0] != 0:
        return {}
    often: dict[float, int] = {}
    for text, value in scores.items():
        often[value] = often.get(value, 0) + column.values[text]
    zeros = [text for text, value in scores.items() if value == 0 and text not in question.kept]
    spike = is_spike(often.get(0, 0), often, sum(often.values()))
    return {text: column.values[text] for text in zeros if spike}


def understand_all(mapping: Mapping, profile: Profile) -> list[Understanding]:
    """Return what is understood of each question that counts."""
    return [
        understand(one, profile.columns[one.column])
        for one in mapping.used()
        if one.column in profile.columns
    ]


def still_open(mapping: Mapping, profile: Profile) -> list[Understanding]:
    """Return the questions of which something has to be decided before anything is counted."""
    return [one for one in understand_all(mapping, profile) if one.is_open]
