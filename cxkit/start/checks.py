"""Checks of the profile: is there a case, somebody it serves, and a goal one can see reached?"""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.language.word_lists import has_figure
from cxkit.start.model import Profile
from cxkit.start.words import found


def check_profile(answer: Profile, context: Context) -> list[Advice]:
    """Return the advice on a profile; an empty one gets none."""
    if answer.is_empty():
        return []
    return [*_case(answer, context), *_goals(answer, context)]


def _case(answer: Profile, context: Context) -> Iterator[Advice]:
    if not answer.case:
        yield Advice("case-open", "note", ("case",))
    elif answer.case != "own":
        yield Advice("sample-chosen", "good", ("case",))
    everybody = found("everybody", answer.customers, context)
    if everybody:
        values = {"words": everybody[0]}
        yield Advice("customers-everybody", "warning", ("customers",), values)
    # A ready-made case brings its company along; only one's own has to be described.
    if answer.case == "own":
        if not answer.company:
            yield Advice("company-missing", "note", ("company",))
        if not answer.customers.strip():
            yield Advice("customers-missing", "note", ("customers",))
        if not answer.channels:
            yield Advice("channels-missing", "note", ("channels",))
        if answer.company and answer.customers.strip() and answer.channels and not everybody:
            yield Advice("case-ready", "good", ("company",))


def _goals(answer: Profile, context: Context) -> Iterator[Advice]:
    if not answer.goals.strip():
        yield Advice("goal-missing", "note", ("goals",))
        return
    measured = found("measures", answer.goals, context)
    vague = found("vague_goals", answer.goals, context)
    if measured or has_figure(answer.goals):
        yield Advice("goal-observable", "good", ("goals",))
    elif vague:
        yield Advice("goal-vague", "warning", ("goals",), {"words": ", ".join(vague)})
