"""The one kind of kernel there is, and what a kernel may know of its server."""

import re
import sys
from collections.abc import Mapping
from typing import Any

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager

from cxkit.classroom.kernels.provisioner import NAME

# In a kernel's environment: the exercises whose forms are all that its page shows.
FORMS = "CXKIT_FORMS"
# So many messages are known again when somebody sends one twice. jupyter_client would keep 65,536
# for each page: in a class of forty a third of a gigabyte, filled in an evening of typing.
REMEMBERED = {"Session": {"digest_history_size": 1000}}
KERNEL_OPTIONS: dict[str, dict[str, Any]] = {"HistoryManager": {"enabled": False}, **REMEMBERED}
# A kernel gets what Python and Jupyter need to run, and nothing of the server's secrets.
ENVIRONMENT = re.compile(
    r"PATH|HOME|USER|LANG|LC_\w+|TZ|TMP|TEMP|TMPDIR|SYSTEMROOT|WINDIR|PATHEXT|COMSPEC|APPDATA"
    r"|LOCALAPPDATA|USERPROFILE|PROGRAMDATA|VIRTUAL_ENV|CONDA_PREFIX|PYTHONPATH|PYTHONUTF8"
    r"|LD_LIBRARY_PATH|OMP_NUM_THREADS|IPYTHONDIR|MPLBACKEND|JUPYTER_(?:PATH|DATA_DIR|CONFIG_DIR"
    r"|RUNTIME_DIR|PLATFORM_DIRS)|SCRIPT_NAME|PATH_INFO|QUERY_STRING|SERVER_\w+|VOILA_\w+"
)


class OwnKernelSpecs(KernelSpecManager):
    """Knows one kernel: this interpreter's own, whatever else is installed on the machine."""

    def find_kernel_specs(self) -> dict[str, str]:
        return {NATIVE_KERNEL_NAME: ""}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        options = [
            f"--{part}.{name}={value}"
            for part, told in KERNEL_OPTIONS.items()
            for name, value in told.items()
        ]
        spec = get_kernel_dict(extra_arguments=options)
        spec["argv"][0] = sys.executable
        spec["metadata"] = {**spec["metadata"], "kernel_provisioner": {"provisioner_name": NAME}}
        return KernelSpec(resource_dir="", **spec)

    def get_all_specs(self) -> dict[str, Any]:
        spec = self.get_kernel_spec(NATIVE_KERNEL_NAME)
        return {NATIVE_KERNEL_NAME: {"resource_dir": "", "spec": spec.to_dict()}}


def kernel_environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return what a kernel may know of an environment.

    Examples
    --------
    >>> kernel_environment({"PATH": "/usr/bin", "AWS_SECRET_ACCESS_KEY": "x"})["PATH"]
    '/usr/bin'
    >>> "AWS_SECRET_ACCESS_KEY" in kernel_environment({"AWS_SECRET_ACCESS_KEY": "x"})
    False
    """
    kept = {str(name): value for name, value in given.items() if ENVIRONMENT.fullmatch(str(name))}
    return {**kept, "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
