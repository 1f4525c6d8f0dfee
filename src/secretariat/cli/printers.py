"""The forms in which the command shows records: JSON Lines, CSV, and a summary for people."""

import sys
from typing import Protocol, TextIO

from secretariat.cli.only import narrow
from secretariat.cli.reading_one import Outcome


class Printer(Protocol):
    """Shows outcomes, one after another, on ``out``."""

    out: TextIO

    def begin(self) -> None:
        """What comes before the first."""

    def show(self, outcome: Outcome) -> None:
        """Shows one that was read."""


class JsonPrinter:
    """One line of JSON a record."""

    def __init__(self, kinds: frozenset[str]) -> None:
        self.out: TextIO = sys.stdout
        self.kinds = kinds

    def begin(self) -> None:
        """Nothing comes before the first line."""

    def show(self, outcome: Outcome) -> None:
        """The record as it is, or narrowed to the kinds asked for."""
        pieces = narrow(outcome.record(), self.kinds).json_pieces() if self.kinds else outcome.pieces()
        self.out.writelines(piece.decode() for piece in pieces)
        self.out.write("\n")


class CsvPrinter:
    """A heading, then one line a statement or mention."""

    def __init__(self, table: str, kinds: frozenset[str]) -> None:
        self.out: TextIO = sys.stdout
        self.table, self.kinds = table, kinds

    def begin(self) -> None:
        """The line of column names."""
        from secretariat.cli.table import heading

        self.out.write(heading(self.table))

    def show(self, outcome: Outcome) -> None:
        """The lines of one record."""
        from secretariat.cli.table import lines

        self.out.writelines(lines(narrow(outcome.record(), self.kinds), self.table))


class SummaryPrinter:
    """What a document says, laid out for people; coloured where the terminal allows it."""

    def __init__(self, kinds: frozenset[str], lexicons: tuple[str, ...]) -> None:
        self.out: TextIO = sys.stdout
        self.kinds, self.lexicons = kinds, lexicons

    def begin(self) -> None:
        """Nothing comes before the first summary."""

    def show(self, outcome: Outcome) -> None:
        """The summary of one record."""
        from secretariat.cli.summary import show_summary

        show_summary(outcome.record(), self.out, self.kinds, self.lexicons)
