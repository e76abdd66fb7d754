"""How jupyter_client gets a kernel: forked where that is possible, started where it is not."""

import os
from collections.abc import Mapping
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING, Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from cxkit.classroom.kernels.preloaded import CannotForkError

if TYPE_CHECKING:
    from cxkit.classroom.kernels.preloaded import Preloaded

NAME = "cxkit-fork"


class ForkProvisioner(LocalProvisioner):
    """Asks the server's preloaded process for a kernel; a plain one when there is none to be had.

    Signals, waiting and killing are the local provisioner's: a forked kernel leads a process group
    of its own like any other.
    """

    process: Any

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel for our pages; `cmd` starts the plain one."""
        manager: Any = self.parent
        preloaded: Preloaded | None = getattr(
            getattr(self.parent, "parent", None), "preloaded", None
        )
        if preloaded is None:
            return await super().launch_kernel(cmd, **kwargs)
        order = {
            "connection_file": os.path.realpath(manager.connection_file),
            "env": kwargs["env"],
            "cwd": str(kwargs["cwd"]),
        }
        try:
            self.process = await preloaded.fork(order)
        except CannotForkError:
            return await super().launch_kernel(cmd, **kwargs)
        self.pid = self.pgid = self.process.pid
        self.cwd = kwargs["cwd"]
        return self.connection_info


def offered_forms(manager: Any) -> Mapping[str, str]:
    """Return model ids of the forms a kernel offers by exercise; a plain one offers none."""
    process = getattr(manager.provisioner, "process", None)
    forms: Mapping[str, str] = getattr(process, "forms", {})
    return forms


# Named here and not among the package's entry points: it is for the kernels of our own server only,
# and no other Jupyter on the machine is to find it.
KernelProvisionerFactory.provisioners[NAME] = EntryPoint(
    NAME, f"{__name__}:{ForkProvisioner.__name__}", KernelProvisionerFactory.GROUP_NAME
)
