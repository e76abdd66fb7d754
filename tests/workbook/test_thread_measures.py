"""What figures say to the thread: the same as the cycle's own reading, and nothing by chance."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.context import Context
from cxkit.cycle import Gap, Malma
from cxkit.cycle.gaps import read_gap
from cxkit.kpi import Kpi, KpiPlan
from cxkit.waves import Wave, Waves
from cxkit.workbook.thread import Web
from cxkit.workbook.thread_measures import gap_calls, measures_that_fell

FIGURES = st.none() | st.integers(-100, 100) | st.floats(-100, 100).map(lambda x: round(x, 1))
MARGINS = st.none() | st.floats(0, 30).map(lambda x: round(x, 1))
BASES = st.none() | st.integers(0, 300)
WAYS = st.sampled_from(["", "higher", "lower"])


def web(*answers: Any) -> Web:
    """Return what the rules see of some answers."""
    return Web(Context.of(*answers))


@given(
    st.builds(
        Gap, id=st.just("g"), name=st.just("A gap"), kpi=st.sampled_from(["", "k"]), better=WAYS,
        before=FIGURES, now=FIGURES, target=FIGURES, margin_before=MARGINS, margin_now=MARGINS,
        base_before=BASES, base_now=BASES,
    ),
    st.builds(Kpi, id=st.just("k"), name=st.just("A measure"), better=WAYS, target=FIGURES),
)  # fmt: skip
def test_the_thread_and_the_cycle_agree_which_gaps_call(gap: Gap, kpi: Kpi) -> None:
    seen = web(Malma(gaps=(gap,)), KpiPlan(kpis=(kpi,)))
    assert gap_calls(seen, gap) == read_gap(gap, seen.context).calls


WORSE = {"before": 60, "now": 40, "better": "higher", "margin_before": 5, "margin_now": 5,
         "base_before": 200, "base_now": 200}  # fmt: skip


@pytest.mark.parametrize(
    "unknown",
    [{"margin_now": None}, {"margin_before": None}, {"base_now": None}, {"base_before": 29},
     {"better": ""}, {"now": None}, {"now": 55}],
    ids=str,
)  # fmt: skip
def test_a_gap_of_which_too_little_is_known_calls_for_nothing(unknown: dict[str, Any]) -> None:
    whole, part = Gap(**WORSE), Gap(**{**WORSE, **unknown})
    seen = web(Malma(gaps=(whole, part)))
    assert gap_calls(seen, whole)
    assert not gap_calls(seen, part)


def fallen(**change: Any) -> list[str]:
    """Return the measures that fell, after a change to the later of two waves."""
    same = {"kpi": "k", "figure": "share", "method": "phone", "margin": 4, "n": 300}
    waves = [
        Wave(**same, name="Spring", day="2026-04-01", value=70),
        Wave(**{**same, "name": "Autumn", "day": "2026-10-01", "value": 55, **change}),
    ]
    kpi = Kpi(id="k", name="In time", better="higher")
    return [item.id for item in measures_that_fell(web(Waves(waves=waves), KpiPlan(kpis=(kpi,))))]


def test_a_measure_that_fell_beyond_chance_is_seen() -> None:
    assert fallen() == ["k"]


@pytest.mark.parametrize(
    "change",
    [{"value": 80}, {"value": 67}, {"margin": None}, {"n": 29}, {"n": None}, {"method": "web"},
     {"changed": ["wording"]}, {"kpi": ""}, {"day": "2026-01-01"}, {"value": None}],
    ids=str,
)  # fmt: skip
def test_what_may_be_chance_or_cannot_be_compared_is_no_fall(change: dict[str, Any]) -> None:
    assert fallen(**change) == []
