"""The counted survey of a desk, and its panels as the page gets them."""

from collections.abc import Mapping as Values
from dataclasses import dataclass
from typing import Any

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.core.wording import wording_of
from cxkit.language import Lang
from cxkit.survey.counting import Counted, count_survey
from cxkit.survey.desk import PANELS, Desk
from cxkit.survey.mapping import Mapping
from cxkit.survey.panels import FILLS, panel_of
from cxkit.survey.profile import Profile
from cxkit.survey.table import Progress, Table


@dataclass(frozen=True)
class View:
    """A counted survey."""

    counts: Counted
    mapping: Mapping
    source: str
    lang: Lang

    @classmethod
    def counted(
        cls, table: Table, mapping: Mapping, profile: Profile, notes: Values[str, Any], lang: Lang,
        progress: Progress,
    ) -> "View":  # fmt: skip
        """Count a file as somebody has confirmed."""
        return cls(count_survey(table, mapping, profile, progress), mapping, notes["name"], lang)

    def desk(self, wave: object) -> Desk:
        """Return the panels of one wave; of the latest where there is none such."""
        waves = self.counts.waves
        return Desk(self.counts, self.mapping, self.source,
                    str(wave) if wave in waves else waves[-1], self.lang)  # fmt: skip

    def offer(self) -> dict[str, Any]:
        """Return what can be looked at."""
        desk = self.desk(None)
        return {
            "waves": list(self.counts.waves),
            "wave": desk.wave,
            "panels": [{"name": name, "title": desk.title(name)} for name in PANELS],
        }

    def panel(self, name: object, wave: object) -> dict[str, Any]:
        """Return one panel: its picture, what it says and does not, what can be done with it."""
        desk = self.desk(wave)
        found = panel_of(desk, name)
        html = found.picture.html if found.picture else self._drawn(found.name, desk)
        exercise = FILLS.get(found.name, "")
        return {
            "name": found.name, "wave": desk.wave, "title": found.title, "html": html,
            "says": list(found.says), "limits": list(found.limits),
            "gaps": [{"column": gap.line.question.column, "name": gap.line.question.name}
                     for gap in found.gaps],
            "fills": [{"exercise": exercise, "title": wording_of(exercise).title.in_(self.lang)}]
            if exercise else [],
        }  # fmt: skip

    def _drawn(self, name: str, desk: Desk) -> str:
        """Draw a panel as the exercise would that takes its figures."""
        if name != "strengths":
            return ""
        exercise = find_exercise(name)
        context = Context(self.lang, self.lang)
        handed = desk.handover()
        if exercise.fill is None or not handed.aspects:
            return ""
        return exercise.draw(exercise.fill(exercise.model(), handed, context), context).html
