"""Behaviours role by role, as both pictures of the slice show them."""

from collections.abc import Iterable

from cxkit.vision.model import Behaviour


def by_role(
    behaviours: Iterable[Behaviour], roles: Iterable[str] = ()
) -> dict[str, list[Behaviour]]:
    """Group behaviours by role, whatever its capitals; `roles` come first, even without any."""
    found: dict[str, tuple[str, list[Behaviour]]] = {role.casefold(): (role, []) for role in roles}
    for one in behaviours:
        found.setdefault(one.role.casefold(), (one.role, []))[1].append(one)
    return dict(found.values())
