"""From what people typed to counted answers: sheets, single answers, and what cannot be read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from cxkit.language.word_lists import fold
from cxkit.listening.model import KanoAnswer, Needs
from cxkit.stats.kano_table import REPLIES, Reply, Tally, tally

Pair = tuple[Reply, Reply]
_PAIR = re.compile(r"([1-5])[-/:.]?([1-5])")


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheets of one requirement: pairs of answers, and what is not one."""

    pairs: tuple[Pair, ...]
    unreadable: tuple[str, ...]


def read_pairs(text: str) -> Sheet:
    """Read pairs of digits from 1 (like) to 5 (dislike): present first, then missing.

    Examples
    --------
    >>> sheet = read_pairs("25, 1/5 9 77")
    >>> sheet.pairs, sheet.unreadable
    ((('must-be', 'dislike'), ('like', 'dislike')), ('9', '77'))
    """
    pairs: list[Pair] = []
    unreadable: list[str] = []
    for token in re.split(r"[\s,;|]+", text.strip()):
        match = _PAIR.fullmatch(token)
        if match:
            pairs.append((REPLIES[int(match[1]) - 1], REPLIES[int(match[2]) - 1]))
        elif token:
            unreadable.append(token)
    return Sheet(tuple(pairs), tuple(unreadable))


def is_complete(answer: KanoAnswer) -> bool:
    """Say whether an answer can be counted: it has a requirement and both replies."""
    return bool(answer.requirement and answer.functional and answer.dysfunctional)


def single_answers(needs: Needs) -> tuple[list[KanoAnswer], list[KanoAnswer]]:
    """Return the answers to count, and those that repeat a person on the same requirement.

    Of somebody's answers to the same requirement the last one counts; nameless people are
    different people.
    """
    kept: dict[tuple[str, str], KanoAnswer] = {}
    repeated: list[KanoAnswer] = []
    for one in filter(is_complete, needs.answers):
        who = (fold(one.respondent) or one.id, one.requirement)
        if who in kept:
            repeated.append(kept.pop(who))
        kept[who] = one
    return list(kept.values()), repeated


def tallies(needs: Needs) -> Mapping[str, Tally]:
    """Count the answers to each requirement, by its id; zero answers for those nobody answered."""
    pairs: dict[str, list[Pair]] = {one.id: [] for one in needs.requirements}
    for sheet in needs.sheets:
        pairs.get(sheet.requirement, []).extend(read_pairs(sheet.pairs).pairs)
    for one in single_answers(needs)[0]:
        pair = cast(Pair, (one.functional, one.dysfunctional))
        pairs.get(one.requirement, []).append(pair)
    return {item_id: tally(found) for item_id, found in pairs.items()}
