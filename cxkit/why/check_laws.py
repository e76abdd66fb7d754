"""Checks of the six laws: ratings that differ, facts behind them, changes that are changes."""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import quoted, shown
from cxkit.core.wording import wording_of
from cxkit.why.model import LAWS, Episode, SixLaws
from cxkit.why.words import can_be_checked, found, is_hearsay, labels_of

LIVED = 3
"""From this level on a law counts as lived by."""

FEWEST_READ = 2


def check_laws(answer: SixLaws, context: Context) -> list[Advice]:
    """Return the advice on the six laws; looks at the episodes that tell of them."""
    if answer.is_empty():
        return []
    return [
        *_ratings(answer, context),
        *(advice for law in LAWS for advice in _one(law, answer, context)),
        *_weakest(answer, context),
        *_episodes(answer, context),
    ]


def _name(law: str, context: Context) -> str:
    return wording_of(SixLaws.exercise).field(law).label.in_(context.lang)


def _ratings(answer: SixLaws, context: Context) -> Iterator[Advice]:
    unrated = [law for law in LAWS if answer.level(law) is None]
    levels = [level for law in LAWS if (level := answer.level(law)) is not None]
    if unrated:
        names = labels_of(unrated, wording_of(SixLaws.exercise), context)
        yield Advice("unrated", "note", (unrated[0],), {"laws": names})
    elif len(set(levels)) == 1:
        yield Advice("all-alike", "warning", (LAWS[0],), {"level": levels[0]})
    elif min(levels) >= LIVED:
        yield Advice("no-weak-law", "warning", (LAWS[0],))


def _one(law: str, answer: SixLaws, context: Context) -> Iterator[Advice]:
    level, evidence, change = answer.level(law), answer.evidence(law), answer.change(law)
    where, values = (f"{law}_evidence",), {"law": _name(law, context)}
    if level is not None and level >= LIVED and not evidence:
        yield Advice("high-unproved", "warning", where, {**values, "level": level})
    if is_hearsay(evidence, context):
        words = shown(found("hearsay", evidence, context))
        yield Advice("evidence-opinion", "warning", where, {"words": words})
    talk = _talk(change, context)
    if talk:
        yield Advice("change-is-talk", "warning", (f"{law}_change",), {"words": shown(talk)})
    for field, text in (("evidence", evidence), ("change", change)):
        blamed = found("blame", text, context)
        if blamed:
            values_here = {"words": shown(blamed)}
            yield Advice("blames-people", "warning", (f"{law}_{field}",), values_here)


def _talk(change: str, context: Context) -> list[str]:
    """Return the words of a change that only talks; taking a poster down does more."""
    return [] if found("undoing", change, context) else found("campaigns", change, context)


def _weakest(answer: SixLaws, context: Context) -> Iterator[Advice]:
    weak = [law for law in answer.weakest() if law]
    if len(weak) < 2 or answer.missing():
        return
    for law in weak:
        if not answer.change(law):
            values = {"law": _name(law, context)}
            yield Advice("weak-unchanged", "warning", (f"{law}_change",), values)
    solid = all(
        can_be_checked(answer.evidence(law), context)
        and answer.change(law)
        and not _talk(answer.change(law), context)
        for law in weak
    )
    if solid:
        names = labels_of(weak, wording_of(SixLaws.exercise), context)
        yield Advice("weakest-clear", "good", (weak[0],), {"laws": names})


def _episodes(answer: SixLaws, context: Context) -> Iterator[Advice]:
    episodes = [one for one in context.of_kind("episode") if isinstance(one, Episode) and one.label]
    read = [one for one in episodes if any(one.id in answer.told_by(law) for law in LAWS)]
    if not episodes:
        yield Advice("no-episodes", "note", ("readings",))
    elif not read:
        yield Advice("episodes-unread", "warning", ("readings",))
    elif len(read) >= FEWEST_READ and len(read) == len(episodes):
        yield Advice("episodes-read", "good", ("readings",), {"count": len(read)})
    for law in LAWS:
        level = answer.level(law)
        against = [
            one.label
            for one in read
            if one.place == "ours" and one.went_wrong() and one.id in answer.told_by(law)
        ]
        if level is not None and level >= LIVED and against:
            told = quoted(against, context.lang)
            yield Advice(
                "law-contradicted",
                "warning",
                (law,),
                {"law": _name(law, context), "level": level, "episodes": told},
            )
