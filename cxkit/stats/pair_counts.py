"""How often two columns hold the same pair of values, counted where the data lie."""

from collections import Counter
from typing import Any

from cxkit.stats.engines import as_frame, known
from cxkit.stats.values import as_label


def count_pairs(
    frame: Any, pair: tuple[Any, ...], by: str | None = None
) -> dict[Any, Counter[tuple[Any, Any]]]:
    """Count pairs of values by group; one group, None, without a column for it.

    Parameters
    ----------
    frame : DataFrame, LazyFrame, relation or mapping
        Of any engine.
    pair : tuple of str
        Two columns.
    by : str, optional
        Column of the groups, which come in order of their names.

    Examples
    --------
    >>> count_pairs({"a": [1, 1, 2], "b": [5, 5, None]}, ("a", "b"))
    {None: Counter({(1, 5.0): 2, (2, None): 1})}
    """
    import narwhals as nw  # late: heavy

    columns = [*([by] if by else []), *pair]
    data = as_frame(frame)
    known(data.collect_schema().names(), columns)
    counted = data.select(*columns).group_by(*dict.fromkeys(columns)).agg(nw.len().alias("  n"))
    if isinstance(counted, nw.LazyFrame):
        counted = counted.collect()
    found: dict[Any, Counter[tuple[Any, Any]]] = {}
    for row in counted.rows():
        *labels, n = (as_label(value) for value in row)
        group = labels[0] if by else None
        found.setdefault(group, Counter())[(labels[-2], labels[-1])] += int(n)
    return {name: found[name] for name in sorted(found, key=str)}
