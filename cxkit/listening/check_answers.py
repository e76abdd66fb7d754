"""Checks of the answers: who gave them, how many they are, and what they say of the guesses."""

from collections.abc import Iterator, Mapping

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import shown
from cxkit.core.wording import wording_of
from cxkit.language import format_percent
from cxkit.listening.model import Needs, Requirement
from cxkit.listening.replies import is_complete, read_pairs, single_answers, tallies
from cxkit.listening.verdicts import SIDE_OF, Verdict, verdict_of
from cxkit.listening.words import Values, found, name_of
from cxkit.stats.kano_table import LEAST_SHOWN, LEAST_TESTED, Tally

MANY_QUESTIONABLE = 0.2
"""From this share of contradictory answers on, the question is likely to be misread."""


def check_answers(answer: Needs, context: Context) -> Iterator[Advice]:
    """Yield the advice on the answers collected; nothing while there are none."""
    yield from _typing(answer)
    counted = tallies(answer)
    if not any(tally.n for tally in counted.values()):
        return
    yield from _asked(answer, context)
    verdicts = {
        one.id: verdict_of(one.side, counted[one.id]) for one in answer.requirements if one.text
    }
    for one in answer.requirements:
        if one.id in verdicts:
            yield from _one(one, counted[one.id], verdicts[one.id], context)
    yield from _bases(answer, counted)
    yield from _learned(answer, verdicts)


def _typing(answer: Needs) -> Iterator[Advice]:
    for sheet in answer.sheets:
        if unreadable := read_pairs(sheet.pairs).unreadable:
            values: Values = {"words": shown(unreadable), "count": len(unreadable)}
            yield Advice("pairs-unreadable", "warning", ("sheets", sheet.id, "pairs"), values)
    for one in answer.answers:
        if not is_complete(one):
            yield Advice("answer-half", "note", ("answers", one.id))
    for one in single_answers(answer)[1]:
        where = ("answers", one.id, "respondent")
        yield Advice("answer-twice", "warning", where, {"person": one.respondent})


def _asked(answer: Needs, context: Context) -> Iterator[Advice]:
    ours = found("ourselves", answer.asked, context)
    if not answer.asked:
        yield Advice("asked-missing", "note", ("asked",))
    elif ours:
        yield Advice("asked-ourselves", "warning", ("asked",), {"words": shown(ours)})


def _one(one: Requirement, tally: Tally, verdict: Verdict, context: Context) -> Iterator[Advice]:
    where = ("requirements", one.id, "side")
    name = name_of(one.text, Needs.exercise, context)
    values: Values = {"name": name, "n": tally.n}
    if verdict == "withheld":
        yield Advice("base-small", "note", where, {**values, "least": LEAST_SHOWN})
        return
    if verdict == "contradicts" and tally.category:
        options = wording_of(Needs.exercise).field("requirements", "side").options
        sides = {"guess": one.side, "answers": SIDE_OF[tally.category]}
        told = {key: options[side].in_(context.lang).lower() for key, side in sides.items()}
        yield Advice("guess-contradicted", "note", where, {**values, **told})
    elif verdict == "indifferent":
        share = format_percent(tally["I"] / tally.n, context.lang)
        yield Advice("nobody-cares", "note", where, {**values, "share": share})
    elif verdict == "reverse":
        yield Advice("people-mind", "warning", where, values)
    if tally.n >= LEAST_SHOWN and tally["Q"] / tally.n >= MANY_QUESTIONABLE:
        where = ("requirements", one.id, "functional")
        yield Advice("answers-odd", "warning", where, {**values, "odd": tally["Q"]})
    elif tally.tied or tally.clear is False:
        yield Advice("not-clear", "note", where, values)


def _bases(answer: Needs, counted: Mapping[str, Tally]) -> Iterator[Advice]:
    bases = [tally.n for tally in counted.values() if tally.n >= LEAST_SHOWN]
    if bases and min(bases) < LEAST_TESTED:
        values = {"least": LEAST_TESTED, "n": min(bases)}
        yield Advice("base-thin", "note", ("sheets",), values)


def _learned(answer: Needs, verdicts: Mapping[str, Verdict]) -> Iterator[Advice]:
    surprises = sum(v in ("contradicts", "indifferent", "reverse") for v in verdicts.values())
    agreed = sum(verdict == "agrees" for verdict in verdicts.values())
    written = bool(answer.learned.strip())
    if surprises and not written:
        yield Advice("surprise-unread", "warning", ("learned",), {"count": surprises})
    elif surprises:
        yield Advice("surprise-read", "good", ("learned",), {"count": surprises})
    elif agreed and agreed == len(verdicts):
        yield Advice("guesses-held", "good", ("requirements",), {"count": agreed})
