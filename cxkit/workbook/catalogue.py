"""The programme: chapters in their order, each with its exercises."""

from dataclasses import dataclass
from functools import cache

from cxkit.core.exercise import Exercise, find_exercise
from cxkit.core.wording import Chapter, chapters, exercise_ids, wording_of


@dataclass(frozen=True)
class ChapterPlan:
    """A chapter's place, wording and exercises."""

    number: int
    chapter: Chapter
    exercises: tuple[Exercise, ...]

    @property
    def notebook(self) -> str:
        """Name of its notebook without the ending, such as ``"03-vision"``."""
        return self.chapter.notebook


@cache
def chapter_plans() -> tuple[ChapterPlan, ...]:
    """Return all chapters with their exercises.

    Examples
    --------
    >>> [plan.notebook for plan in chapter_plans()][3]
    '03-vision'
    """
    return tuple(
        ChapterPlan(
            number,
            chapter,
            tuple(
                find_exercise(exercise)
                for exercise in exercise_ids()
                if wording_of(exercise).chapter == chapter.id
            ),
        )
        for number, chapter in enumerate(chapters())
    )


def plan_of(exercise_id: str) -> ChapterPlan:
    """Return the chapter an exercise belongs to."""
    chapter = wording_of(exercise_id).chapter
    return next(plan for plan in chapter_plans() if plan.chapter.id == chapter)
