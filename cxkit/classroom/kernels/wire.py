"""Messages between the server and the preloaded process: one JSON object in each packet.

The line is a socket pair that the server makes and the preloaded process inherits: it has no name,
so nobody else can open it, and its end is seen by the other side whatever ended it.
"""

import json
import socket
from typing import Any

# Larger than any order: an environment and a few names.
LARGEST = 1 << 18


def pair() -> tuple[socket.socket, socket.socket]:
    """Return both ends of a new line.

    Examples
    --------
    >>> here, there = pair()
    >>> send(here, fork="a1", cwd="/")
    >>> receive(there)
    {'fork': 'a1', 'cwd': '/'}
    >>> here.close()
    >>> receive(there) is None
    True
    >>> there.close()
    """
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    for end in (here, there):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LARGEST)
    return here, there


def send(line: socket.socket, **message: Any) -> None:
    """Send one message."""
    line.send(packed(message))


def packed(message: dict[str, Any]) -> bytes:
    """Return a message as it goes on the line."""
    return json.dumps(message).encode()


def receive(line: socket.socket) -> dict[str, Any] | None:
    """Return the next message, None when the other side has ended.

    Raises
    ------
    BlockingIOError
        When the line does not block and no message is there.
    """
    try:
        packet = line.recv(LARGEST)
    except ConnectionResetError:
        return None
    message: dict[str, Any] | None = json.loads(packet) if packet else None
    return message
