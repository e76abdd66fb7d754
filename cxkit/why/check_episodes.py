"""Checks of the episodes: one thing that happened, the rule behind it, and a sober sum."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import name_of, shown
from cxkit.language.word_lists import fold, names_a_day
from cxkit.why.model import Currency, Episode, Episodes
from cxkit.why.words import found, is_whole, money

FAR_YEARS = 10
"""Beyond this many years nobody knows whether the customer would have stayed."""

WORTH_IT = 10
"""From this many times its cost on, a recovery needs no further argument."""


def check_episodes(answer: Episodes, context: Context) -> list[Advice]:
    """Return the advice on episodes; an empty answer gets none."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.episodes for advice in _one(one, answer, context)),
        *_together(answer),
    ]


def _one(one: Episode, answer: Episodes, context: Context) -> Iterator[Advice]:
    named = {"episode": name_of(answer.episodes, one)}
    yield from _story(one, context)
    if one.ending == "silent" and one.place == "ours":
        yield Advice("silent", "note", _at(one, "ending"), named)
    yield from _cause(one, context)
    yield from _money(one, named)
    yield from _recovery(one, answer.money_in, context)
    if one.place == "ours" and _is_traced(one, context):
        yield Advice("traced", "good", _at(one, "cause"), named)


def _at(one: Episode, field: str) -> tuple[str, ...]:
    return ("episodes", one.id, field)


def _story(one: Episode, context: Context) -> Iterator[Advice]:
    usual = _usual(one, context)
    if usual:
        yield Advice("not-an-episode", "warning", _at(one, "happened"), {"words": shown(usual)})
    if one.expected.strip() and fold(one.expected) == fold(one.promised):
        yield Advice("expected-again", "note", _at(one, "expected"))
    elif one.happened.strip() and not one.expected.strip():
        yield Advice("expected-missing", "warning", _at(one, "expected"))
    if one.feeling and is_whole("flat_feelings", one.feeling, context):
        yield Advice("feeling-verdict", "note", _at(one, "feeling"), {"words": one.feeling})
    if one.happened.strip() and not one.ending:
        yield Advice("ending-missing", "note", _at(one, "ending"))


def _cause(one: Episode, context: Context) -> Iterator[Advice]:
    blamed = found("blame", one.cause, context)
    if blamed:
        yield Advice("blames-people", "warning", _at(one, "cause"), {"words": shown(blamed)})
    if one.went_wrong() and not (one.causes and one.cause.strip()):
        field = "cause" if one.causes else "causes"
        yield Advice("cause-missing", "warning", _at(one, field))


def _money(one: Episode, named: dict[str, str]) -> Iterator[Advice]:
    if not one.ending:
        return
    if one.worth() is None:
        if one.wants_sum():
            yield Advice("cost-open", "note", _at(one, "per_year"), named)
    elif one.margin is None:
        yield Advice("cost-revenue", "warning", _at(one, "margin"))
    if one.years is not None and one.years > FAR_YEARS:
        yield Advice("years-far", "warning", _at(one, "years"), {"most": FAR_YEARS})
    if one.heeded is not None and one.told is not None and one.heeded > one.told:
        yield Advice("heeded-more", "warning", _at(one, "heeded"))
    elif one.heeded is not None and one.heeded == one.told and one.told > 1:
        yield Advice("heeded-all", "note", _at(one, "heeded"))


def _recovery(one: Episode, currency: Currency, context: Context) -> Iterator[Advice]:
    if not one.went_wrong():
        return
    vague = found("vague_recoveries", one.recovery, context)
    if not one.recovery.strip():
        yield Advice("recovery-missing", "warning", _at(one, "recovery"))
    elif vague:
        yield Advice("recovery-vague", "warning", _at(one, "recovery"), {"words": shown(vague)})
    worth = one.worth()
    if worth and worth.is_margin and one.recovery_cost is not None:
        values = {
            "cost": money(one.recovery_cost, currency, context.lang),
            "worth": money(worth.alone, currency, context.lang),
        }
        if worth.alone >= WORTH_IT * max(one.recovery_cost, 1):
            yield Advice("recovery-worth", "good", _at(one, "recovery_cost"), values)
        elif worth.together < one.recovery_cost:
            yield Advice("recovery-dear", "note", _at(one, "recovery_cost"), values)


def _is_traced(one: Episode, context: Context) -> bool:
    """Say whether an episode leads from a promise to a cause, and from there to a sum."""
    told = one.promised.strip() and one.expected.strip() and one.happened.strip() and one.ending
    caused = one.causes and one.cause.strip() and not found("blame", one.cause, context)
    return bool(told and caused and not _usual(one, context) and one.worth())


def _usual(one: Episode, context: Context) -> list[str]:
    """Return the words that tell of a habit; what happened on one day is none."""
    if names_a_day(one.happened):
        return []
    return found("generalities", one.happened, context)


def _together(answer: Episodes) -> Iterator[Advice]:
    where = ("episodes",)
    told = [one for one in answer.episodes if one.happened.strip()]
    if told and not any(one.place == "ours" for one in told):
        yield Advice("none-of-ours", "warning", where)
    if len(told) > 1 and not any(one.ending == "stays" for one in told):
        yield Advice("none-went-well", "note", where)
    wrong = [one for one in told if one.went_wrong()]
    if len(wrong) > 1 and all(one.causes for one in wrong):
        shared = set.intersection(*(set(one.causes) for one in wrong))
        if shared and not answer.pattern.strip():
            yield Advice("pattern-there", "warning", ("pattern",), {"count": len(wrong)})
    if not told and answer.pattern.strip():
        yield Advice("pattern-from-nothing", "warning", ("pattern",))
