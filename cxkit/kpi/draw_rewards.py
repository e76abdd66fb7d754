"""What is recognised, and what keeps each measure honest."""

from dataclasses import dataclass

from cxkit.core.context import Context
from cxkit.core.phrases import Phrases, draw
from cxkit.core.picture import Picture
from cxkit.kpi.model import Guard, Reward, Rewards


@dataclass(frozen=True)
class Honour:
    """A recognition with the names of what it is tied to."""

    reward: Reward
    behaviour: str
    kpi: str
    guarded: bool


@dataclass(frozen=True)
class Shield:
    """A measure, what guards it, and whether something hangs on it."""

    kpi: str
    guard: Guard | None
    watch: str
    rewarded: bool


def draw_rewards(answer: Rewards, context: Context) -> Picture:
    """Draw the rewards as cards and the guards as a table, bare measures first of all."""
    say = Phrases(Rewards.exercise, context.lang)
    honours = [_honour(one, answer, context) for one in answer.rewards if one.what or one.how]
    shields = _shields(answer, context)
    whole = sum(bool(one.guard and one.guard.is_whole()) for one in shields)
    return draw(
        "rewards.html.j2",
        say,
        context,
        title=say("title"),
        description=say("describe", rewards=len(honours), kpis=len(shields), whole=whole),
        wide=True,
        honours=honours,
        shields=shields,
        empty=not honours and not any(one.guard for one in shields),
    )


def _honour(one: Reward, answer: Rewards, context: Context) -> Honour:
    guard = answer.guard_of(one.kpi)
    guarded = guard is not None and guard.is_whole()
    return Honour(one, context.label(one.behaviour), context.label(one.kpi), guarded)


def _shields(answer: Rewards, context: Context) -> list[Shield]:
    """Return all measures with their guards; rewarded ones first, bare before guarded."""
    rewarded = {one.kpi for one in answer.rewards if one.what}
    kpis = [item for item in context.of_kind("kpi") if item.label]
    shields = [
        Shield(
            item.label,
            guard := answer.guard_of(item.id),
            context.label(guard.watch) if guard else "",
            item.id in rewarded,
        )
        for item in kpis
    ]
    return sorted(shields, key=lambda one: (not one.rewarded, one.guard is not None))
