"""Readings that were possible and were not taken, remembered for those who ask why something was marked or not."""

import msgspec


class Refused(msgspec.Struct, frozen=True):
    """A reading of ``start:end`` that was not taken.

    ``reading`` is what it would have been ("instrument", "date", "statement"), ``rule`` what would have made it. ``why``
    is the id of the reason in ``lexicon/en/rules.yaml`` without its "refused:"; ``by`` are the words or the rule of what
    was taken in its place, where something was. A finder fills them only where ``Draft.refused`` is a list.
    """

    start: int
    end: int
    reading: str
    rule: str
    why: str
    by: str = ""
