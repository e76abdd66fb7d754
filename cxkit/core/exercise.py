"""An exercise: the model of its answer, the checks, the picture, and perhaps an editor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from cxkit.core.advice import Advice
from cxkit.core.answer import Answer
from cxkit.core.context import Context
from cxkit.core.picture import Picture
from cxkit.core.wording import Wording, wording_of


@dataclass(frozen=True)
class Exercise:
    """What a slice offers for one exercise.

    Parameters
    ----------
    model : type of Answer
        Its `exercise` is the id.
    check : callable
        Pure function ``(answer, context) -> sequence of Advice``.
    draw : callable
        Pure function ``(answer, context) -> Picture``.
    fill : callable, optional
        Pure function ``(answer, handover, context) -> answer``: the answer with the figures of a
        survey file put in, and everything else as it was.
    """

    model: type[Answer]
    check: Callable[[Any, Context], Sequence[Advice]]
    draw: Callable[[Any, Context], Picture]
    fill: Callable[[Any, Any, Context], Any] | None = None

    @property
    def id(self) -> str:
        """The exercise's id, such as ``"vision-statement"``."""
        return self.model.exercise

    @property
    def wording(self) -> Wording:
        """The words of ``exercises/<id>.yaml``."""
        return wording_of(self.id)


@cache
def find_exercise(exercise_id: str) -> Exercise:
    """Return an exercise by its id, loading its slice.

    Raises
    ------
    KeyError
        When no file in ``exercises/`` has this id, or its slice does not offer it.

    Examples
    --------
    >>> find_exercise("vision-statement").model.__name__
    'Vision'
    """
    room = wording_of(exercise_id).slice
    offered: Sequence[Exercise] = import_module(f"cxkit.{room}").EXERCISES
    for exercise in offered:
        if exercise.id == exercise_id:
            return exercise
    raise KeyError(f"slice {room!r} offers no exercise {exercise_id!r}")
