"""Measures that pull against the culture, recognised by the rules of ``conflicts.yaml``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from re import Pattern
from typing import Literal

from cxkit.core.answer import Item
from cxkit.core.context import Context
from cxkit.core.wording import Text, Words
from cxkit.kpi.model import Kpi, KpiPlan, Rewards
from cxkit.language import Lang
from cxkit.language.word_lists import compile_phrases, fold
from cxkit.language.yaml_files import read_own_yaml

RULES = Path(__file__).with_name("conflicts.yaml")
CULTURE = ("behaviour", "value", "principle")
"""What a measure can work against, in the order it is looked for."""


class Phrases(Words):
    """Words that recognise something, in both languages; see `compile_phrases`."""

    it: tuple[str, ...]
    en: tuple[str, ...]

    def occur_in(self, text: str, lang: Lang) -> bool:
        """Say whether any of them stands in `text`."""
        return bool(_pattern(self, lang).search(fold(text)))


@cache
def _pattern(phrases: Phrases, lang: Lang) -> Pattern[str]:
    return compile_phrases([*(phrases.it if lang == "it" else phrases.en)])


class Rule(Words):
    """One measure known to do harm: how to recognise it, what it hurts, what to use instead."""

    id: str
    names: Phrases
    hurts: Literal["lower", "higher", "any"]
    behaviours: Phrases
    kpis: Phrases
    why: Text
    better: Text


@dataclass(frozen=True)
class Conflict:
    """A measure of the plan and what it works against.

    `culture` are behaviours, principles and values; `kpis` other measures of the plan. Both may be
    empty: then the measure is known to do harm wherever it is used.
    """

    kpi: Kpi
    rule: Rule
    culture: tuple[Item, ...]
    kpis: tuple[Kpi, ...]
    guarded: bool

    @property
    def against(self) -> tuple[Item, ...]:
        """All it works against: other measures first."""
        return (*self.kpis, *self.culture)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, in the file's order.

    Examples
    --------
    >>> rules()[0].id
    'handling-time'
    """
    return tuple(Rule.model_validate(entry) for entry in read_own_yaml(RULES))


def rule_of(name: str, lang: Lang) -> Rule | None:
    """Return the rule that recognises a measure by its name.

    Examples
    --------
    >>> rule_of("Average handling time (seconds)", "en").id
    'handling-time'
    >>> rule_of("People who know how far it is", "en") is None
    True
    """
    return next((rule for rule in rules() if rule.names.occur_in(name, lang)), None)


def direction(kpi: Kpi) -> Literal["", "higher", "lower"]:
    """Return which way a measure is meant to go, from `better` or from baseline and target."""
    if kpi.better or kpi.baseline is None or kpi.target is None or kpi.target == kpi.baseline:
        return kpi.better
    return "higher" if kpi.target > kpi.baseline else "lower"


def conflicts_of(plan: KpiPlan, context: Context) -> list[Conflict]:
    """Return the conflicts of a plan, in its order.

    Parameters
    ----------
    plan : KpiPlan
        The measures.
    context : Context
        Its behaviours, principles and values are what the measures may work against; its
        ``rewards`` tell which measure somebody guards.
    """
    return [found for kpi in plan.kpis if (found := _conflict(kpi, plan, context))]


def _conflict(kpi: Kpi, plan: KpiPlan, context: Context) -> Conflict | None:
    rule = rule_of(kpi.name, context.written)
    if rule is None or (direction(kpi) or rule.hurts) != rule.hurts != "any":
        return None
    return Conflict(
        kpi,
        rule,
        _opposed(kpi, rule, context),
        tuple(
            other
            for other in plan.kpis
            if other.id != kpi.id and rule.kpis.occur_in(other.name, context.written)
        ),
        _is_guarded(kpi, context),
    )


def _opposed(kpi: Kpi, rule: Rule, context: Context) -> tuple[Item, ...]:
    """Return what it works against: linked behaviours, or else any part of the culture."""
    linked = [context.items[one] for one in kpi.behaviours if one in context.items]
    for items in (linked, *(context.of_kind(kind) for kind in CULTURE)):
        if found := tuple(_recognised(items, rule, context.written)):
            return found
    return ()


def _recognised(items: Sequence[Item], rule: Rule, lang: Lang) -> Iterable[Item]:
    # What people want to stop is not hurt by a measure.
    wanted = (item for item in items if getattr(item, "change", "") != "stop")
    return (item for item in wanted if rule.behaviours.occur_in(item.label, lang))


def _is_guarded(kpi: Kpi, context: Context) -> bool:
    rewards = context.answers.get(Rewards.exercise)
    guard = rewards.guard_of(kpi.id) if isinstance(rewards, Rewards) else None
    return guard is not None and guard.is_whole()
