"""What every command needs: the language it speaks, and an end with one sentence."""

from enum import StrEnum
from typing import NoReturn

import typer

from cxkit.language import Lang, as_lang, machine_lang


class LangChoice(StrEnum):
    """The languages a command can be asked for."""

    IT = "it"
    EN = "en"


def said_lang(lang: LangChoice | None) -> Lang:
    """Return the language a command speaks: asked for, or the machine's."""
    return as_lang(lang.value) if lang else machine_lang()


def stop(sentence: str, status: int = 1) -> NoReturn:
    """End with one sentence for people and a status for machines."""
    typer.echo(sentence, err=True)
    raise typer.Exit(status)
