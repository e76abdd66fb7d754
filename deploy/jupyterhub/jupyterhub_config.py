"""A JupyterHub that offers one cxkit class to a campus.

    CXKIT_PUBLIC_URL=https://hub.example.org jupyterhub -f jupyterhub_config.py

People sign in to the Hub and are in the class: nobody gets a server of their own, and nobody can
run code. Members of the Hub's group ``instructors`` lead the class. Put your own authenticator in
place of the one below; a class code and PINs are not needed here.
"""

import os
import sys

c = get_config()  # noqa: F821 -- JupyterHub gives it


def names(variable: str) -> list[str]:
    """Read names that are separated by commas."""
    return [name.strip() for name in os.environ.get(variable, "").split(",") if name.strip()]


public = os.environ["CXKIT_PUBLIC_URL"]
room = os.environ.get("CXKIT_CLASS", "CX Master Programme")
data = os.environ.get("CXKIT_DATA", ".")

# Any authenticator of JupyterHub's; OAuth with the campus's own accounts is the usual one.
c.JupyterHub.authenticator_class = os.environ.get("CXKIT_AUTHENTICATOR", "pam")
c.Authenticator.allow_all = True
c.Authenticator.admin_users = set(names("CXKIT_ADMINS"))

# The Hub's own tables. With PostgreSQL: postgresql+psycopg://hub@db.example.org/hub
if "CXKIT_HUB_DATABASE_URL" in os.environ:
    c.JupyterHub.db_url = os.environ["CXKIT_HUB_DATABASE_URL"]

c.JupyterHub.services = [
    {
        "name": "cxkit",
        "url": "http://127.0.0.1:8866",
        "command": [
            sys.executable, "-m", "cxkit.cli", "serve", data,
            "--hub", "--class", room, "--public-url", public, "--no-browser",
        ],
        # What the service may know of this process's environment.
        "environment": {
            name: os.environ[name]
            for name in ("CXKIT_DATABASE_URL", "HOME", "LANG", "PATH", "PYTHONPATH")
            if name in os.environ
        },
        "oauth_no_confirm": True,
        "oauth_client_allowed_scopes": [],
    }
]  # fmt: skip
c.JupyterHub.load_groups = {"instructors": {"users": names("CXKIT_INSTRUCTORS")}}
c.JupyterHub.load_roles = [
    # Everybody may enter the class, and nobody may start a server.
    {"name": "user", "scopes": ["self", "access:services!service=cxkit"]},
    {"name": "server", "scopes": ["users:activity!user"]},
]
c.JupyterHub.default_url = "/services/cxkit/"
c.JupyterHub.allow_named_servers = False
c.Spawner.cmd = ["false"]
