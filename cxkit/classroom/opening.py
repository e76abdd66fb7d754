"""A class before it is served: found or made, with an instructor who has a password."""

from dataclasses import dataclass

from cxkit.language import Lang, translator
from cxkit.store import OWNER, ClassInfo, Member, NotFound, Store
from cxkit.store.secrets import hashed, new_password


@dataclass(frozen=True)
class Opened:
    """A class that can be served.

    Parameters
    ----------
    room : ClassInfo
    password : str or None
        The instructor's, when it was made just now; it is kept hashed only.
    """

    room: ClassInfo
    password: str | None


def open_class(store: Store, name: str, lang: Lang) -> Opened:
    """Find the class of this name or make it; the first time, make the instructor's password too.

    Raises
    ------
    StoreError

    Examples
    --------
    >>> with Store.create_or_upgrade("sqlite://") as store:
    ...     first, again = (open_class(store, "CX Milano", "it") for _ in range(2))
    >>> len(first.password), again.password, again.room == first.room
    (19, None, True)
    """
    room = store.classes.named(name) or store.classes.create(name)
    if store.classes.members(room.id, "instructor"):
        return Opened(room, None)
    password = new_password()
    title = translator(lang)("Instructor")
    store.classes.join(room.id, title, secret=hashed(password), role="instructor")
    return Opened(room, password)


def find_class(store: Store, name: str) -> ClassInfo:
    """Find a class by name.

    Raises
    ------
    NotFound
    """
    room = store.classes.named(name)
    if room is None:
        raise NotFound(name=name)
    return room


def find_member(store: Store, room: ClassInfo, name: str) -> Member:
    """Find a person of a class by name.

    Raises
    ------
    NotFound
    """
    found = store.classes.credentials(room.id, name)
    if found is None:
        raise NotFound(name=name)
    return found[0]


def reset_password(store: Store, room: ClassInfo) -> str:
    """Give the class's instructors one new password; their sessions end.

    Raises
    ------
    NotFound
        The class has never been served and has no instructor yet.
    """
    leaders = store.classes.members(room.id, "instructor")
    if not leaders:
        raise NotFound(name=room.name)
    password = new_password()
    for leader in leaders:
        store.classes.set_secret(leader.person, hashed(password))
    store.log.note("reset password", classroom=room.id, person=OWNER)
    return password
