"""Checks of the vision: can it be remembered, does it name people, does it lead to gestures?"""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import quoted, shown
from cxkit.language.word_lists import fold
from cxkit.stats.readability import (
    Readability,
    english_words,
    flesch_reading_ease,
    gulpease,
    italian_words,
)
from cxkit.vision.model import Behaviours, Vision
from cxkit.vision.words import can_be_checked, found, is_gesture, lines

MOST_WORDS = 30
FEWEST_WORDS = 6
MOST_MOTTO_WORDS = 8
MOST_PRINCIPLES = 5
FEWEST_STEPS = 3
FEWEST_BEHAVIOURS = 3
EASY, FAIR = 60, 40


def check_vision(answer: Vision, context: Context) -> list[Advice]:
    """Return the advice on a vision; an empty one gets none."""
    if answer.is_empty():
        return []
    return [
        *_customer(answer, context),
        *_needs(answer, context),
        *_feeling(answer, context),
        *_principles(answer, context),
        *_never(answer, context),
        *_sentence(answer, context),
        *_motto(answer, context),
        *_steps(answer, context),
        *_behaviours(context),
    ]


def _customer(answer: Vision, context: Context) -> Iterator[Advice]:
    vague = found("everybody", answer.customer, context)
    if vague:
        yield Advice("customer-everybody", "warning", ("customer",), {"words": shown(vague)})
    if not any(context.label(persona) for persona in answer.personas):
        yield Advice("no-personas", "note", ("personas",))


def _needs(answer: Vision, context: Context) -> Iterator[Advice]:
    tied = [label for need in dict.fromkeys(answer.needs) if (label := context.label(need))]
    if tied:
        yield Advice("needs-tied", "good", ("needs",), {"needs": quoted(tied, context.lang)})
    elif context.of_kind("need"):
        yield Advice("no-needs", "warning", ("needs",))
    else:
        yield Advice("no-needs-yet", "note", ("needs",))


def _feeling(answer: Vision, context: Context) -> Iterator[Advice]:
    if not answer.feeling.strip():
        yield Advice("feeling-missing", "note", ("feeling",))
        return
    # A verdict is a fault only where nothing says what it comes from.
    for line in lines(answer.feeling):
        flat = found("flat_feelings", line, context)
        if flat and len(_words(line, context)) <= len(flat) + 2:
            yield Advice("feeling-flat", "warning", ("feeling",), {"words": shown(flat)})
            return


def _principles(answer: Vision, context: Context) -> Iterator[Advice]:
    if not answer.principles:
        yield Advice("principles-missing", "note", ("principles",))
    if len(answer.principles) > MOST_PRINCIPLES:
        many = {"count": len(answer.principles)}
        yield Advice("principles-many", "note", ("principles",), many)
    for principle in answer.principles:
        where = ("principles", principle.id)
        if principle.name and not principle.meaning.strip():
            values = {"principle": principle.name}
            yield Advice("principle-unexplained", "note", (*where, "meaning"), values)
        empty = found("empty", principle.name, context)
        if empty:
            yield Advice("empty-words", "warning", (*where, "name"), {"words": shown(empty)})


def _never(answer: Vision, context: Context) -> Iterator[Advice]:
    limits = lines(answer.never)
    if not limits:
        yield Advice("never-missing", "note", ("never",))
    sharp = [line for line in limits if found("measures", line, context)]
    vague = [
        line
        for line in limits
        if line not in sharp
        and any(found(name, line, context) for name in ("vague_limits", "empty"))
    ]
    if vague:
        yield Advice("never-vague", "warning", ("never",), {"line": vague[0]})
    if sharp:
        yield Advice("never-concrete", "good", ("never",), {"line": sharp[0]})


def _sentence(answer: Vision, context: Context) -> Iterator[Advice]:
    where = ("sentence",)
    if not answer.sentence.strip():
        yield Advice("sentence-missing", "note", where)
        return
    words = len(_words(answer.sentence, context))
    empty = found("empty", answer.sentence, context)
    named = _names_customer(answer, context)
    if words > MOST_WORDS:
        yield Advice("sentence-long", "warning", where, {"words": words})
    elif words < FEWEST_WORDS:
        yield Advice("sentence-bare", "note", where, {"words": words})
    if empty:
        yield Advice("empty-words", "warning", where, {"words": shown(empty)})
    if not named:
        yield Advice("customer-unnamed", "warning", where)
    figure = _readability(answer.sentence, context)
    yield _readability_advice(figure)
    reads = figure.out_of_100 is not None and figure.out_of_100 >= FAIR
    if named and reads and not empty and words <= MOST_WORDS:
        yield Advice("memorable", "good", where)


def _readability(text: str, context: Context) -> Readability:
    index = gulpease if context.written == "it" else flesch_reading_ease
    return index(text, least=FEWEST_WORDS)


def _readability_advice(figure: Readability) -> Advice:
    where = ("sentence",)
    value = figure.out_of_100
    if value is None:
        values = {"words": figure.words, "least": FEWEST_WORDS}
        return Advice("readability-none", "note", where, values)
    base: dict[str, str | int] = {
        "index": figure.index,
        "figure": value,
        "words": figure.words,
    }
    if value >= EASY:
        return Advice("readability-easy", "good", where, base)
    if value >= FAIR:
        return Advice("readability-fair", "note", where, base)
    return Advice("readability-hard", "warning", where, base)


def _words(text: str, context: Context) -> list[str]:
    return italian_words(text) if context.written == "it" else english_words(text)


def _stems(text: str, context: Context) -> set[str]:
    return {fold(word)[:5] for word in _words(text, context) if len(word) > 4}


def _names_customer(answer: Vision, context: Context) -> bool:
    if found("customers", answer.sentence, context):
        return True
    personas = " ".join(context.label(persona) for persona in answer.personas)
    known = _stems(f"{answer.customer} {personas}", context)
    return bool(known & _stems(answer.sentence, context))


def _motto(answer: Vision, context: Context) -> Iterator[Advice]:
    words = len(_words(answer.motto, context))
    if not words:
        yield Advice("motto-missing", "note", ("motto",))
        return
    if words > MOST_MOTTO_WORDS:
        yield Advice("motto-long", "warning", ("motto",), {"words": words})
    if _words(fold(answer.motto), context) == _words(fold(answer.sentence), context):
        yield Advice("motto-again", "note", ("motto",))
    empty = found("empty", answer.motto, context)
    if empty:
        yield Advice("empty-words", "warning", ("motto",), {"words": shown(empty)})


def _steps(answer: Vision, context: Context) -> Iterator[Advice]:
    steps = [step for step in answer.steps if step.step]
    if len(steps) < FEWEST_STEPS:
        yield Advice("steps-few", "note", ("steps",), {"count": len(steps)})
    unchecked = [step for step in steps if not step.standard]
    for step in unchecked:
        where = ("steps", step.id, "standard")
        yield Advice("step-unchecked", "warning", where, {"step": step.step})
    if len(steps) >= FEWEST_STEPS and all(can_be_checked(s.standard, context) for s in steps):
        yield Advice("steps-checked", "good", ("steps",), {"count": len(steps)})


def _behaviours(context: Context) -> Iterator[Advice]:
    written = context.answers.get(Behaviours.exercise)
    behaviours = written.behaviours if isinstance(written, Behaviours) else ()
    count = sum(is_gesture(behaviour.text, context) for behaviour in behaviours)
    where, values = ("principles",), {"count": count}
    if count >= FEWEST_BEHAVIOURS:
        yield Advice("behaviours-enough", "good", where, values)
    else:
        yield Advice("few-behaviours", "warning", where, values)
