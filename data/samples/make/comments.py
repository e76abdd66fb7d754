"""Comments put together by chance: an opening, what happened, sometimes a closing."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
from chance import Chance
from phrases import CLOSINGS, FOCUS, OPENINGS, SHORT, SLOTS, TOPICS

TALKING = 0.36
PARTS = ("talk", "kind", "topic", "sentence", "open", "close", "slot")


def comments(frame: pd.DataFrame, theme: str, chance: Chance) -> list[str | None]:
    """Return one comment for each interview; None where nobody added anything."""
    n = len(frame)
    dice = pd.DataFrame({part: chance.uniform(f"comment {part}", n) for part in PARTS})
    rows = zip(frame.to_dict("records"), dice.itertuples(index=False), strict=True)
    return [_comment(one, theme, die) if die.talk < TALKING else None for one, die in rows]


def _comment(one: dict[str, object], theme: str, die: Any) -> str:
    if die.kind < 0.10:
        return _one_of(SHORT, die.sentence)
    if die.kind < 0.22:
        text, mood = _one_of(FOCUS[theme], die.sentence), ""
    else:
        text, mood = _about(one, die)
    opening = _one_of(OPENINGS, die.open)
    closing = _one_of(CLOSINGS[mood], die.close) if mood else ""
    return _spoken(f"{opening}{text} {closing}", die.slot)


def _about(one: dict[str, object], die: Any) -> tuple[str, str]:
    """Choose a topic by chance, and the side of it that fits the score given to it."""
    topic = _one_of(tuple(TOPICS), die.topic)
    score = one.get(topic, one["soddisfazione"])
    if pd.isna(score) or score > 10:
        score = one["soddisfazione"]
    good = score >= 8 or (score == 7 and die.kind > 0.6)
    return _one_of(TOPICS[topic][good], die.sentence), "good" if good else "bad"


def _one_of(options: tuple[str, ...], u: float) -> str:
    return options[int(u * len(options))]


def _spoken(text: str, u: float) -> str:
    """Fill the slots and write capitals where sentences begin."""
    filled = re.sub(r"\{(\w+)\}", lambda slot: _one_of(SLOTS[slot[1]], (u * 7.3) % 1), text).strip()
    return re.sub(r"(^|[.!?] )(\w)", lambda start: start[1] + start[2].upper(), filled)
