"""The waiting list: first come, first served, and nobody waits behind somebody who has left."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxkit.classroom.kernels.places import WaitingList


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_who_comes_first_is_served_first() -> None:
    waiting = WaitingList()
    assert [waiting.ask(name, free=0) for name in "abc"] == [0, 1, 2]
    assert [waiting.ask(name, free=1) for name in "cba"] == [2, 1, None]
    assert [waiting.ask(name, free=1) for name in "cb"] == [1, None]


def test_who_stops_asking_is_forgotten() -> None:
    clock = Clock()
    waiting = WaitingList(patience=20, clock=clock)
    waiting.ask("a", free=0)
    clock.now = 15
    assert waiting.ask("b", free=0) == 1
    clock.now = 21
    assert waiting.ask("b", free=1) is None
    assert len(waiting) == 0


def test_who_asks_again_keeps_the_turn() -> None:
    clock = Clock()
    waiting = WaitingList(patience=20, clock=clock)
    for seconds in range(0, 100, 5):
        clock.now = seconds
        assert (waiting.ask("a", free=0), waiting.ask("b", free=0)) == (0, 1)


@given(st.lists(st.sampled_from("abcde"), max_size=40), st.integers(0, 4))
def test_no_more_are_let_in_than_there_are_places(asking: list[str], places: int) -> None:
    waiting, inside = WaitingList(clock=lambda: 0.0), set()
    for name in asking:
        if name not in inside and waiting.ask(name, free=places - len(inside)) is None:
            inside.add(name)
        assert len(inside) <= places
    assert len(waiting) == len(set(asking) - inside)
