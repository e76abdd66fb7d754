"""Figures of a file written into the exercises, and gaps taken to the cycle."""

from cxkit.core.exercise import find_exercise
from cxkit.core.wording import wording_of
from cxkit.forms.session import Session
from cxkit.forms.widget import redraw
from cxkit.language import mark as _
from cxkit.survey.desk import Desk
from cxkit.survey.errors import SurveyError
from cxkit.survey.figures import LEAST
from cxkit.survey.handover import Gap, Handover
from cxkit.survey.panels import panel_of

FILLED = ("waves", "strengths", "benchmark", "integrity")
_NEED_WAVES = ("benchmark", "integrity")
"""Exercises that take figures from a file."""
CYCLE = "malma"


def fill(session: Session, exercise_id: str, desk: Desk) -> str:
    """Write the file's figures into an exercise and return its title.

    Raises
    ------
    SurveyError
        When there is nothing that may be published.
    """
    if exercise_id not in FILLED:
        raise SurveyError(_("“{name}” takes no figures from a file."), name=str(exercise_id)[:60])
    handed = desk.handover()
    if not any(one.n >= LEAST for line in handed.lines for one in line.readings):
        raise SurveyError(
            _("No figure rests on {n} answers or more: none is written down."), n=LEAST
        )
    if exercise_id in _NEED_WAVES:
        _write(session, "waves", handed)
    _write(session, exercise_id, handed)
    return wording_of(exercise_id).title.in_(session.lang)


def take_gap(session: Session, desk: Desk, panel: str, column: str) -> str:
    """Put a measured gap into the cycle's table, link it to the waves, and return its name."""
    gap = next(
        (one for one in panel_of(desk, panel).gaps if one.line.question.column == column), None
    )
    if gap is None:
        raise SurveyError(
            _("There is no gap of “{name}” that could be taken."), name=str(column)[:60]
        )
    handed = Handover(desk.source, (), (), (gap,), desk.wave)
    session.refuse_shut(CYCLE, "waves")
    _write(session, CYCLE, handed)
    _write(session, "waves", handed)
    return shown_gap(gap)


def shown_gap(gap: Gap) -> str:
    """Return what a gap is called."""
    return gap.line.question.name


def _write(session: Session, exercise_id: str, handed: Handover) -> None:
    exercise = find_exercise(exercise_id)
    if exercise.fill is None:
        raise SurveyError(_("“{name}” takes no figures from a file."), name=exercise_id)
    book, stored = session.load()
    answer = exercise.fill(book.answer(exercise_id), handed, book.context(session.lang))
    revision = stored[exercise_id].revision if exercise_id in stored else 0
    session.save(exercise_id, answer.model_dump(mode="json"), revision)
    redraw.now(session, written=exercise_id)
