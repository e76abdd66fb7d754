"""Whoever guesses PINs, passwords and codes waits; whose they are does not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

import pytest

from tests.classroom.people import come, enter, join
from tests.classroom.serving import Serving


def test_guessing_a_pin_is_slowed_down_by_name(school: Serving) -> None:
    enter(school, "Elisa", "8052")
    for guess in range(5):
        assert join(come(school), "elisa", f"70{guess}3").status == HTTPStatus.FORBIDDEN
    late = join(come(school), "ELISA", "8052")
    assert late.status == HTTPStatus.TOO_MANY_REQUESTS
    assert "Wait" in late.text
    assert join(come(school), "Franco").status == HTTPStatus.OK


def test_guesses_sent_all_at_once_are_counted_like_others(school: Serving) -> None:
    enter(school, "Piero", "8052")
    guessers = [come(school) for _ in range(24)]

    def guess(number: int) -> int:
        return join(guessers[number], "Piero", f"{3000 + number * 7}").status

    with ThreadPoolExecutor(len(guessers)) as pool:
        statuses = list(pool.map(guess, range(len(guessers))))
    assert statuses.count(HTTPStatus.FORBIDDEN) == 5
    assert statuses.count(HTTPStatus.TOO_MANY_REQUESTS) == 19


def test_a_strangers_guesses_do_not_lock_out_a_known_browser(school: Serving) -> None:
    laptop = enter(school, "Quinta", "8052")
    for guess in range(6):
        join(come(school), "Quinta", f"70{guess}3")
    assert join(come(school), "Quinta", "8052").status == HTTPStatus.TOO_MANY_REQUESTS
    del laptop.cookies[f"cxkit-{school.port}"]
    assert join(laptop, "Quinta", "8052").status == HTTPStatus.SEE_OTHER
    del laptop.cookies[f"cxkit-{school.port}"]
    for guess in range(5):
        assert join(laptop, "Quinta", f"70{guess}3").status == HTTPStatus.FORBIDDEN
    assert join(laptop, "Quinta", "8052").status == HTTPStatus.TOO_MANY_REQUESTS


def test_another_persons_browser_is_no_known_one(school: Serving) -> None:
    enter(school, "Rita", "8052")
    mate = enter(school, "Sandro", "8052")
    for guess in range(5):
        join(mate, "Rita", f"70{guess}3")
    assert join(mate, "Rita", "8052").status == HTTPStatus.TOO_MANY_REQUESTS


def test_a_stranger_does_not_lock_the_instructor_out(school: Serving) -> None:
    for guess in range(12):
        stranger = come(school, "/teach")
        refused = stranger.post("/teach", {"password": f"guess {guess}"})
        assert refused.status == HTTPStatus.FORBIDDEN
    assert come(school, "/teach").post("/teach", {"password": school.password}).status == (
        HTTPStatus.SEE_OTHER
    )


@pytest.mark.parametrize("door", ["/join", "/teach", "/resume/xxxxxxxxxxxxxxxxxxxxxxxx"])
def test_nobody_is_signed_in_from_another_site(school: Serving, door: str) -> None:
    client = come(school, "/join")
    fields = {"code": school.code, "name": "Tea", "pin": "2706", "password": school.password}
    answer = client.post(door, fields, Origin="http://evil.test")
    assert answer.status == HTTPStatus.FORBIDDEN
    assert not any(cookie.startswith("cxkit-") for cookie in answer.cookies)
