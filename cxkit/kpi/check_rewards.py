"""Checks of the rewards: do they honour gestures, and is every measure guarded?"""

from collections.abc import Iterator

from cxkit.core.advice import Advice
from cxkit.core.context import Context
from cxkit.core.phrases import brief, listed, name_of, shown
from cxkit.kpi.conflicts import rule_of
from cxkit.kpi.model import OPINIONS, Guard, Kpi, KpiPlan, Reward, Rewards
from cxkit.kpi.words import found

FEWEST = 2
NEAR = frozenset({"each-contact", "daily", "weekly", "monthly"})
"""How often a recognition still feels tied to the gesture."""


def check_rewards(answer: Rewards, context: Context) -> list[Advice]:
    """Return the advice on rewards; an empty answer gets none."""
    guards = [guard for guard in answer.guards if not guard.is_blank()]
    written = [one for one in answer.rewards if one.what]
    if not written and not guards:
        return []
    plan = context.answers.get(KpiPlan.exercise)
    kpis = {kpi.id: kpi for kpi in plan.kpis} if isinstance(plan, KpiPlan) else {}
    return [
        *(advice for one in written for advice in _reward(one, answer, kpis, context)),
        *(advice for guard in guards for advice in _guard(guard, context)),
        *_together(written, context),
        *_all_guarded(written, answer, context),
    ]


def _reward(
    one: Reward, answer: Rewards, kpis: dict[str, Kpi], context: Context
) -> Iterator[Advice]:
    where, name = ("rewards", one.id), {"name": brief(one.what)}
    kpi = kpis.get(one.kpi)
    if not kpi and not context.label(one.behaviour):
        yield Advice("untied", "warning", (*where, "behaviour"), name)
    if not one.whom:
        yield Advice("whom-missing", "note", (*where, "whom"), name)
    ranking = found("ranking", f"{one.what} {one.how}", context)
    if ranking:
        yield Advice("ranking", "warning", (*where, "how"), {**name, "words": shown(ranking)})
    if kpi:
        yield from _measured(one, kpi, answer, context)


def _measured(one: Reward, kpi: Kpi, answer: Rewards, context: Context) -> Iterator[Advice]:
    where = ("rewards", one.id, "kpi")
    values = {"name": brief(one.what), "kpi": brief(kpi.name)}
    guard = answer.guard_of(kpi.id)
    if guard is None or not guard.is_whole():
        yield Advice("unguarded", "problem", where, values)
    rule = rule_of(kpi.name, context.written)
    if rule:
        told = {"why": rule.why.in_(context.lang), "better": rule.better.in_(context.lang)}
        yield Advice("rewards-harm", "warning", where, {**values, **told})
    if kpi.scale in OPINIONS and one.form == "money" and one.whom == "person":
        yield Advice("score-for-money", "problem", where, values)


def _guard(guard: Guard, context: Context) -> Iterator[Advice]:
    where = ("guards", guard.id)
    name = {"kpi": brief(context.label(guard.kpi)) or "…"}
    if not guard.is_whole():
        empty = next(f for f in ("gaming", "sign", "action") if not getattr(guard, f).strip())
        yield Advice("guard-half", "warning", (*where, empty), name)
    appeals = found("appeals", guard.action, context)
    if appeals:
        values = {**name, "words": shown(appeals)}
        yield Advice("guard-appeal", "warning", (*where, "action"), values)
    punished = found("punishing", guard.action, context)
    if punished:
        values = {**name, "words": shown(punished)}
        yield Advice("guard-punishes", "warning", (*where, "action"), values)
    if guard.watch and guard.watch == guard.kpi:
        yield Advice("guard-itself", "warning", (*where, "watch"), name)


def _together(written: list[Reward], context: Context) -> Iterator[Advice]:
    where = ("rewards",)
    honours = [one.honours for one in written if one.honours]
    if len(honours) >= FEWEST and set(honours) == {"result"}:
        yield Advice("only-results", "warning", where)
    if len(written) >= FEWEST and all(one.form == "money" for one in written):
        yield Advice("only-money", "note", where)
    if len(written) >= FEWEST and {one.whom for one in written} == {"person"}:
        yield Advice("only-persons", "note", where)
    if written and all(one.frequency in ("half-yearly", "yearly") for one in written):
        yield Advice("too-late", "warning", where)
    near = [
        one
        for one in written
        if one.honours == "behaviour" and one.frequency in NEAR and context.label(one.behaviour)
    ]
    if near:
        yield Advice("gesture-honoured", "good", where, {"name": brief(near[0].what)})
    behaviours = [one for one in context.of_kind("behaviour") if one.label]
    honoured = {one.behaviour for one in written}
    if behaviours and not honoured.intersection(one.id for one in behaviours):
        names = listed([one.label for one in behaviours], context.lang)
        yield Advice("behaviours-unrewarded", "warning", where, {"names": names})


def _all_guarded(written: list[Reward], answer: Rewards, context: Context) -> Iterator[Advice]:
    kpis = [kpi for kpi in context.of_kind("kpi") if kpi.label]
    bare = [kpi for kpi in kpis if answer.guard_of(kpi.id) is None]
    rewarded = {one.kpi for one in written}
    rest = [kpi for kpi in bare if kpi.id not in rewarded]
    if rest:
        values: dict[str, str | int] = {
            "names": listed([name_of(rest, kpi) for kpi in rest], context.lang),
            "count": len(rest),
        }
        yield Advice("guards-missing", "note", ("guards",), values)
    guards = [guard for kpi in kpis if (guard := answer.guard_of(kpi.id))]
    watched = any(guard.watch not in ("", guard.kpi) for guard in guards)
    if kpis and not bare and watched and all(guard.is_whole() for guard in guards):
        yield Advice("all-guarded", "good", ("guards",), {"count": len(kpis)})
