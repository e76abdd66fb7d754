"""``cxkit class``: make, list, close, reset, take along, erase, back up."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxkit.cli.common import stop
from cxkit.language import Lang, format_date, format_time, machine_lang, translator
from cxkit.resources import DATABASE_NAME

if TYPE_CHECKING:
    from cxkit.store import ClassInfo, Keeping, Store

classes = typer.Typer(help="Classes: who is in, and what is kept of them.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Name of the class.")]
Person = Annotated[str, typer.Argument(help="Name of the person, as they joined.")]
Folder = Annotated[Path, typer.Option("--folder", help="Where the data lie.")]
Days = Annotated[int | None, typer.Option("--keep-days", help="Days it is kept once it has ended.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def _when(moment: datetime, lang: Lang) -> str:
    return f"{format_date(moment.astimezone().date(), lang)}, {format_time(moment, lang)}"


@contextmanager
def _store(folder: Path, *, create: bool = False) -> Iterator["Store"]:
    """Open the database; what it refuses is said in the machine's language."""
    from cxkit.store import Store, StoreError  # late: heavy

    path = folder / DATABASE_NAME
    try:
        with Store.create_or_upgrade(path) if create else Store.open(path) as store:
            yield store
    except StoreError as error:
        stop(error.message(machine_lang()))


@classes.command()
def create(name: Name, folder: Folder = Path(), keep_days: Days = None) -> None:
    """Make a class; prints its code and the instructor's password, this once."""
    from cxkit.classroom.opening import open_class  # late: heavy

    tr = translator(machine_lang())
    with _store(folder, create=True) as store:
        opened = open_class(store, name, machine_lang())
        typer.echo(tr("Class code: {code}").format(code=opened.room.code))
        if opened.password:
            typer.echo(tr("Instructor’s password: {password}").format(password=opened.password))
        else:
            typer.echo(tr("The class was there already; its password stays as it is."))
        if keep_days is not None:
            _set_days(store, opened.room, keep_days)


@classes.command("list")
def list_classes(folder: Folder = Path()) -> None:
    """List the classes, and who is in them."""
    lang = machine_lang()
    tr = translator(lang)
    with _store(folder) as store:
        for room in store.classes.all():
            state = tr("closed") if room.closed_at else tr("open")
            typer.echo(f"{room.name} · {room.code} · {state}")
            for member in store.classes.members(room.id):
                seen = _when(member.seen_at, lang)
                role = f" ({tr('Instructor')})" if member.role == "instructor" else ""
                typer.echo(f"    {member.name}{role} · {tr('last seen: {when}').format(when=seen)}")


@classes.command()
def close(name: Name, folder: Folder = Path()) -> None:
    """End a class: nobody joins, sessions end; everything stays."""
    from cxkit.classroom.opening import find_class  # late: heavy
    from cxkit.store import OWNER  # late: heavy

    with _store(folder) as store:
        room = find_class(store, name)
        store.classes.close(room.id, by=OWNER)
        store.log.note("close", classroom=room.id, person=OWNER)


@classes.command()
def reopen(name: Name, folder: Folder = Path()) -> None:
    """Open a closed class again."""
    from cxkit.classroom.opening import find_class  # late: heavy
    from cxkit.store import OWNER  # late: heavy

    with _store(folder) as store:
        room = find_class(store, name)
        store.classes.reopen(room.id, by=OWNER)
        store.log.note("reopen", classroom=room.id, person=OWNER)


@classes.command("reset-pin")
def reset_pin(name: Name, person: Person, folder: Folder = Path()) -> None:
    """Give a person a new PIN; prints it, and their sessions end."""
    from cxkit.classroom.opening import find_class, find_member  # late: heavy
    from cxkit.store.secrets import hashed  # late: heavy

    with _store(folder) as store:
        room = find_class(store, name)
        member = find_member(store, room, person)
        pin = f"{secrets.randbelow(10**6):06d}"
        store.classes.set_secret(member.person, hashed(pin))
        store.log.note("reset pin", classroom=room.id, person=member.person)
        typer.echo(pin)


@classes.command("reset-password")
def new_instructor_password(name: Name, folder: Folder = Path()) -> None:
    """Give the instructor a new password; prints it, this once."""
    from cxkit.classroom.opening import find_class, reset_password  # late: heavy

    with _store(folder) as store:
        typer.echo(reset_password(store, find_class(store, name)))


@classes.command()
def export(
    name: Name,
    folder: Folder = Path(),
    out: Annotated[Path, typer.Option(help="Folder to write into; made if missing.")] = Path(
        "class"
    ),
) -> None:
    """Write every person's data as JSON, one file each; existing files are kept."""
    from cxkit.classroom.opening import find_class  # late: heavy
    from cxkit.front.names import file_name  # late: heavy

    tr = translator(machine_lang())
    with _store(folder) as store:
        room = find_class(store, name)
        out.mkdir(parents=True, exist_ok=True)
        for member in store.classes.members(room.id):
            target = out / file_name(f"{member.name} {member.person[:6]}", "json")
            told = store.privacy.everything(member.person)
            try:
                with target.open("x", encoding="utf-8") as file:
                    json.dump(told, file, ensure_ascii=False, indent=2)
            except FileExistsError:
                said = tr("{path} is there already and was kept.")
                typer.echo(said.format(path=target), err=True)
            else:
                typer.echo(target)


@classes.command()
def erase(name: Name, person: Person, folder: Folder = Path(), yes: Sure = False) -> None:
    """Erase a person: their workbooks, comments, votes and traces in the log, for good."""
    from cxkit.classroom.opening import find_class, find_member  # late: heavy
    from cxkit.forms.desk.state import sweep_surveys  # late: heavy
    from cxkit.store import OWNER  # late: heavy

    tr = translator(machine_lang())
    with _store(folder) as store:
        room = find_class(store, name)
        member = find_member(store, room, person)
        asked = tr("Erase {name} and everything they wrote in their own workbooks, for good?")
        if not yes:
            typer.confirm(asked.format(name=member.name), abort=True)
        store.privacy.erase(member.person)
        sweep_surveys(store)
        store.log.note("erase", classroom=room.id, person=OWNER)


@classes.command()
def keep(
    name: Name,
    days: Annotated[int, typer.Argument(help="Days; 0 for no period.")],
    folder: Folder = Path(),
) -> None:
    """Set how long a class is kept once it has ended; says until when that is."""
    from cxkit.classroom.opening import find_class  # late: heavy

    with _store(folder) as store:
        _set_days(store, find_class(store, name), days)


def _set_days(store: "Store", room: "ClassInfo", days: int) -> None:
    from cxkit.store import OWNER  # late: heavy

    store.retention.keep(room.id, days or None, by=OWNER)
    store.log.note("keep", classroom=room.id, person=OWNER, detail=str(days))
    typer.echo(_kept_line(store.retention.of(room.id)))


def _kept_line(kept: "Keeping") -> str:
    lang = machine_lang()
    tr = translator(lang)
    people = tr("people: {n}").format(n=kept.people)
    if not kept.people:
        said = tr("nothing is kept any more")
    elif kept.until is None:
        said = tr("no period is set")
    else:
        day = format_date(kept.until.astimezone().date(), lang)
        since = format_date(kept.since.astimezone().date(), lang)
        said = tr("over since {day}") if kept.is_over else tr("kept until {day}")
        said = said.format(day=day)
        said += " (" + tr("{days} days from {since}").format(days=kept.days, since=since) + ")"
    return f"{kept.name} · {people} · {said}"


@classes.command()
def expire(
    folder: Folder = Path(),
    erase: Annotated[
        bool, typer.Option("--erase", help="Erase what is over; without it, only say so.")
    ] = False,
    yes: Sure = False,
) -> None:
    """Say how long each class is kept and, with --erase, erase those whose time is over."""
    from cxkit.forms.desk.state import sweep_surveys  # late: heavy

    tr = translator(machine_lang())
    with _store(folder) as store:
        kept = store.retention.all()
        for one in kept:
            typer.echo(_kept_line(one))
        over = [one for one in kept if one.is_over]
        if not erase:
            if over:
                typer.echo(tr("To erase what is over: cxkit class expire --erase"))
            return
        for one in over:
            asked = tr("Erase “{name}”: everybody in it ({n}) and all they wrote, for good?")
            if not yes and not typer.confirm(asked.format(name=one.name, n=one.people)):
                continue
            store.retention.expire(one.classroom)
            typer.echo(tr("“{name}” was erased.").format(name=one.name))
        sweep_surveys(store)


@classes.command()
def log(
    name: Name,
    folder: Folder = Path(),
    last: Annotated[int, typer.Option(help="Lines to print.")] = 100,
) -> None:
    """Print who did what, the newest last."""
    from cxkit.classroom.opening import find_class  # late: heavy

    lang = machine_lang()
    with _store(folder) as store:
        room = find_class(store, name)
        names = {member.person: member.name for member in store.classes.members(room.id)}
        for line in reversed(store.log.lines(room.id, last=last)):
            who = names.get(line.person or "", line.person or "–")
            parts = [_when(line.at, lang), line.action, who]
            typer.echo(" · ".join([*parts, *filter(None, (line.address, line.detail))]))


@classes.command("backup")
def back_up(
    target: Annotated[Path, typer.Argument(help="File to write; must not exist.")],
    folder: Folder = Path(),
) -> None:
    """Copy the whole database while people write in it."""
    from cxkit.store import StoreError, backup  # late: heavy

    try:
        typer.echo(backup(folder / DATABASE_NAME, target))
    except StoreError as error:
        stop(error.message(machine_lang()))
