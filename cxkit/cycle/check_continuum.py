"""Checks of the continuum: a loop that closes, in days somebody counted, and honest jumps."""

from collections.abc import Iterator

from cxkit.core.advice import Advice, Severity
from cxkit.core.context import Context
from cxkit.core.phrases import listed, name_of, shown
from cxkit.core.wording import wording_of
from cxkit.cycle.figures import figure
from cxkit.cycle.model import STAGES, Continuum, Jump, Stage
from cxkit.cycle.words import found, is_hearsay, is_no_person, is_no_rival

SLOW = 365
"""Days after which one turn of the loop takes longer than customers remember."""


def check_continuum(answer: Continuum, context: Context) -> list[Advice]:
    """Return the advice on a continuum and its jumps."""
    if answer.is_empty():
        return []
    return [
        *_stages(answer, context),
        *_links(answer),
        *_time(answer, context),
        *_loop(answer, context),
        *(advice for jump in answer.jumps for advice in _jump(jump, answer, context)),
        *_jumps(answer, context),
    ]


def _name(stage: str, context: Context) -> str:
    return wording_of(Continuum.exercise).field("stages", "stage").options[stage].in_(context.lang)


def _at(stage: Stage, field: str) -> tuple[str, ...]:
    return ("stages", stage.id, field)


def _stages(answer: Continuum, context: Context) -> Iterator[Advice]:
    for name in STAGES:
        if not any(one.what.strip() for one in answer.of(name)):
            cards = answer.of(name)
            where = _at(cards[0], "what") if cards else ("stages",)
            yield Advice("stage-empty", "warning", where, {"stage": _name(name, context)})
    told = [one for one in answer.stages if one.stage and one.what.strip()]
    for one in told:
        values = {"stage": _name(one.stage, context)}
        if not one.owner or is_no_person(one.owner, context):
            yield Advice("stage-nobody", "warning", _at(one, "owner"), values)
        if is_hearsay(one.evidence, context):
            yield Advice("stage-hearsay", "warning", _at(one, "evidence"), values)
        elif not one.evidence.strip():
            yield Advice("stage-unproved", "note", _at(one, "evidence"), values)


def _links(answer: Continuum) -> Iterator[Advice]:
    for name, field, key in (
        ("feedback", "posts", "feedback-unposted"),
        ("revision", "actions", "revision-unplanned"),
    ):
        told = [one for one in answer.of(name) if one.what.strip()]
        if told and not any(getattr(one, field) for one in told):
            yield Advice(key, "note", _at(told[0], field))


def _time(answer: Continuum, context: Context) -> Iterator[Advice]:
    delay = answer.delay()
    unknown = [name for name in answer.unknown() if answer.of(name)]
    if unknown:
        names = listed([_name(name, context) for name in unknown], context.lang)
        where = _at(answer.of(unknown[0])[0], "days")
        yield Advice("days-missing", "note", where, {"stages": names})
    if delay is None:
        return
    lang = context.lang
    whole = figure(delay, lang)
    if delay > SLOW:
        yield Advice("loop-slow", "warning", ("stages",), {"days": whole})
    slowest = max(STAGES, key=lambda name: answer.days(name) or 0)
    days = answer.days(slowest) or 0
    if not answer.unknown() and days > delay / 2 and slowest != "use":
        values = {"stage": _name(slowest, context), "days": figure(days, lang), "total": whole}
        yield Advice("bottleneck", "note", _at(answer.of(slowest)[0], "days"), values)
    fast = [jump for jump in answer.jumps if jump.days is not None and jump.days < delay]
    if fast:
        quickest = min(fast, key=lambda jump: jump.days or 0)
        values = {"days": figure(quickest.days, lang), "total": whole}
        yield Advice("jump-is-faster", "note", ("jumps", quickest.id, "days"), values)


def _loop(answer: Continuum, context: Context) -> Iterator[Advice]:
    turns = all(
        any(one.what.strip() and one.owner and one.days is not None and one.evidence.strip()
            for one in answer.of(name))
        for name in STAGES
    )  # fmt: skip
    if turns:
        yield Advice(
            "good-loop", "good", ("stages",), {"days": figure(answer.delay(), context.lang)}
        )


def _jump(jump: Jump, answer: Continuum, context: Context) -> Iterator[Advice]:
    values = {"name": name_of(answer.jumps, jump)}

    def advise(key: str, severity: Severity, field: str, **more: str) -> Advice:
        return Advice(key, severity, ("jumps", jump.id, field), {**values, **more})

    if not jump.touchpoint:
        yield advise("jump-nowhere", "warning", "touchpoint")
    if not jump.sign.strip():
        yield advise("jump-unsigned", "warning", "sign")
    elif found("spoken", jump.sign, context) and not found("done", jump.sign, context):
        words = shown(found("spoken", jump.sign, context))
        yield advise("sign-spoken", "warning", "sign", words=words)
    elif not jump.post:
        yield advise("sign-unheard", "note", "post")
    if not jump.rival or is_no_rival(jump.rival, context):
        yield advise("rival-nobody", "note", "rival")
    bought = found("discount", jump.back, context)
    if bought and not found("mending", jump.back, context):
        yield advise("bought-back", "warning", "back", words=shown(bought))
    if jump.back.strip() and not jump.action:
        yield advise("back-unplanned", "note", "action")


def _jumps(answer: Continuum, context: Context) -> Iterator[Advice]:
    told = any(one.what.strip() for one in answer.stages)
    if told and not answer.jumps:
        yield Advice("no-jump", "warning", ("jumps",))
    whole = [
        jump
        for jump in answer.jumps
        if jump.touchpoint and jump.action and found("done", jump.sign, context)
    ]
    if whole:
        values = {"name": name_of(answer.jumps, whole[0])}
        yield Advice("good-jump", "good", ("jumps", whole[0].id, "sign"), values)
