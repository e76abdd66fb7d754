"""The wording of exercises and chapters, read from ``exercises/*.yaml``."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field

from cxkit.language import Lang, with_articles
from cxkit.language.yaml_files import read_own_yaml
from cxkit.resources import exercises

_QUOTED = re.compile(r"[«“]\{(\w+)\}[»”]")
_FORMS = re.compile(r"\{(\w+)\|([^|{}]+)\|([^|{}]+)\}")
_AROUND = frozenset({"“”", "«»", "„“", "‘’", '""', "''"})
_INNER = {"it": str.maketrans("«»“”", "“”‘’"), "en": str.maketrans("“”", "‘’")}


def inside_quotes(text: str, lang: Lang) -> str:
    """Return a text with its own quotation marks as they stand inside others.

    Examples
    --------
    >>> inside_quotes("Dice «subito»", "it"), inside_quotes("Says “at once”", "en")
    ('Dice “subito”', 'Says ‘at once’')
    """
    return text.translate(_INNER[lang])


def as_said(text: str) -> str:
    """Return what somebody said without the quotation marks that were written around it.

    Whoever shows it puts the marks of the page's language.

    Examples
    --------
    >>> as_said(" “By three.” "), as_said("«Sì» e «no»")
    ('By three.', '«Sì» e «no»')
    """
    said = text.strip()
    inner = said[1:-1]
    alone = (
        len(said) > 1 and said[0] + said[-1] in _AROUND and not set(said[0] + said[-1]) & set(inner)
    )
    return inner.strip() if alone else said


class Words(BaseModel):
    """A frozen piece of wording; unknown keys in the YAML are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Words):
    """One text in both languages."""

    it: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_(self, lang: Lang) -> str:
        """Return the text in one language."""
        return self.it if lang == "it" else self.en

    def fill(self, lang: Lang, values: Mapping[str, object]) -> str:
        """Return the text with the `values` it names in braces put in.

        ``{n|answer|answers}`` is the first form when `n` is one, else the second.

        Examples
        --------
        >>> said = Text(it="«{name}» non ha una data.", en="“{name}” has no date.")
        >>> said.fill("en", {"name": "Says “at once”"})
        '“Says ‘at once’” has no date.'
        >>> told = Text(it="{n} {n|risposta|risposte}", en="{n} {n|answer|answers}")
        >>> told.fill("it", {"n": 1}), told.fill("en", {"n": 2})
        ('1 risposta', '2 answers')
        """
        text = _FORMS.sub(
            lambda forms: forms[2] if str(values[forms[1]]) == "1" else forms[3], self.in_(lang)
        )
        if lang == "it":
            text = with_articles(text, values)
        quoted = {name: inside_quotes(str(values[name]), lang) for name in _QUOTED.findall(text)}
        return text.format_map({**values, **quoted})


class FieldWords(Words):
    """How a form words one field; `fields` are those of its items."""

    label: Text
    help: Text | None = None
    example: Text | None = None
    options: dict[str, Text] = {}
    anchors: dict[int, Text] = {}
    add: Text | None = None
    fields: dict[str, "FieldWords"] = {}


class AdviceWords(Words):
    """What a piece of advice says, why it matters and what to do next."""

    says: Text
    why: Text
    next: Text


class InstructorNotes(Words):
    """Notes for whoever runs the session; texts may be Markdown."""

    run: Text
    good: Text
    mistakes: Text
    questions: Text


class WorkedExample(Words):
    """Which sample case answers the exercise, and what to notice in that answer."""

    case: str
    comment: Text


class Wording(Words):
    """The whole wording of one exercise; see ``CONTRIBUTING.md`` for the layout."""

    id: str
    slice: str
    chapter: str
    order: int
    minutes: int = Field(ge=1, le=240)
    mode: Literal["alone", "pairs", "team"]
    title: Text
    purpose: Text
    instructions: Text
    fields: dict[str, FieldWords]
    example: WorkedExample
    notes: InstructorNotes
    advice: dict[str, AdviceWords]
    picture: dict[str, Text] = {}

    def field(self, *path: str) -> FieldWords:
        """Return the words of a field by its path, such as ``"touchpoints", "channel"``."""
        first, *rest = path
        words = self.fields[first]
        for name in rest:
            words = words.fields[name]
        return words


class Chapter(Words):
    """One chapter: its notebook's name, its wording, and whether its exercises exist."""

    id: str
    notebook: str = Field(pattern=r"^\d\d-[a-z-]+$")
    title: Text
    question: Text
    summary: Text


def _load(name: str) -> object:
    found: object = read_own_yaml(exercises() / name)
    return found


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return the chapters in the programme's order."""
    return tuple(Chapter.model_validate(entry) for entry in _load("chapters.yaml"))  # type: ignore[attr-defined]


@cache
def exercise_ids() -> tuple[str, ...]:
    """Return all exercise ids, by chapter and order."""
    places = {chapter.id: place for place, chapter in enumerate(chapters())}
    found = [
        wording_of(path.stem) for path in exercises().glob("*.yaml") if path.stem != "chapters"
    ]
    found.sort(key=lambda words: (places[words.chapter], words.order))
    return tuple(words.id for words in found)


@cache
def wording_of(exercise_id: str) -> Wording:
    """Return the wording of one exercise.

    Raises
    ------
    KeyError
        When there is no ``exercises/<id>.yaml``.
    """
    if not (exercises() / f"{exercise_id}.yaml").is_file():
        raise KeyError(f"no exercise {exercise_id!r}")
    return Wording.model_validate(_load(f"{exercise_id}.yaml"))


def notebook_of(exercise_id: str) -> str:
    """Return the notebook of the chapter an exercise is in.

    Examples
    --------
    >>> notebook_of("blueprint")
    '05-journey'
    """
    own = wording_of(exercise_id).chapter
    return next(chapter.notebook for chapter in chapters() if chapter.id == own)


def page_of(exercise_id: str, *where: str) -> str:
    """Return where an exercise is done: its chapter's notebook, and its place in there.

    Parameters
    ----------
    exercise_id : str
        Which exercise.
    *where : str
        The path to one of its fields: field name, or list name, item id, field name.

    Examples
    --------
    >>> page_of("blueprint"), page_of("blueprint", "lines", "tp-1", "owner")
    ('05-journey.ipynb#blueprint', '05-journey.ipynb#blueprint/lines/tp-1/owner')
    """
    place = "/".join(quote(step, safe="+") for step in (exercise_id, *where))
    return f"{notebook_of(exercise_id)}.ipynb#{place}"
