"""The bank's survey, counted once for all tests."""

from __future__ import annotations

from functools import cache

from cxkit.forms.desk.sample import FILE, sample_facts, sample_mapping
from cxkit.language import Lang
from cxkit.resources import samples
from cxkit.survey.counting import Counted, count_survey
from cxkit.survey.desk import Desk
from cxkit.survey.mapping import Mapping
from cxkit.survey.opening import open_table
from cxkit.survey.profile import Profile, profile_of
from cxkit.survey.understanding import understand


@cache
def bank() -> tuple[Mapping, Profile, Counted]:
    """Return mapping, profile and counts; 99 is no answer."""
    table = open_table(samples() / FILE)
    profile = profile_of(table)
    mapping = sample_mapping("en")
    questions = []
    for one in mapping.questions:
        outside = understand(one, profile.columns[one.column]).outside
        questions.append(one.model_copy(update={"missing": tuple(outside)}))
    mapping = mapping.model_copy(update={"questions": tuple(questions)})
    return mapping, profile, count_survey(table, mapping, profile)


def desk(wave: str = "2015", lang: str = "en", **changes: object) -> Desk:
    """Return the desk of one wave."""
    mapping, _profile, counted = bank()
    mapping = mapping.model_copy(update=changes)
    speaks: Lang = "it" if lang == "it" else "en"
    return Desk(counted, mapping, "The bank", wave, speaks, **sample_facts())
