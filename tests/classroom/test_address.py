"""Public addresses, and whose word counts about where a request comes from."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from cxkit.classroom.address import AddressError, client_address, public_address


@pytest.mark.parametrize(
    ("text", "url", "base"),
    [
        ("https://cx.example.org", "https://cx.example.org/", "/"),
        ("https://CX.example.org:443/", "https://cx.example.org/", "/"),
        ("http://example.org:8080/cx", "http://example.org:8080/cx/", "/cx/"),
        ("https://[2001:db8::1]/a/b/", "https://[2001:db8::1]/a/b/", "/a/b/"),
    ],
)
def test_a_public_address_is_read(text: str, url: str, base: str) -> None:
    public = public_address(text, "en")
    assert (public.url, public.base) == (url, base)


@pytest.mark.parametrize(
    "text",
    [
        *("", "cx.example.org", "ftp://x.org", "https://", "https://x.org:99999", "js:1"),
        *("https://u:p@x.org", "https://x.org/?a=1", "https://x.org/#a", "https://[::1"),
        "https://x.org/a/../b",
    ],
)
def test_an_odd_address_is_refused_by_name(text: str) -> None:
    with pytest.raises(AddressError, match=r"cx\.example\.org") as refused:
        public_address(text, "it")
    assert text in str(refused.value)


def asked_from(peer: str, forwarded: str = "") -> SimpleNamespace:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return SimpleNamespace(request=SimpleNamespace(remote_ip=peer, headers=headers))


@pytest.mark.parametrize(
    ("peer", "forwarded", "behind_proxy", "believed"),
    [
        ("127.0.0.1", "10.0.0.7", True, "10.0.0.7"),
        ("127.0.0.1", "6.6.6.6, 10.0.0.7", True, "10.0.0.7"),
        ("127.0.0.1", "10.0.0.7", False, "127.0.0.1"),
        ("10.0.0.9", "10.0.0.7", True, "10.0.0.9"),
        ("127.0.0.1", "<script>", True, "127.0.0.1"),
        ("127.0.0.1", "", True, "127.0.0.1"),
        ("::1", "2001:db8::7", True, "2001:db8::7"),
    ],
)
def test_a_proxys_word_counts_only_from_this_machine(
    peer: str, forwarded: str, behind_proxy: bool, believed: str
) -> None:
    asked = asked_from(peer, forwarded)
    assert client_address(asked, behind_proxy=behind_proxy) == believed  # type: ignore[arg-type]
