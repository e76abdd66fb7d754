"""What ``cxkit data`` does: a file described, its figures written as a table."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cxkit.language import Lang, format_number, translator
from cxkit.language import mark as _
from cxkit.survey.counting import Counted
from cxkit.survey.errors import SurveyError
from cxkit.survey.figures import LEAST, Reading, group_lines, wave_lines
from cxkit.survey.mapping import Mapping, Question, scale_words
from cxkit.survey.pictures import FIGURES
from cxkit.survey.reading import SurveyFile
from cxkit.survey.understanding import Understanding

HEAD = (
    "question", "column", "wave", "segment", "group", "figure", "scale", "value", "low", "high",
    "n", "standing",
)  # fmt: skip
ROLES = {
    "wave": _("Wave"), "respondent": _("Number of the interview"), "weight": _("Weight"),
    "unit": _("Branch or shop"), "interviewer": _("Interviewer"),
    "duration": _("Length of the interview"), "comment": _("Comment"),
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def described(survey: SurveyFile, lang: Lang) -> Iterator[str]:
    """Say what was understood, line by line."""
    tr = translator(lang)
    rows, columns = survey.profile.rows, len(survey.profile.columns)
    yield tr("{rows} rows, {columns} columns.").format(
        rows=format_number(rows, lang), columns=format_number(columns, lang)
    )
    yield from (remark.says(lang) for remark in survey.remarks)
    yield ""
    for role, words in ROLES.items():
        column = getattr(survey.mapping, role)
        yield f"{tr(words)}: {column or tr('none')}"
    yield f"{tr('Groups of people to look at')}: {', '.join(survey.mapping.segments) or tr('none')}"
    yield ""
    for one in survey.understood():
        yield _line(one, lang)
    if any(one.is_open for one in survey.understood()):
        yield ""
        yield tr(
            "Say what the values marked with ? are: --missing 99 for no answer, or another scale in"
            " a mapping (--map)."
        )


def _line(one: Understanding, lang: Lang) -> str:
    tr, question = translator(lang), one.question
    told = [
        question.name, scale_words(question.scale, lang), tr(FIGURES[question.figure]),
        tr("Base: {answers} answers").format(answers=format_number(one.answers, lang)),
    ]  # fmt: skip
    if one.blank:
        told.append(tr("{n} blank").format(n=format_number(one.blank, lang)))
    strange = {**one.outside, **one.doubtful}
    told += [f"? {text} × {format_number(n, lang)}" for text, n in list(strange.items())[:8]]
    return " · ".join(told)


def described_json(survey: SurveyFile, lang: Lang) -> dict[str, Any]:
    """Return the same as plain data; ``mapping`` can be edited and given back with ``--map``."""
    return {
        "rows": survey.profile.rows,
        "remarks": [remark.says(lang) for remark in survey.remarks],
        "mapping": survey.mapping.model_dump(mode="json"),
        "questions": [
            {"column": one.question.column, "answers": one.answers, "blank": one.blank,
             "missing": dict(one.missing), "outside": dict(one.outside),
             "doubtful": dict(one.doubtful)}
            for one in survey.understood()
        ],
    }  # fmt: skip


def read_mapping(path: Path) -> Mapping:
    """Read a mapping that ``cxkit data describe --json`` has printed, edited or not.

    Raises
    ------
    SurveyError
        When it is no mapping.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Mapping.model_validate(told.get("mapping", told) if isinstance(told, dict) else told)
    except (OSError, ValueError, ValidationError) as error:
        reason = str(error).splitlines()[0][:120]
        raise SurveyError(
            _(
                "“{file}” is no mapping ({reason}). Begin with what “cxkit data describe FILE"
                " --json” prints."
            ),
            file=path.name, reason=reason,
        ) from error  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """All figures of a counted survey that may be published."""

    counted: Counted
    mapping: Mapping

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield one row for each figure; from fewer than 30 answers there is no value."""
        for line in wave_lines(self.counted, self.mapping.used()):
            for one in line.readings:
                yield _row(line.question, one.name, "", "", one)
        outcome = self.mapping.outcome()
        for wave in self.counted.waves if outcome else ():
            for segment, line in group_lines(self.counted, outcome, self.mapping.segments, wave):  # type: ignore[arg-type]
                for one in line.readings:
                    yield _row(line.question, wave, segment, one.name, one)

    def write(self, path: Path) -> None:
        """Write them as CSV, whole or not at all; no text of the file becomes a formula."""
        fresh = path.with_name(f".{path.name}.new")
        with fresh.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEAD)
            for row in self.rows():
                writer.writerow([_harmless(cell) for cell in row])
        fresh.replace(path)


def _row(question: Question, wave: str, segment: str, group: str, one: Reading) -> tuple[Any, ...]:
    shown = one.standing == "publish" and one.n >= LEAST
    told = [round(edge, 4) if shown and edge is not None else None
            for edge in (one.value, one.low, one.high)]  # fmt: skip
    n = one.n if one.standing != "withhold" else None
    return (question.name, question.column, wave, segment, group, question.figure, question.scale,
            *told, n, one.standing)  # fmt: skip


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
