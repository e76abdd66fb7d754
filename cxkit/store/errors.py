# ruff: noqa: N818 -- these read as what happened: a conflict, a full store, a damaged database.
"""What can go wrong with the database, said in one sentence in Italian and in English.

Every error carries both wordings, because the same error is printed by the command line, shown on a
page and drawn in a form, each in the language of the person who reads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from cxkit.store.records import Stored


class StoreError(Exception):
    """Anything the store refuses or fails to do.

    Parameters
    ----------
    **facts
        What the wording names: ``place`` (the file or address), ``name``, ``limit`` and so on.

    Examples
    --------
    >>> from cxkit.store import UnwritableDatabase
    >>> print(UnwritableDatabase(place="cxworkbook.db").message("it"))
    Non posso scrivere in «cxworkbook.db»: controllate i permessi del file e della cartella.
    """

    italian: ClassVar[str] = "Il database non ha eseguito l’operazione."
    english: ClassVar[str] = "The database did not carry out the operation."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.message("en"))

    def message(self, lang: str) -> str:
        """Say what happened and what to do, in one sentence.

        Parameters
        ----------
        lang
            ``"it"`` for Italian; any other language gets English.

        Returns
        -------
        str
            Plain text, to be escaped where it is drawn.
        """
        return self._said(lang, self.facts)

    def for_page(self, lang: str) -> str:
        """Say the same to somebody who need not know the server's folders and addresses.

        Examples
        --------
        >>> StoreBusy(place="/srv/class/cxworkbook.db").for_page("en")
        'The database "cxworkbook.db" is in use by another program: try again shortly.'
        """
        named = str(self.facts.get("place", "")).replace("\\", "/").partition("?")[0]
        return self._said(lang, {**self.facts, "place": named.rpartition("/")[2]})

    def _said(self, lang: str, facts: dict[str, object]) -> str:
        wording = self.italian if lang == "it" else self.english
        return wording.format_map(facts)


class DamagedDatabase(StoreError):
    """The file is a database, but part of it is broken."""

    italian = (
        "Il database «{place}» è danneggiato e non è stato toccato: "
        "rimettete al suo posto una copia di sicurezza oppure scegliete un’altra cartella."
    )
    english = (
        'The database "{place}" is damaged and was left as it is: '
        "put a backup in its place or choose another folder."
    )


class NotADatabase(DamagedDatabase):
    """What stands at the path is something else than a database of cxkit."""

    italian = (
        "«{place}» non è un database di cxkit e non è stato toccato: "
        "spostatelo altrove oppure scegliete un’altra cartella."
    )
    english = (
        '"{place}" is not a cxkit database and was left as it is: '
        "move it elsewhere or choose another folder."
    )


class MissingDatabase(StoreError):
    """There is no database at the path, and nobody asked to make one."""

    italian = "Il database «{place}» non esiste: avviate «cxkit serve» per crearlo."
    english = 'The database "{place}" does not exist: start "cxkit serve" to create it.'


class MovedDatabase(StoreError):
    """The file was moved, replaced or deleted while it was in use."""

    italian = (
        "Il file «{place}» è stato spostato, sostituito o cancellato mentre era in uso: "
        "rimettetelo al suo posto e riavviate cxkit."
    )
    english = (
        'The file "{place}" was moved, replaced or deleted while in use: '
        "put it back and restart cxkit."
    )


class UnwritableDatabase(StoreError):
    """The file or its folder can't be written."""

    italian = "Non posso scrivere in «{place}»: controllate i permessi del file e della cartella."
    english = 'Cannot write to "{place}": check the permissions of the file and its folder.'


class MissingFolder(UnwritableDatabase):
    """The folder that is to hold the database does not exist."""

    italian = "La cartella «{folder}» non esiste: createla oppure sceglietene un’altra."
    english = 'The folder "{folder}" does not exist: create it or choose another one.'


class NewerDatabase(StoreError):
    """The database was made by a later version of cxkit."""

    italian = (
        "Il database «{place}» richiede cxkit {needs} o successivo e non è stato toccato: "
        "aggiornate cxkit."
    )
    english = (
        'The database "{place}" needs cxkit {needs} or later and was left as it is: update cxkit.'
    )


class OutdatedDatabase(StoreError):
    """The database was made by an earlier version and has to be upgraded first."""

    italian = (
        "Il database «{place}» è di una versione precedente di cxkit: "
        "avviate «cxkit serve» per aggiornarlo."
    )
    english = (
        'The database "{place}" is of an earlier version of cxkit: '
        'start "cxkit serve" to upgrade it.'
    )


class UnknownAddress(StoreError):
    """The address names no database that can be reached from here."""

    italian = (
        "«{place}» non è l’indirizzo di un database che cxkit sa aprire: "
        "indicate un file oppure un indirizzo sqlite:/// o postgresql+psycopg://."
    )
    english = (
        '"{place}" is not the address of a database cxkit can open: '
        "give a file, or an address with sqlite:/// or postgresql+psycopg://."
    )


class StoreFull(StoreError):
    """There is no room left; what was stored before is still there."""

    italian = (
        "Non c’è più spazio dove sta «{place}»: la modifica non è stata salvata, ciò che era "
        "salvato è intatto. Chi gestisce quel computer liberi spazio, poi riprovate."
    )
    english = (
        'No space is left where "{place}" lies: the change was not saved, what was saved before '
        "is intact. Whoever runs that computer has to free some; then try again."
    )


class StoreBusy(StoreError):
    """Another process kept the database for longer than we wait."""

    italian = "Il database «{place}» è occupato da un altro programma: riprovate tra poco."
    english = 'The database "{place}" is in use by another program: try again shortly.'


class StoreUnavailable(StoreError):
    """The database did not answer, for a reason that is not one of the others."""

    italian = "Il database «{place}» non risponde ({reason}): riprovate, poi riavviate cxkit."
    english = 'The database "{place}" does not answer ({reason}): try again, then restart cxkit.'


class NotFound(StoreError):
    """No such person, workbook or revision."""

    italian = "Non trovo «{name}»: forse è stato eliminato."
    english = 'Cannot find "{name}": it may have been deleted.'


class NotAllowed(NotFound):
    """The workbook exists but is not this person's; it reads the same as ``NotFound``."""


class AlreadyThere(StoreError):
    """A person or workbook with this id exists."""

    italian = "«{name}» esiste già."
    english = '"{name}" already exists.'


class ClassClosed(StoreError):
    """The class has ended: nobody joins it or writes in it any more."""

    italian = "Il corso «{name}» è chiuso: rivolgetevi a chi lo conduce."
    english = 'The class "{name}" is closed: ask its instructor.'


class ChapterShut(StoreError):
    """The instructor has closed the chapter that an answer belongs to."""

    italian = "Chi conduce il corso ha chiuso il capitolo in cui questo va scritto."
    english = "The instructor has closed the chapter this belongs to."


class NameTaken(StoreError):
    """Somebody of this name is in the class already."""

    italian = (
        "Nel corso c’è già «{name}»: se siete voi, usate il PIN di allora; altrimenti aggiungete "
        "il cognome o un’iniziale."
    )
    english = (
        '"{name}" is in the class already: if that is you, use the PIN you chose then; '
        "otherwise add a surname or an initial."
    )


class RefusedValue(StoreError):
    """A value that can't be stored as it is."""

    italian = (
        "«{name}» non può essere salvato: contiene qualcosa che non è testo, numero, sì/no, "
        "elenco o campo."
    )
    english = (
        '"{name}" cannot be saved: it holds something that is not text, a number, yes/no, '
        "a list or a field."
    )


class RefusedName(RefusedValue):
    """An id, title, chapter or language that is empty, too long or oddly written."""

    italian = "«{name}» non è valido come {what_it}."
    english = '"{name}" is not a valid {what_en}.'


class RefusedDays(RefusedValue):
    """A period that is no number of days, or longer than any purpose."""

    italian = "«{days}» non è un periodo valido: indicate da 1 a {most} giorni."
    english = '"{days}" is not a valid period: give 1 to {most} days.'


class ValueTooLarge(RefusedValue):
    """A value above the size limit."""

    italian = "«{name}» occupa {size} kB e il limite è {limit} kB: usate immagini più leggere."
    english = '"{name}" takes {size} kB and the limit is {limit} kB: use lighter pictures.'


class RefusedComment(RefusedValue):
    """A comment without a text, or with too long a one."""

    italian = "Un commento va da 1 a {limit} caratteri; questo ne ha {size}. Accorciatelo."
    english = "A comment has 1 to {limit} characters; this one has {size}. Shorten it."


class TooMany(RefusedValue):
    """More of something than one person, or one class, may have."""

    italian = "Più di {limit} {what_it} non si può: {then_it}."
    english = "No more than {limit} {what_en}: {then_en}."


class Conflict(StoreError):
    """Somebody saved a newer revision in the meantime.

    Attributes
    ----------
    current
        What is stored now; None when nothing is.
    base
        What the caller started from, for a merge field by field; None when that was nothing.
    """

    italian = "«{name}» è stato modificato nel frattempo: unite le due versioni."
    english = '"{name}" was changed in the meantime: merge the two versions.'

    def __init__(self, *, name: str, current: Stored | None, base: Stored | None) -> None:
        super().__init__(name=name)
        self.current = current
        self.base = base
