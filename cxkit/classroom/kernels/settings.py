"""How the application is told to use our kernels."""

import os
import tempfile
from pathlib import Path

from traitlets.config import Config

from cxkit.classroom.kernels.client import PromptClient
from cxkit.classroom.kernels.owned import OwnedKernel, OwnedKernels
from cxkit.classroom.kernels.specs import REMEMBERED, OwnKernelSpecs

# Kernels that no page looks at end after ten minutes; a page that comes back later starts another.
IDLE_SECONDS = 600
# A socket's path may be 103 letters long on macOS, and Voila and Jupyter add 65 to this folder's.
LONGEST_SOCKET_FOLDER = 38


def kernel_settings(database: str | Path) -> Config:
    """Return the configuration of managers, kernels and clients.

    Parameters
    ----------
    database : str or Path
        The file or URL that every kernel opens.
    """
    is_file = "://" not in str(database)
    config = Config(REMEMBERED)
    config.VoilaConfiguration = Config(
        multi_kernel_manager_class=OwnedKernels, kernel_spec_manager_class=OwnKernelSpecs
    )
    config.OwnedKernels = Config(
        kernel_manager_class=f"{OwnedKernel.__module__}.{OwnedKernel.__name__}",
        facts={"CXKIT_DATABASE": str(Path(database).resolve() if is_file else database)},
        cull_idle_timeout=IDLE_SECONDS,
        cull_interval=60,
        cull_connected=False,
    )
    config.KernelManager.client_class = f"{PromptClient.__module__}.{PromptClient.__name__}"
    if os.name == "posix" and len(tempfile.gettempdir()) <= LONGEST_SOCKET_FOLDER:
        # Sockets in a folder of one's own: no port for other users of the machine to find.
        config.KernelManager.transport = "ipc"
    return config
