"""Kano's method on answers: from a frame or pairs to categories, Better and Worse."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from cxkit.language import mark as _
from cxkit.language.word_lists import bare
from cxkit.stats.draw_lines import draw_kano
from cxkit.stats.kano_table import (
    LEAST_SHOWN,
    LEAST_TESTED,
    RANK,
    REPLIES,
    Category,
    Reply,
    Share,
    Tally,
    classify,
)
from cxkit.stats.values import NO_ANSWER, as_codes, as_label
from cxkit.stats.words import Note, refusal

if TYPE_CHECKING:
    import pandas as pd

Pair = tuple[Any, Any]

SPOKEN: dict[str, Reply] = {
    "mi piace": "like", "mi piacerebbe": "like", "i like it": "like",
    "e il minimo": "must-be", "deve essere cosi": "must-be", "me lo aspetto": "must-be",
    "it must be so": "must-be", "must be": "must-be", "i expect it": "must-be",
    "mi e indifferente": "neutral", "indifferente": "neutral", "i am neutral": "neutral",
    "lo sopporto": "live-with", "posso sopportarlo": "live-with", "lo accetto": "live-with",
    "i can live with it": "live-with", "live with": "live-with",
    "non mi piace": "dislike", "non mi piacerebbe": "dislike", "i dislike it": "dislike",
}  # fmt: skip
"""Usual wordings of the five replies, without accents and capitals."""


@dataclass(frozen=True)
class Kano:
    """What the answers make of one requirement.

    Parameters
    ----------
    requirement : str
        Its name; empty for bare pairs.
    category : {"M", "O", "A", "I", "R", "Q"} or None
        Must-be, one-dimensional, attractive, indifferent, reverse, questionable: the most
        frequent, ties broken in this order; None below five answers.
    tied : bool
        Whether another category was as frequent.
    clear : bool or None
        Whether it stands out from the second by Fong's test; None below thirty answers.
    n, missing, unreadable : int
        Complete pairs; pairs with a reply missing; pairs with one that is none of the five.
    counts : mapping of category to n
        All six.
    base : int
        Pairs that Better and Worse stand on: neither reverse nor questionable.
    better, better_low, better_high : float or None
        (A + O) / (A + O + M + I), from 0 to 1, with its 95% Wilson interval.
    worse, worse_low, worse_high : float or None
        −(O + M) / (A + O + M + I), from −1 to 0, with its interval.
    category_strength, total_strength : float or None
        Share of the category minus that of the second; share of M, O and A.
    warnings : tuple of Note
        What a reader should know.
    """

    requirement: str
    category: Category | None
    tied: bool
    clear: bool | None
    n: int
    missing: int
    unreadable: int
    counts: Mapping[Category, int]
    base: int
    better: float | None
    better_low: float | None
    better_high: float | None
    worse: float | None
    worse_low: float | None
    worse_high: float | None
    category_strength: float | None
    total_strength: float | None
    warnings: tuple[Note, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data, for JSON."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {**plain, "counts": dict(self.counts),
                "warnings": [note.to_dict() for note in self.warnings]}  # fmt: skip

    def _repr_html_(self) -> str:
        return draw_kano([self]).html


@dataclass(frozen=True)
class KanoTable(Mapping[str, Kano]):
    """The results of several requirements, by name."""

    results: tuple[Kano, ...]

    def __getitem__(self, requirement: str) -> Kano:
        for one in self.results:
            if one.requirement == requirement:
                return one
        raise KeyError(requirement)

    def __iter__(self) -> Iterator[str]:
        return (one.requirement for one in self.results)

    def __len__(self) -> int:
        return len(self.results)

    def to_frame(self) -> "pd.DataFrame":
        """Return the results as a pandas frame, one row for each requirement."""
        import pandas as pd  # late: heavy

        names = [name for name in Kano.__dataclass_fields__ if name not in ("counts", "warnings")]
        rows = [{**{name: getattr(one, name) for name in names}, **one.counts}
                for one in self.results]  # fmt: skip
        return pd.DataFrame(rows, columns=[*names, *RANK])

    def to_dict(self) -> dict[str, Any]:
        """Return the results as plain data, for JSON."""
        return {one.requirement: one.to_dict() for one in self.results}

    def _repr_html_(self) -> str:
        return draw_kano(self.results).html


def kano(
    data: Any,
    *,
    requirement: str | None = None,
    columns: Pair | Mapping[str, Pair] | None = None,
    codes: Mapping[Any, Reply] | None = None,
    missing: Any = (),
) -> Kano | KanoTable:
    """Classify requirements by how people feel when a thing is there and when it is missing.

    Parameters
    ----------
    data : iterable of pairs, or DataFrame of any engine, or mapping of columns
        Pairs of replies (there, missing) to one requirement; or a table: long, with one row for
        each person and requirement, or wide, with two columns for each requirement.
    requirement : str, optional
        Column that names the requirement, in a long table; ``"requirement"`` where there is one.
    columns : pair of str, or mapping of requirement to pair of str, optional
        Columns of the two replies (by default ``"functional"`` and ``"dysfunctional"``); the
        mapping is for a wide table.
    codes : mapping of object to reply, optional
        What stands for ``"like"``, ``"must-be"``, ``"neutral"``, ``"live-with"``, ``"dislike"``.
        Without it 1 to 5 stand for them in this order, and their usual wordings are known.
    missing : object or collection
        Codes that stand for no answer.

    Returns
    -------
    Kano or KanoTable
        One result for pairs, and for a table without requirements; else one for each requirement.

    Raises
    ------
    ValueError
        When a column is not there, or `codes` names something that is no reply.

    Notes
    -----
    N. Kano et al., "Attractive quality and must-be quality", *Hinshitsu* 14 (1984) 2, 39–48; Better
    and Worse, and strengths, as in C. Berger et al., *Center for Quality of Management Journal* 2
    (1993) 4; D. Fong, the same journal 5 (1996) 3, 21–24. Codes that are no reply are counted apart
    and named in a warning.

    Examples
    --------
    >>> found = kano([(2, 5)] * 24 + [(1, 5)] * 8 + [(1, None)])
    >>> found.category, found.clear, round(found.better, 2), found.worse, found.missing
    ('M', True, 0.25, -1.0, 1)
    """
    _check_codes(codes)
    reader = _Reader(codes, as_codes(missing))
    if isinstance(data, Iterator | list | tuple | set):
        return _result("", Counter((one[0], one[1]) for one in data), reader)
    from cxkit.stats.pair_counts import count_pairs  # late: heavy
    from cxkit.stats.rows import column_names  # late: heavy

    there = column_names(data)
    if isinstance(columns, Mapping):
        return KanoTable(tuple(
            _result(name, count_pairs(data, tuple(pair))[None], reader)
            for name, pair in columns.items()
        ))  # fmt: skip
    pair = tuple(columns or ("functional", "dysfunctional"))
    by = requirement or ("requirement" if "requirement" in there else None)
    counted = count_pairs(data, pair, by)
    if by is None:
        return _result("", counted.get(None, Counter()), reader)
    return KanoTable(tuple(_result(str(name), pairs, reader) for name, pairs in counted.items()
                           if name is not None))  # fmt: skip


def _check_codes(codes: Mapping[Any, Reply] | None) -> None:
    for reply in (codes or {}).values():
        if reply not in REPLIES:
            raise refusal(_("“{value}” is no reply; there are: {known}."),
                          value=str(reply), known=", ".join(REPLIES))  # fmt: skip


class _Reader:
    """Reads what was written down as one of the five replies."""

    def __init__(self, codes: Mapping[Any, Reply] | None, missing: tuple[Any, ...]) -> None:
        self._codes = codes
        self._missing = missing

    def read(self, value: Any) -> Reply | None:
        """Return the reply; None when it is missing; raise LookupError when it is none."""
        value = as_label(value)
        if value is None or value in self._missing or str(value).strip().lower() in NO_ANSWER:
            return None
        if self._codes is not None:
            return self._codes[value]
        if value in REPLIES:
            return cast(Reply, value)
        text = str(value).strip().removesuffix(".0")
        if text in ("1", "2", "3", "4", "5"):
            return REPLIES[int(text) - 1]
        return SPOKEN[bare(text)]


def _result(name: str, pairs: Mapping[Pair, int], reader: _Reader) -> Kano:
    counts: Counter[Category] = Counter()
    missing = unreadable = 0
    strange: list[str] = []
    for (there, gone), n in pairs.items():
        replies: list[Reply | None] = []
        for value in (there, gone):
            try:
                replies.append(reader.read(value))
            except LookupError:
                strange.append(str(value))
        if len(replies) < 2:
            unreadable += n
        elif replies[0] is None or replies[1] is None:
            missing += n
        else:
            counts[classify(replies[0], replies[1])] += n
    tally = Tally(tuple(counts[one] for one in RANK))
    return Kano(
        name, tally.category, tally.tied, tally.clear, tally.n, missing, unreadable,
        {one: counts[one] for one in RANK}, tally.base, **_figures(tally),
        warnings=tuple(_notes(tally, unreadable, strange)),
    )  # fmt: skip


def _figures(tally: Tally) -> dict[str, Any]:
    """Return Better and Worse with their intervals, and the strengths; none below five answers."""
    enough = tally.n >= LEAST_SHOWN
    return {
        **_three("better", tally.better if enough else None, 1),
        **_three("worse", tally.worse if enough else None, -1),
        "category_strength": tally.category_strength if enough else None,
        "total_strength": tally.total_strength if enough else None,
    }


def _three(name: str, share: Share | None, sign: int) -> dict[str, float | None]:
    if share is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    # Adding zero makes a plain zero of minus zero.
    low, high = sorted((sign * share.low + 0.0, sign * share.high + 0.0))
    return {name: sign * share.value + 0.0, f"{name}_low": low, f"{name}_high": high}


def _notes(tally: Tally, unreadable: int, strange: Iterable[str]) -> Iterator[Note]:
    n = tally.n
    if unreadable:
        seen = sorted(set(strange))
        yield Note("kano-unreadable", {"n": unreadable, "seen": ", ".join(seen[:6])})
    if n < LEAST_SHOWN:
        yield Note("kano-none", {"n": n, "least": LEAST_SHOWN})
    elif n < LEAST_TESTED:
        yield Note("kano-few", {"n": n, "least": LEAST_TESTED})
    elif not tally.clear:
        yield Note("kano-unclear", {"n": n})
    if n and tally["Q"] > n / 10:
        yield Note("kano-contradictions", {"n": tally["Q"]})
