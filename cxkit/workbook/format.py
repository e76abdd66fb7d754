"""The file ``*.cxworkbook.json``: versions, reading with clear refusals, writing, JSON Schema."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cxkit.core.answer import Answer
from cxkit.core.exercise import find_exercise
from cxkit.core.problems import problems_of
from cxkit.core.wording import exercise_ids
from cxkit.language import Lang, translator
from cxkit.language import mark as _

FORMAT = "cxworkbook"
FORMAT_VERSION = 1
MAX_BYTES = 20_000_000


class WorkbookFileError(ValueError):
    """A workbook file that cannot be opened; the message is a sentence for people."""


class FileHead(BaseModel):
    """The part of the file around the answers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: str
    version: int
    title: str = Field(default="", max_length=200)
    lang: Lang = "en"
    case: str = Field(default="", pattern=r"^[a-z0-9-]{0,40}$")


def _refuse(lang: Lang, sentence: str, **values: object) -> WorkbookFileError:
    return WorkbookFileError(translator(lang)(sentence).format_map(values))


TOO_LARGE = _("This file is {size} MB; a workbook has at most {limit} MB. Choose another file.")
NOT_JSON = _(
    "This is not a workbook file: line {line} is not JSON. Choose a *.cxworkbook.json file."
)
NOT_WORKBOOK = _(
    "This is not a workbook file: it does not say “format: cxworkbook”. "
    "Choose a *.cxworkbook.json file."
)
NEWER = _(
    "This workbook was made by a newer version (file format {version}; this one reads up to "
    "{known}). Update cxkit and open it again."
)
UNKNOWN_EXERCISE = _("This file answers “{name}”, which is no exercise of this workbook.")
BAD_VALUE = _("In “{exercise}”, at {where}: {reason}")


def read_file_text(text: str | bytes, lang: Lang) -> tuple[FileHead, dict[str, Answer]]:
    """Read and validate a workbook file's text.

    Raises
    ------
    WorkbookFileError
        With a sentence in `lang`.
    """
    if len(text) > MAX_BYTES:
        raise _refuse(lang, TOO_LARGE, size=len(text) // 1_000_000, limit=MAX_BYTES // 1_000_000)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refuse(lang, NOT_JSON, line=getattr(error, "lineno", 1)) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _refuse(lang, NOT_WORKBOOK)
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _refuse(lang, NOT_WORKBOOK)
    if version > FORMAT_VERSION:
        raise _refuse(lang, NEWER, version=version, known=FORMAT_VERSION)
    values = data.pop("answers", {})
    try:
        head = FileHead.model_validate(data)
    except ValidationError as error:
        problem = problems_of(error, data, lang)[0]
        where = " › ".join(problem.where)
        raise _refuse(
            lang, BAD_VALUE, exercise=FORMAT, where=where, reason=problem.message
        ) from error
    if not isinstance(values, dict):
        raise _refuse(lang, NOT_WORKBOOK)
    return head, read_values(values, lang)


def read_values(values: Mapping[str, object], lang: Lang) -> dict[str, Answer]:
    """Validate answers by exercise id.

    Raises
    ------
    WorkbookFileError
        Names the exercise and the field of the first value that is not allowed.
    """
    answers: dict[str, Answer] = {}
    for name, value in values.items():
        if name not in exercise_ids():
            raise _refuse(lang, UNKNOWN_EXERCISE, name=name[:60])
        exercise = find_exercise(name)
        try:
            answers[name] = exercise.model.model_validate_json(json.dumps(value))
        except ValidationError as error:
            problem = problems_of(error, value, lang)[0]
            title = exercise.wording.title.in_(lang)
            where = " › ".join(problem.where) or "—"
            raise _refuse(
                lang, BAD_VALUE, exercise=title, where=where, reason=problem.message
            ) from error
    return answers


def write_file_text(title: str, lang: Lang, case: str, values: Mapping[str, Any]) -> str:
    """Write a workbook file's text: readable, in a fixed order, ending in a line feed."""
    head = {"format": FORMAT, "version": FORMAT_VERSION, "title": title, "lang": lang, "case": case}
    return json.dumps({**head, "answers": values}, ensure_ascii=False, indent=1) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the file, with every exercise's answer.

    Examples
    --------
    >>> schema()["properties"]["format"]
    {'const': 'cxworkbook'}
    """
    definitions: dict[str, Any] = {}
    answers: dict[str, Any] = {}
    for name in exercise_ids():
        # Slices name their parts freely, so each exercise's definitions stand under its own id.
        own = find_exercise(name).model.model_json_schema(ref_template=f"#/$defs/{name}.{{model}}")
        parts = own.pop("$defs", {})
        definitions.update({f"{name}.{part}": parts[part] for part in parts})
        answers[name] = own
    head = FileHead.model_json_schema()["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cxworkbook",
        "type": "object",
        "required": ["format", "version", "answers"],
        "additionalProperties": False,
        "properties": {
            **head,
            "format": {"const": FORMAT},
            "version": {"const": FORMAT_VERSION},
            "answers": {"type": "object", "properties": answers, "additionalProperties": False},
        },
        "$defs": definitions,
    }
