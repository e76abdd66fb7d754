"""The gate: what stops, what has to be put right, and that nothing softens it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.why import Readiness, gate_of
from cxkit.why.gate import ACTS, NEEDED
from cxkit.why.model import CONDITIONS
from tests.why.cases import conditions

ORDER = ("stop", "fix", "ready")
RATED = st.builds(
    lambda levels, proofs: {
        **dict(zip(CONDITIONS, levels, strict=True)),
        **{f"{name}_evidence": proof for name, proof in zip(CONDITIONS, proofs, strict=True)},
    },
    st.lists(st.integers(0, 4), min_size=7, max_size=7),
    st.lists(st.sampled_from(["", "Done on 3 May"]), min_size=7, max_size=7),
)


def outcome(**fields):
    return gate_of(Readiness(**fields)).outcome


def test_an_empty_answer_leaves_the_gate_open_for_decision():
    gate = gate_of(Readiness())
    assert (gate.outcome, gate.unrated) == ("open", CONDITIONS)


def test_all_conditions_met_and_proved_is_ready():
    assert outcome(**conditions(4)) == "ready"
    assert outcome(**conditions(4, **NEEDED)) == "ready"


@pytest.mark.parametrize("name", CONDITIONS)
def test_one_condition_below_its_minimum_closes_the_gate(name):
    gate = gate_of(Readiness(**conditions(4, **{name: NEEDED[name] - 1})))
    assert (gate.outcome, gate.failing) == ("fix", (name,))
    assert gate.reasons[0].key == "short"


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_condition_claimed_without_evidence_does_not_count(name):
    gate = gate_of(Readiness(**conditions(4, **{f"{name}_evidence": " \n"})))
    assert (gate.outcome, gate.failing) == ("fix", (name,))
    assert gate.reasons[0].key == "unproved"


@pytest.mark.parametrize("level", [0, 1])
def test_no_priority_stops_whatever_the_rest(level):
    gate = gate_of(Readiness(**conditions(4, priority=level)))
    assert gate.outcome == "stop"
    assert gate.reasons[0].key == "not-a-priority"
    assert outcome(priority=level) == "stop", "known before the rest is rated"


def test_commitment_in_words_only_stops():
    words = dict.fromkeys(ACTS, 1)
    gate = gate_of(Readiness(**conditions(4, **words)))
    assert [reason.key for reason in gate.reasons] == ["words-only"]
    assert gate.failing == ACTS
    assert outcome(**conditions(4, listening=1, improvement=1, silos=2)) == "fix"


@pytest.mark.parametrize("name", CONDITIONS)
def test_one_unrated_condition_never_opens_the_gate(name):
    assert outcome(**conditions(4, **{name: None})) == "open"


@given(RATED, st.sampled_from(CONDITIONS))
def test_more_fact_never_harms_and_less_never_helps(fields, name):
    before = ORDER.index(outcome(**fields))
    raised = {**fields, name: 4, f"{name}_evidence": "Done on 3 May"}
    assert ORDER.index(outcome(**raised)) >= before
    unproved = {**fields, f"{name}_evidence": ""}
    assert ORDER.index(outcome(**unproved)) <= before


@given(RATED)
def test_only_a_ready_gate_has_no_reasons(fields):
    gate = gate_of(Readiness(**fields))
    assert (gate.outcome == "ready") == (not gate.reasons)
