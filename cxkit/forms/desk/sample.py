"""The bank's invented survey, mapped as its questionnaire says."""

import json
from collections.abc import Mapping as Values
from typing import Any, get_args

from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.survey.mapping import SCALES, Mapping, Question, Role, Scale
from cxkit.survey.rivals import read_rivals

Notes = Values[str, Any]
"""What the shelf has noted of a file."""
FILE, QUESTIONNAIRE, OTHERS = "bank_waves.parquet", "bank_survey.json", "area_competitors.csv"
FIGURES = {"nps": "nps", "csat": "share"}
ROLES: dict[str, Role] = {
    "modulo": "focus", "economia": "context", "confronto": "context", "complessiva": "context",
}  # fmt: skip
_WHOLE = {"soddisfazione", "raccomanda", "consiglia_filiale"}


def sample_mapping(lang: Lang) -> Mapping:
    """Return the mapping of the sample. What stands for “no answer” is left to be confirmed."""
    told = json.loads((samples() / QUESTIONNAIRE).read_text(encoding="utf-8"))
    named = told["columns"]
    return Mapping(
        wave=named["wave"], respondent=named["respondent"], weight=named["weight"],
        duration=named["duration"], unit=named["unit"], interviewer=named["interviewer"],
        comment=told["comment"], segments=tuple(told["segments"]),
        questions=tuple(_question(item, lang) for item in told["items"]),
    )  # fmt: skip


def _question(item: dict[str, Any], lang: Lang) -> Question:
    ends = (item["low"], item["high"])
    scale: Scale = next(name for name in get_args(Scale) if SCALES[name] == ends)
    share = scale == "yes-no"
    role: Role = "outcome" if item["name"] in _WHOLE else ROLES.get(item["group"], "detail")
    return Question(
        column=item["name"], label=item["label"][lang], scale=scale,
        figure="share" if share else FIGURES.get(item["kind"], "mean"),
        role=role,
    )  # fmt: skip


def in_language(notes: Notes, lang: Lang) -> tuple[str, Mapping]:
    """Return the name and the mapping of a kept file; the sample's own words in `lang`.

    What people have renamed keeps their name.
    """
    name, mapping = notes["name"], Mapping.model_validate(notes["mapping"])
    if not notes.get("sample"):
        return name, mapping
    told = json.loads((samples() / QUESTIONNAIRE).read_text(encoding="utf-8"))
    labels = {item["name"]: item["label"] for item in told["items"]}
    questions = tuple(
        one.model_copy(update={"label": said[lang]})
        if one.label in (said := labels.get(one.column, {})).values() else one
        for one in mapping.questions
    )  # fmt: skip
    own = name in told["name"].values()
    return told["name"][lang] if own else name, mapping.model_copy(update={"questions": questions})


def sample_facts() -> dict[str, Any]:
    """Return what is known besides the rows: how people were asked, and the others."""
    told = json.loads((samples() / QUESTIONNAIRE).read_text(encoding="utf-8"))
    return {"fieldwork": tuple(told["waves"]), "others": read_rivals(samples() / OTHERS)}


def sample_name(lang: Lang) -> str:
    """Return what the sample is called."""
    told = json.loads((samples() / QUESTIONNAIRE).read_text(encoding="utf-8"))
    name: str = told["name"][lang]
    return name
