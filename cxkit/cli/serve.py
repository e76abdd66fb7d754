"""``cxkit serve``: the workbook in the browser, for one person or a class."""

import errno
import os
import sys
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from cxkit.cli.common import LangChoice, said_lang, stop
from cxkit.language import Lang, as_lang, translator
from cxkit.resources import DATABASE_NAME

if TYPE_CHECKING:
    from cxkit.classroom.app import CxVoila
    from cxkit.classroom.opening import Opened


def serve(  # noqa: PLR0913, PLR0917 -- each is an option of the command
    folder: Annotated[Path, typer.Argument(help="Where the data lie.")] = Path(),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8866,
    ip: Annotated[
        str | None,
        typer.Option(help="Address to listen on; default this machine only, for a class all."),
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    lang: Annotated[LangChoice | None, typer.Option(help="Language of home.")] = None,
    room: Annotated[str | None, typer.Option("--class", help="Serve a class of this name.")] = None,
    public_url: Annotated[
        str | None, typer.Option(help="Address people type, when a proxy stands in front.")
    ] = None,
    hub: Annotated[
        bool, typer.Option("--hub", help="Let people in through the JupyterHub that started this.")
    ] = False,
) -> None:
    """Open the workbook in the browser; everything is kept in FOLDER/cxworkbook.db.

    With CXKIT_DATABASE_URL in the environment it is kept there, such as in PostgreSQL.
    """
    speaks = said_lang(lang)
    # Not an option: a URL with a password must not stand in a list of processes.
    database = os.environ.get("CXKIT_DATABASE_URL") or folder / DATABASE_NAME
    if hub:
        room, public_url, port, ip = _from_hub(room, public_url, port, ip, speaks)
    from cxkit.classroom.address import AddressError, public_address  # late: heavy
    from cxkit.classroom.app import CxVoila, make_app  # late: heavy
    from cxkit.classroom.opening import open_class  # late: heavy
    from cxkit.forms.desk.state import sweep_surveys  # late: heavy
    from cxkit.store import Store, StoreError  # late: heavy

    try:
        public = public_address(public_url, speaks) if public_url else None
        store = Store.create_or_upgrade(database)
        opened = open_class(store, room, speaks) if room else None
        sweep_surveys(store)
    except AddressError as error:
        stop(str(error))
    except StoreError as error:
        stop(error.message(speaks))
    everywhere = opened is not None and public is None
    listens = ip or ("0.0.0.0" if everywhere else "127.0.0.1")  # noqa: S104 -- a class joins

    def ready(running: CxVoila) -> None:
        for line in _greeting(running, opened, database, speaks):
            typer.echo(line)
        sys.stdout.flush()
        if browser:
            threading.Thread(target=webbrowser.open, args=(running.address,), daemon=True).start()

    application = make_app(
        store, database, port=port, ip=listens, lang=as_lang(lang.value) if lang else None,
        classroom=opened.room.id if opened else "", public=public, by_hub=hub,
    )  # fmt: skip
    application.ready = ready
    try:
        application.start()
    except OSError as error:
        stop(_refused(error, port, listens, speaks))
    finally:
        store.close()


def _greeting(
    running: "CxVoila", opened: "Opened | None", data: str | Path, lang: Lang
) -> Iterator[str]:
    tr = translator(lang)
    if opened is None:
        yield tr("The workbook is open at:") + f"\n\n    {running.address}\n"
    else:
        yield tr("The class “{name}” is open.").format(name=opened.room.name) + "\n"
        yield "    " + tr("Participants: {url}").format(url=f"{running.public_url}join")
        yield "    " + tr("Class code: {code}").format(code=opened.room.code)
        yield "    " + tr("Instructor: {url}").format(url=f"{running.public_url}teach")
        if opened.password:
            said = tr("Instructor’s password: {password}").format(password=opened.password)
            yield f"    {said}\n    " + tr("Write it down: it is shown this once.")
        if not running.is_secure:
            yield "\n" + tr(
                "What people type travels unencrypted. Use it in a network you trust, or put a "
                "proxy with https in front (--public-url)."
            )
        yield ""
    # The address of a database may hold a password.
    kept = (
        data.resolve() if isinstance(data, Path) else (running.store.place if running.store else "")
    )
    yield tr("Data: {path}. To stop: Ctrl+C.").format(path=kept)


def _from_hub(
    room: str | None, public_url: str | None, port: int, ip: str | None, lang: Lang
) -> tuple[str, str, int, str]:
    """Take from the Hub's environment what was not said: where to listen, under which path."""
    prefix = os.environ.get("JUPYTERHUB_SERVICE_PREFIX")
    listens = urlsplit(os.environ.get("JUPYTERHUB_SERVICE_URL", ""))
    if not prefix or not room or not public_url:
        stop(
            translator(lang)(
                "--hub works in a service that a JupyterHub has started, with --class and with "
                "--public-url, the Hub’s own address."
            )
        )
    address = public_url.rstrip("/") + prefix
    return room, address, listens.port or port, ip or listens.hostname or "127.0.0.1"


def _refused(error: OSError, port: int, ip: str, lang: Lang) -> str:
    tr = translator(lang)
    if error.errno == errno.EADDRINUSE:
        said = tr(
            "Port {port} is in use, perhaps by a workbook that is already open. "
            "Close it, or choose another port with --port."
        )
    elif error.errno == errno.EACCES:
        said = tr("Port {port} is not permitted. Choose one above 1023 with --port.")
    else:
        said = tr("Cannot listen on {ip}:{port} ({reason}). Choose another --ip or --port.")
    return said.format(port=port, ip=ip, reason=error.strerror)
