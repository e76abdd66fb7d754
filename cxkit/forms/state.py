"""The state a form starts from: what to show, what is stored, what the checks say."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from cxkit.core.advice import Advice
from cxkit.core.exercise import find_exercise
from cxkit.core.fields import FieldShape
from cxkit.core.markdown import to_html
from cxkit.core.wording import FieldWords, page_of, wording_of
from cxkit.forms.spec import form_fields
from cxkit.forms.words import form_words
from cxkit.language import Lang, format_time, translator
from cxkit.store import Stored
from cxkit.workbook import (
    Progress,
    Workbook,
    birthplaces,
    given_places,
    linkable,
    progress_of,
    writing_places,
)
from cxkit.workbook.links import targets_of

_GRAVEST_FIRST = ("problem", "warning", "note", "good")


def advice_json(advice: Iterable[Advice], exercise_id: str, lang: Lang) -> list[dict[str, Any]]:
    """Return worded advice as JSON, what needs doing before what is well done."""
    ordered = sorted(advice, key=lambda entry: _GRAVEST_FIRST.index(entry.severity))
    worded = (entry.worded(exercise_id, lang) for entry in ordered)
    return [
        {"severity": w.severity, "where": list(w.where), "says": w.says, "why": w.why,
         "next": w.next}
        for w in worded
    ]  # fmt: skip


def drawn(book: Workbook, exercise_id: str, lang: Lang) -> dict[str, Any]:
    """Return what follows from an answer: advice, picture, progress."""
    advice = book.advice(exercise_id, lang)
    picture = book.picture(exercise_id, lang)
    return {
        "advice": advice_json(advice, exercise_id, lang),
        "picture": picture.html,
        "picture_title": picture.title,
        "progress": progress_of(book.answer(exercise_id), advice).value,
    }


def links_of(book: Workbook, exercise_id: str, lang: Lang) -> dict[str, list[dict[str, str]]]:
    """Return what the exercise's link fields can choose from, and what may hold new ones."""
    found = linkable(book.answers, lang)
    kinds = targets_of(find_exercise(exercise_id).model)
    holders = {
        place.holder.link_kind
        for kind in kinds
        if (place := birthplaces().get(kind)) and place.holder
    }
    return {
        kind: [{"id": target.id, "label": target.label} for target in found.get(kind, [])]
        for kind in sorted(kinds | holders)
    }


def _notes(exercise_id: str, lang: Lang) -> list[dict[str, str]]:
    tr = translator(lang)
    notes = wording_of(exercise_id).notes
    titles = (
        (tr("How to run it"), notes.run),
        (tr("What good looks like"), notes.good),
        (tr("Typical mistakes"), notes.mistakes),
        (tr("Questions to ask"), notes.questions),
    )
    return [{"title": title, "html": to_html(text.in_(lang))} for title, text in titles]


def _name_words(shape: FieldShape, words: FieldWords, lang: Lang) -> dict[str, Any]:
    """Word the field that names the items of a list."""
    assert shape.part is not None  # noqa: S101 -- a list has items
    name = shape.part.label_field  # type: ignore[attr-defined]
    own = words.fields[name]
    limit = next(inner.max_length for inner in shape.fields if inner.name == name)
    return {
        "label": own.label.in_(lang),
        "help": own.help.in_(lang) if own.help else None,
        "max_length": limit,
        "add": words.add.in_(lang) if words.add else None,
    }


def _creation(kind: str, lang: Lang) -> dict[str, Any] | None:
    """Say how a new thing of a kind is written on the spot; None where nothing can be added."""
    place = birthplaces().get(kind)
    if place is None:
        return None
    wording = wording_of(place.exercise)
    held = None
    if place.holder:
        words = wording.field(place.path[0])
        held = {"kind": place.holder.link_kind, "list": words.label.in_(lang),
                **_name_words(place.lists[0], words, lang)}  # fmt: skip
    return {
        **_name_words(place.lists[-1], wording.field(*place.path), lang),
        "title": wording.title.in_(lang),
        "url": page_of(place.exercise),
        "path": list(place.path),
        "holder": held,
    }


def _pages(exercise_id: str, lang: Lang) -> dict[str, dict[str, Any]]:
    """Say where the things that link fields choose from are written, and how to add one."""
    places = writing_places()
    return {
        kind: {
            "title": wording_of(places[kind]).title.in_(lang),
            "url": page_of(places[kind]),
            "given": given_places().get(kind) == places[kind],
            "create": _creation(kind, lang),
        }
        for kind in sorted(targets_of(find_exercise(exercise_id).model))
        if kind in places
    }


@cache
def fixed_state(exercise_id: str, lang: Lang) -> dict[str, Any]:
    """Return the part of the state that no answer changes."""
    exercise = find_exercise(exercise_id)
    wording = exercise.wording
    return {
        "exercise": exercise_id,
        "lang": lang,
        "title": wording.title.in_(lang),
        "purpose": wording.purpose.in_(lang),
        "instructions": to_html(wording.instructions.in_(lang)),
        "minutes": wording.minutes,
        "mode": wording.mode,
        "notes": _notes(exercise_id, lang),
        "fields": form_fields(exercise, lang),
        "pages": _pages(exercise_id, lang),
        "empty": exercise.model().model_dump(mode="json"),
        "words": form_words(lang),
    }


def _other_day(moment: datetime) -> str | None:
    """Return the day of `moment` where the reader is, unless it is today."""
    day = moment.astimezone().date()
    return None if day == datetime.now().astimezone().date() else day.isoformat()


def stored_part(
    book: Workbook, stored: Stored | None, exercise_id: str, lang: Lang
) -> dict[str, Any]:
    """Return what is stored of an exercise, and when it was."""
    return {
        "value": book.answer(exercise_id).model_dump(mode="json"),
        "revision": stored.revision if stored else 0,
        "saved_at": format_time(stored.saved_at, lang) if stored else None,
        "saved_day": _other_day(stored.saved_at) if stored else None,
    }


def form_state(
    book: Workbook, stored: Stored | None, exercise_id: str, lang: Lang, workbook_id: str
) -> dict[str, Any]:
    """Return what a form needs to take typing: its whole state but for what is drawn of the answer.

    That of a full answer takes much longer to make than all the rest, and is far more to send.
    """
    empty = book.answer(exercise_id).is_empty()
    return {
        **fixed_state(exercise_id, lang),
        "workbook": workbook_id,
        **stored_part(book, stored, exercise_id, lang),
        "links": links_of(book, exercise_id, lang),
        "advice": None,
        "picture": None,
        "picture_title": None,
        "progress": Progress.EMPTY.value if empty else None,
    }


def exercise_state(
    book: Workbook, stored: Stored | None, exercise_id: str, lang: Lang, workbook_id: str
) -> dict[str, Any]:
    """Return the whole state of one exercise's form.

    Parameters
    ----------
    book : Workbook
        All answers: links, checks and pictures look at them.
    stored : Stored or None
        This exercise's stored answer.
    exercise_id : str
        Which exercise.
    lang : {"it", "en"}
        Language of the page.
    workbook_id : str
        Names the browser's drafts.
    """
    written = form_state(book, stored, exercise_id, lang, workbook_id)
    return {**written, **drawn(book, exercise_id, lang)}
