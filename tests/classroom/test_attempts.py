"""Tries are counted by key, forgotten with time, and cost no memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxkit.classroom.attempts import Attempts, Doorkeeper


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_full_bucket_waits_and_empties_with_time() -> None:
    clock = Clock()
    tries = Attempts(size=3, seconds=10, clock=clock)
    for _ in range(3):
        assert tries.wait("anna") == 0
        tries.failed("anna")
    assert tries.wait("anna") == 10
    clock.now = 10
    assert tries.wait("anna") == 0
    tries.failed("anna")
    assert tries.wait("anna") == 10
    tries.succeeded("anna")
    assert tries.wait("anna") == 0


def test_one_key_does_not_stop_another() -> None:
    tries = Attempts(size=1, seconds=60, clock=Clock())
    tries.failed("anna")
    assert tries.wait("anna") > 0
    assert tries.wait("bea") == 0


def test_made_up_names_cost_no_memory() -> None:
    tries = Attempts(size=1, seconds=60, clock=Clock(), keys=10)
    for number in range(1000):
        tries.failed(f"name {number}")
    assert len(tries._empty_at) == 10


@given(st.lists(st.floats(0, 100), max_size=60), st.integers(1, 6), st.floats(1, 30))
def test_no_more_tries_than_the_bucket_and_what_time_gives_back(
    pauses: list[float], size: int, seconds: float
) -> None:
    clock = Clock()
    tries = Attempts(size=size, seconds=seconds, clock=clock)
    let_pass = 0
    for pause in pauses:
        clock.now += pause
        if tries.wait("x") <= 0:
            tries.failed("x")
            let_pass += 1
    assert let_pass <= size + clock.now / seconds + 1e-6


def test_a_try_that_was_right_costs_nothing() -> None:
    keeper = Doorkeeper(clock=Clock())
    for _ in range(1000):
        keeper.tries("10.0.0.7", "anna")
        keeper.was_right("10.0.0.7", "anna")
    assert keeper.seconds("10.0.0.7", "anna") == 0


def test_a_year_of_guessing_does_not_try_all_pins_of_four_digits() -> None:
    clock = Clock()
    keeper = Doorkeeper(clock=clock)
    guesses = 0
    while clock.now < 365 * 24 * 3600:
        clock.now += keeper.seconds("10.0.0.7", "anna")
        keeper.tries("10.0.0.7", "anna")
        guesses += 1
    assert guesses < 9_000


def test_guesses_at_one_name_do_not_stop_another() -> None:
    keeper = Doorkeeper(clock=Clock())
    for _ in range(50):
        keeper.tries("10.0.0.7", "anna")
    assert keeper.seconds("10.0.0.8", "anna") > 0
    assert keeper.seconds("10.0.0.8", "bea") == 0
