"""Where people reach the workbook, and where a request comes from."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from tornado import web

from cxkit.language import Lang, translator


class AddressError(ValueError):
    """A public address that cannot be used."""


@dataclass(frozen=True)
class PublicAddress:
    """The address people type, when a proxy or a name stands in front.

    Parameters
    ----------
    scheme : {"http", "https"}
    netloc : str
        Host, and port when it is not the scheme's own.
    host : str
        Host alone, in lower case.
    base : str
        Path under which the workbook lies, with a slash at both ends.
    """

    scheme: str
    netloc: str
    host: str
    base: str

    @property
    def url(self) -> str:
        """The address as people type it."""
        return f"{self.scheme}://{self.netloc}{self.base}"

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it encrypted."""
        return self.scheme == "https"


def public_address(text: str, lang: Lang) -> PublicAddress:
    """Read ``--public-url``.

    Raises
    ------
    AddressError
        With a sentence in `lang`.

    Examples
    --------
    >>> public_address("https://cx.example.org/milano", "en").url
    'https://cx.example.org/milano/'
    """
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    extra = parts.username or parts.password or parts.query or parts.fragment
    odd_path = any(part in ("", ".", "..") for part in parts.path.strip("/").split("/")[1:])
    if parts.scheme not in ("http", "https") or not host or extra or odd_path:
        said = translator(lang)(
            "“{text}” cannot be the public address. Give it whole, such as "
            "https://cx.example.org or https://example.org/cx."
        )
        raise AddressError(said.format(text=text))
    named = f"[{host}]" if ":" in host else host
    usual = {"http": 80, "https": 443}[parts.scheme]
    netloc = named if port in (None, usual) else f"{named}:{port}"
    path = parts.path.strip("/")
    return PublicAddress(parts.scheme, netloc, host.lower(), f"/{path}/" if path else "/")


def client_address(handler: web.RequestHandler, *, behind_proxy: bool) -> str:
    """Return the address a request comes from.

    A proxy's word counts only where a proxy was announced, and from this machine only: anybody
    else could write whatever address they like.
    """
    peer = str(handler.request.remote_ip or "")
    forwarded = handler.request.headers.get("X-Forwarded-For", "")
    if not behind_proxy or not forwarded or not _is_loopback(peer):
        return peer
    # The proxy in front of us has added the last one; the rest is what the visitor says.
    told = forwarded.rpartition(",")[2].strip()
    return told if _is_address(told) else peer


def own_addresses() -> list[str]:
    """Addresses of this machine in its network, by which a class can reach it."""
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        found = []
    listed = [str(entry[4][0]) for entry in found] + _route_out()
    return [one for one in dict.fromkeys(listed) if not _is_loopback(one)]


def _route_out() -> list[str]:
    """The address that traffic leaves by; nothing is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET-1 of RFC 5737
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _is_loopback(text: str) -> bool:
    return _is_address(text) and ipaddress.ip_address(text).is_loopback
