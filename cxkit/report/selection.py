"""Which exercises an export is to show: ``--chapters`` and ``--exercises``."""

from collections.abc import Sequence
from difflib import get_close_matches

from cxkit.core.wording import Chapter, chapters, exercise_ids, wording_of
from cxkit.language import Lang
from cxkit.report.errors import NO_SUCH_CHAPTER, NO_SUCH_EXERCISE, ReportError


def listed(text: str) -> list[str]:
    """Return the parts of a list with commas.

    Examples
    --------
    >>> listed(" 5, measure,")
    ['5', 'measure']
    """
    return [part for part in (part.strip() for part in text.split(",")) if part]


def selected(chapters_asked: str, exercises_asked: str, lang: Lang) -> tuple[str, ...]:
    """Return the ids of the exercises asked for, in the programme's order; none asked: none.

    Raises
    ------
    ReportError
        When a chapter or an exercise is not known; it says which are.

    Examples
    --------
    >>> selected("vision", "kpi-plan", "en")
    ('vision-statement', 'vision-to-behaviours', 'kpi-plan')
    """
    wanted = {_chapter(name, lang).id for name in listed(chapters_asked)}
    named = {_exercise(name, lang) for name in listed(exercises_asked)}
    return tuple(
        name for name in exercise_ids() if name in named or wording_of(name).chapter in wanted
    )


def _chapter(name: str, lang: Lang) -> Chapter:
    for number, chapter in enumerate(chapters()):
        if name.lower() in (str(number), chapter.id, chapter.notebook):
            return chapter
    known = ", ".join(f"{number} {chapter.id}" for number, chapter in enumerate(chapters()))
    raise ReportError.of(NO_SUCH_CHAPTER, lang, name=name, known=known)


def _exercise(name: str, lang: Lang) -> str:
    if name.lower() in exercise_ids():
        return name.lower()
    near = _near(name, exercise_ids()) or exercise_ids()
    raise ReportError.of(NO_SUCH_EXERCISE, lang, name=name, known=", ".join(near))


def _near(name: str, known: Sequence[str]) -> list[str]:
    return get_close_matches(name.lower(), known, n=3, cutoff=0.5)
