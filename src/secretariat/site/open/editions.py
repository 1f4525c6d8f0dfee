"""Editions for those who ask the site: at the address by which they reached it, as the register was last brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager

from secretariat.publishing.edition import Edition
from secretariat.register.asking.filters import Filters
from secretariat.site.room import Room

EVERYTHING = Filters()


@contextmanager
def edition(room: Room, address: str, filters: Filters = EVERYTHING) -> Iterator[Edition]:
    """An edition of what filters leave; nobody waits for the register to be brought up to date."""
    room.look()
    with room.register.snapshot(filters, fresh=False) as snapshot:
        yield Edition(snapshot, address, room.lexicons)
