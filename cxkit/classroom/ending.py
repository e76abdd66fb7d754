"""What has ended, here or by the command line, ends everywhere: its sockets and its kernels too."""

from contextlib import suppress
from typing import TYPE_CHECKING

from cxkit.classroom.members import ClassIdentity
from cxkit.store import StoreError

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila

# How often it is looked for.
LOOK_MILLISECONDS = 1000
# What a page is told with the end of its socket; the page's script knows them.
SESSION_ENDED, CLASS_CLOSED = 4003, 4005


async def end_revoked(app: "CxVoila") -> None:
    """End the sockets and kernels of people whose session has ended.

    A socket belongs to the session that opened it. Somebody who is back with a new PIN does not
    keep open what was opened with the old one.
    """
    identity: ClassIdentity = app.identity_provider
    sockets, kernels = app.sockets.all(), app.kernel_manager
    owners = {kernel: kernels.owner_of(kernel) for kernel in kernels.list_kernel_ids()}
    if not sockets and not owners:
        return
    with suppress(StoreError):  # busy: the next look is a second away
        now = identity.sessions()
        ended = [one for person, one in sockets if now.get(person) != identity.epoch_of(one)]
        told = _what_happened(app) if ended else ()
        for socket in ended:
            socket.close(*told)
        for kernel, owner in owners.items():
            if owner is not None and now.get(owner) != identity.epochs.get(owner):
                await kernels.shutdown_kernel(kernel, now=True)


def _what_happened(app: "CxVoila") -> tuple[int, str]:
    closed = app.store is not None and app.store.classes.get(app.classroom).closed_at is not None
    return (CLASS_CLOSED, "class closed") if closed else (SESSION_ENDED, "session ended")
