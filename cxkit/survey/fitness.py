"""Whether a survey is fit to decide on: the rules of `cxkit.stats.integrity`, on a mapped file."""

from collections.abc import Mapping as Values
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from cxkit.survey.cells import as_number
from cxkit.survey.counting import WAVE, Counted
from cxkit.survey.mapping import Mapping, Question

if TYPE_CHECKING:
    import pandas as pd

    from cxkit.stats import Findings

KINDS = {"nps": "nps", "mean": "mean", "share": "csat"}
LEAST_RATED = 10


def findings_of(
    counted: Counted,
    mapping: Mapping,
    *,
    fieldwork: Sequence[Values[str, Any]] = (),
    invitations: Sequence[str] = (),
    rewarded: bool = False,
) -> "Findings | None":
    """Apply every rule that the columns allow; None where no single rows were kept.

    Parameters
    ----------
    counted, mapping
        The counted survey.
    fieldwork : sequence of mapping
        How each wave was held, where a file of ours says.
    invitations : sequence of str
        What people were told, word for word.
    rewarded : bool
        Whether somebody gains from a high score.
    """
    from cxkit.stats import Survey, integrity  # late: heavy

    if counted.people is None:
        return None
    told: dict[str, Any] = {
        "items": [_item(question) for question in mapping.used()],
        "columns": {
            "wave": WAVE, "respondent": mapping.respondent, "unit": mapping.unit,
            "interviewer": mapping.interviewer, "duration": mapping.duration,
            "weight": "weight" if mapping.weight else "",
        },
        "segments": [name for name in mapping.segments if name != mapping.unit],
        "waves": list(fieldwork), "invitations": [text for text in invitations if text.strip()],
        "rewarded": rewarded,
    }  # fmt: skip
    return integrity(_frame(counted.people, mapping), Survey.from_dict(told))


def _item(question: Question) -> dict[str, Any]:
    low, high = question.bounds
    kind = "yes-no" if question.scale == "yes-no" else KINDS[question.figure]
    return {"name": question.column, "low": low, "high": high, "kind": kind,
            "group": question.role, "label": question.name}  # fmt: skip


def _frame(people: "pd.DataFrame", mapping: Mapping) -> "pd.DataFrame":
    """Return the rows under the names of their columns, lengths of interviews as numbers."""
    about = {
        name: name.removeprefix("about:") for name in people.columns if name.startswith("about:")
    }
    frame = people.rename(columns=about)
    for name in list(frame.columns):
        if name.startswith("by:"):
            own = name.removeprefix("by:")
            if own not in frame.columns:
                frame[own] = frame[name].astype(object)
            frame = frame.drop(columns=name)
    if mapping.duration in frame.columns:
        read = [as_number(text) for text in frame[mapping.duration]]
        frame[mapping.duration] = [np.nan if value is None else value for value in read]
    return frame


def flat_share(counted: Counted, mapping: Mapping, wave: str) -> float | None:
    """Return the share of people with one score throughout, in per cent; None without a base."""
    scales: dict[str, list[str]] = {}
    for question in mapping.used():
        scales.setdefault(question.scale, []).append(question.column)
    alike = max(scales.values(), key=len, default=[])
    if counted.people is None or len(alike) < LEAST_RATED:
        return None
    answers = counted.people.loc[counted.people[WAVE] == wave, alike].to_numpy(dtype=float)
    answers = answers[(~np.isnan(answers)).sum(axis=1) >= LEAST_RATED]
    if len(answers) < 30:
        return None
    return float(100 * (np.nanmax(answers, axis=1) == np.nanmin(answers, axis=1)).mean())


def named(words: str, labels: Values[str, str]) -> str:
    """Put what people call a question in the place of its column, where it is quoted."""
    for column, label in labels.items():
        for left, right in (("“", "”"), ("«", "»")):
            words = words.replace(f"{left}{column}{right}", f"{left}{label}{right}")
    return words
