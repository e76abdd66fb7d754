"""Uploaded pictures are what they say they are."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxkit.core.images import IMAGE_MAX_BYTES, check_image

STARTS = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/webp": b"RIFF\x00\x00\x00\x00WEBP",
}


def address(media_type: str, data: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize("media_type", STARTS)
def test_a_picture_is_taken_as_it_is(media_type: str) -> None:
    value = address(media_type, STARTS[media_type] + b"rest")
    assert check_image(value) == value


@pytest.mark.parametrize(
    "value",
    [
        address("image/svg+xml", b"<svg onload=alert(1)>"),
        address("text/html", b"<script>"),
        "https://elsewhere.example/a.png",
        "javascript:alert(1)",
        "data:image/png," + base64.b64encode(STARTS["image/png"]).decode(),
        "data:image/png;charset=x;base64,AAAA",
    ],
)
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="image-type"):
        check_image(value)


@pytest.mark.parametrize("named", STARTS)
@pytest.mark.parametrize("real", STARTS)
def test_bytes_must_be_of_the_named_type(named: str, real: str) -> None:
    value = address(named, STARTS[real] + b"rest")
    if named == real:
        assert check_image(value)
    else:
        with pytest.raises(ValueError, match="image-damaged"):
            check_image(value)


def test_broken_base64_is_refused() -> None:
    with pytest.raises(ValueError, match="image-damaged"):
        check_image("data:image/png;base64,***")


def test_a_picture_at_the_limit_fits_and_one_byte_more_does_not() -> None:
    start = STARTS["image/png"]
    assert check_image(address("image/png", start.ljust(IMAGE_MAX_BYTES, b"x")))
    with pytest.raises(ValueError, match="image-size"):
        check_image(address("image/png", start.ljust(IMAGE_MAX_BYTES + 1, b"x")))


@given(st.text(max_size=80))
def test_any_text_is_taken_unchanged_or_refused_by_a_known_key(text: str) -> None:
    try:
        said = check_image(text)
    except ValueError as error:
        said = str(error)
    assert said in {text, "image-type", "image-damaged", "image-size"}
