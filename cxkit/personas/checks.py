"""Checks of buyer personas: evidence for each part, fresh and not our own; needs, not products."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import listed, shown
from cxkit.core.wording import wording_of
from cxkit.language.word_lists import fold
from cxkit.personas.evidence import is_old, months_old, parts_written, proved_parts
from cxkit.personas.model import Evidence, Persona, Personas
from cxkit.personas.words import found

FEWEST_NEEDS_TO_PRAISE = 2


def check_personas(answer: Personas, context: Context) -> list[Advice]:
    """Return the advice on personas; an empty answer gets none."""
    if answer.is_empty():
        return []
    return [
        *(advice for one in answer.personas for advice in _persona(one, context)),
        *_together(answer),
    ]


def _persona(one: Persona, context: Context) -> Iterator[Advice]:
    where = ("personas", one.id)
    who = {"persona": one.name or wording_of("buyer-persona").picture["unnamed"].in_(context.lang)}
    if not one.name:
        yield Advice("name-missing", "note", (*where, "name"))
    for field in ("quote", "channels", "criteria"):
        if not getattr(one, field):
            yield Advice(f"{field}-missing", "note", (*where, field), who)
    yield from _quote(one, context)
    yield from _stereotypes(one, context)
    yield from _needs(one, who, context)
    yield from _evidence(one, who, context)


def _quote(one: Persona, context: Context) -> Iterator[Advice]:
    ours = found("company_voice", one.quote, context)
    if ours:
        where = ("personas", one.id, "quote")
        yield Advice("quote-ours", "warning", where, {"words": shown(ours)})


def _stereotypes(one: Persona, context: Context) -> Iterator[Advice]:
    # A phrase that people themselves were heard to use is evidence, not a cliché.
    heard = " ".join(card.claim for card in one.evidence if card.source)
    for field in ("name", "context", "goals", "frustrations", "criteria"):
        cliches = [
            phrase
            for phrase in found("stereotypes", getattr(one, field), context)
            if fold(phrase) not in fold(heard)
        ]
        if cliches:
            where = ("personas", one.id, field)
            yield Advice("stereotype", "warning", where, {"words": shown(cliches)})


def _needs(one: Persona, who: dict[str, str], context: Context) -> Iterator[Advice]:
    where = ("personas", one.id, "needs")
    written = [need for need in one.needs if need.text]
    if not written:
        yield Advice("needs-missing", "warning", where, who)
    disguised = 0
    for need in written:
        solutions = found("solutions", need.text, context)
        if solutions:
            disguised += 1
            values = {"words": shown(solutions)}
            yield Advice("need-solution", "warning", (*where, need.id, "text"), values)
    proved = "needs" in proved_parts(one, context.today)
    if len(written) >= FEWEST_NEEDS_TO_PRAISE and not disguised and proved:
        yield Advice("needs-open", "good", where, {**who, "count": len(written)})


def _evidence(one: Persona, who: dict[str, str], context: Context) -> Iterator[Advice]:
    where = ("personas", one.id, "evidence")
    cards = [card for card in one.evidence if card.claim or card.source]
    parts = parts_written(one)
    if parts and not cards:
        yield Advice("evidence-missing", "problem", where, who)
        return
    for card in cards:
        yield from _card(card, (*where, card.id), context)
    supported = {card.about for card in cards}
    unproved = [part for part in parts if part not in supported]
    if unproved:
        values = {**who, "sections": _names(unproved, context)}
        yield Advice("claim-unproved", "warning", where, values)
    fresh = proved_parts(one, context.today)
    ours = any(found("opinions", card.source, context) for card in cards)
    if parts and fresh.issuperset(parts) and not ours:
        yield Advice("evidence-fresh", "good", where, who)
    heard = [card.source for card in cards if found("listening", card.source, context)]
    if heard:
        values = {**who, "sources": listed(dict.fromkeys(heard), context.lang)}
        yield Advice("source-listened", "good", where, values)


def _card(card: Evidence, where: tuple[str, ...], context: Context) -> Iterator[Advice]:
    ours = found("opinions", card.source, context)
    if not card.source:
        yield Advice("source-missing", "warning", (*where, "source"))
    elif ours:
        yield Advice("source-opinion", "warning", (*where, "source"), {"words": shown(ours)})
    yield from _dated(card.date, (*where, "date"), context.today)


def _dated(day: date | None, where: tuple[str, ...], today: date) -> Iterator[Advice]:
    if day is None:
        yield Advice("date-missing", "note", where)
    elif day > today:
        yield Advice("date-ahead", "warning", where)
    elif is_old(day, today):
        yield Advice("evidence-old", "warning", where, {"months": months_old(day, today)})


def _names(parts: Sequence[str], context: Context) -> str:
    fields = wording_of("buyer-persona").fields["personas"].fields
    return ", ".join(fields[part].label.in_(context.lang).lower() for part in parts)


def _together(answer: Personas) -> Iterator[Advice]:
    if len(answer.personas) == 1 and not answer.why_one.strip():
        yield Advice("one-persona", "note", ("why_one",))
    for one, other in combinations(answer.personas, 2):
        if _same_needs(one, other):
            values = {"persona": one.name or "1", "other": other.name or "2"}
            yield Advice("twins", "warning", ("personas", other.id, "needs"), values)


def _same_needs(one: Persona, other: Persona) -> bool:
    needs, others = (
        {fold(need.text) for need in persona.needs if need.text} for persona in (one, other)
    )
    return bool(needs) and needs == others
