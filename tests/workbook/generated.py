"""Values for property tests: anything JSON can hold, and answers that are nearly right."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-5, 300)
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["x" * 5000, "2026-03-01", "i1", "p1", "start", "\ud800", "<script>"])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=10,
)

BEHAVIOUR = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["i1", "i2", "i3", "bad id"]) | ANYTHING,
        "principle": st.sampled_from(["", "p1"]) | ANYTHING,
        "role": st.text(max_size=20) | ANYTHING,
        "change": st.sampled_from(["", "start", "stop"]) | ANYTHING,
        "text": st.text(max_size=20) | ANYTHING,
        "colour": ANYTHING,
    },
)
# What a broken or hostile form could send for ``vision-to-behaviours``.
SENT: st.SearchStrategy[Any] = ANYTHING | st.fixed_dictionaries(
    {},
    optional={"behaviours": st.lists(BEHAVIOUR | ANYTHING, max_size=5), "colour": ANYTHING},
)

_GOOD = st.fixed_dictionaries(
    {
        "principle": st.sampled_from(["", "p1"]),
        "role": st.sampled_from(["", "Cashier"]),
        "change": st.sampled_from(["", "start", "keep", "stop"]),
        "text": st.sampled_from(["", "Greets by name", "Calls back"]),
        "evidence": st.just(""),
    }
)


@st.composite
def stored(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a valid stored answer to ``vision-to-behaviours``."""
    ids = draw(st.lists(st.sampled_from(["i1", "i2", "i3", "i4"]), unique=True))
    return {"behaviours": [{"id": i, **draw(_GOOD)} for i in ids]}
