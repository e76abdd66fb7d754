"""The counted survey of a desk, and its panels as the page gets them."""

from collections.abc import Mapping as Values
from dataclasses import dataclass, field
from typing import Any

from cxkit.core.context import Context
from cxkit.core.exercise import find_exercise
from cxkit.core.wording import wording_of
from cxkit.forms.desk.sample import in_language, sample_facts
from cxkit.language import Lang
from cxkit.survey.counting import Counted, count_survey
from cxkit.survey.desk import PANELS, Desk
from cxkit.survey.mapping import Mapping
from cxkit.survey.panels import FILLS, panel_of
from cxkit.survey.profile import Profile
from cxkit.survey.table import Progress, Table
from cxkit.workbook import Workbook


@dataclass(frozen=True)
class View:
    """A counted survey."""

    counts: Counted
    mapping: Mapping
    source: str
    lang: Lang
    facts: Values[str, Any] = field(default_factory=dict)

    @classmethod
    def counted(
        cls, table: Table, mapping: Mapping, profile: Profile, notes: Values[str, Any], lang: Lang,
        progress: Progress,
    ) -> "View":  # fmt: skip
        """Count a file as somebody has confirmed."""
        counts = count_survey(table, mapping, profile, progress)
        facts = sample_facts() if notes.get("sample") else {}
        return cls(counts, mapping, in_language(notes, lang)[0], lang, facts)

    def desk(self, wave: object, book: Workbook | None = None) -> Desk:
        """Return the panels of one wave, of the latest where there is none such.

        What people wrote about how they asked comes from the workbook.
        """
        waves = self.counts.waves
        told = book.answer("integrity").model_dump() if book else {}
        texts = (str(told.get("invitation", "")), str(told.get("staff", "")))
        return Desk(
            self.counts, self.mapping, self.source, str(wave) if wave in waves else waves[-1],
            self.lang, invitations=texts, rewarded=told.get("paid") in ("team", "person"),
            **self.facts,
        )  # fmt: skip

    def offer(self) -> dict[str, Any]:
        """Return what can be looked at."""
        desk = self.desk(None)
        return {
            "waves": list(self.counts.waves),
            "wave": desk.wave,
            "panels": [{"name": name, "title": desk.title(name)} for name in PANELS],
        }

    def panel(self, name: object, wave: object, book: Workbook) -> dict[str, Any]:
        """Return one panel: its picture, what it says and does not, what can be done with it."""
        desk = self.desk(wave, book)
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
