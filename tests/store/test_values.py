"""What may be stored comes back as it was; what may not is refused and leaves the old value."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxkit.store import RefusedValue, Store, ValueTooLarge, WorkbookInfo

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def memory() -> Iterator[Store]:
    with Store.create_or_upgrade("sqlite://") as store:
        yield store


@settings(max_examples=60, deadline=None)
@given(value=st.dictionaries(TEXT, JSON, max_size=5))
def test_a_value_comes_back_as_it_was(memory: Store, value: dict[str, object]) -> None:
    made = memory.create_workbook("Round trip", "it")
    assert memory.save(made.id, "profile", value, expected_revision=0).value == value
    stored = memory.answer(made.id, "profile")
    assert stored is not None
    assert stored.value == value
    assert list(stored.value) == list(value)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>{{7*7}}",
        "👩‍👩‍👧‍👦 🇮🇹 perché — «così»",
        "\u202eright\u202c שלום مرحبا \u200f",
        "a\x00b\x1f\r\n\t ",
        "parola " * 30_000,
        "é" * 200_000,
        "\ufeff at the start",
    ],
    ids=["hostile", "emoji", "rtl", "control", "200 kB", "400 kB", "byte order mark"],
)
def test_text_of_any_kind_comes_back(store: Store, bank: WorkbookInfo, text: str) -> None:
    store.save(bank.id, "profile", {text[:9]: [text]}, expected_revision=0)
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert stored.value == {text[:9]: [text]}


def test_half_an_emoji_is_replaced_and_the_receipt_says_so(
    store: Store, bank: WorkbookInfo
) -> None:
    saved = store.save(
        bank.id, "profile", {"a": "x\ud83d", "b": "\ud83d\ude00"}, expected_revision=0
    )
    assert saved.value == {"a": "x�", "b": "😀"}
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert stored.value == saved.value


def _nested(depth: int) -> dict[str, object]:
    value: dict[str, object] = {}
    for _ in range(depth):
        value = {"in": [value]}
    return value


def _cycle() -> dict[str, object]:
    value: dict[str, object] = {}
    value["self"] = value
    return value


@pytest.mark.parametrize(
    "value",
    [
        {"x": float("nan")},
        {"x": [float("inf")]},
        {"x": -float("inf")},
        {"x": b"bytes"},
        {"x": {1, 2}},
        {"x": object()},
        {("a", "b"): 1},
        {"x": 10**5000},
        _nested(100),
        _nested(100_000),
        _cycle(),
        ["a list"],
        "text",
        None,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_json_cannot_hold_is_refused(store: Store, bank: WorkbookInfo, value: object) -> None:
    store.save(bank.id, "profile", {"company": "Acme"}, expected_revision=0)
    with pytest.raises(RefusedValue):
        store.save(bank.id, "profile", value, expected_revision=1)  # type: ignore[arg-type]
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert stored.value == {"company": "Acme"}


def test_the_size_limit_is_four_megabytes_of_utf8(store: Store, bank: WorkbookInfo) -> None:
    frame = len('{"x":""}')
    fits = {"x": "è" * ((4_000_000 - frame) // 2)}
    assert store.save(bank.id, "profile", fits, expected_revision=0).revision == 1
    with pytest.raises(ValueTooLarge) as caught:
        store.save(bank.id, "profile", {"x": fits["x"] + "è"}, expected_revision=1)
    assert "4001 kB e il limite è 4000 kB" in caught.value.message("it")
    assert "4001 kB and the limit is 4000 kB" in caught.value.message("en")


def test_a_deeply_nested_value_that_is_allowed_can_be_read(
    store: Store, bank: WorkbookInfo
) -> None:
    value = _nested(29)
    store.save(bank.id, "profile", value, expected_revision=0)
    stored = store.answer(bank.id, "profile")
    assert stored is not None
    assert stored.value == value
