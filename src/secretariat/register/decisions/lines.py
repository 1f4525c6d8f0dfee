"""Decisions as JSON Lines: one decision a line, in the order in which they were made, the same bytes from every database."""

from collections.abc import Iterable, Iterator

import msgspec

from secretariat.model.errors import RegisterError
from secretariat.register.decisions.verdicts import Decision, fault_in


def export_lines(decisions: Iterable[Decision]) -> Iterator[bytes]:
    """The lines, each with its end."""
    for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
        yield msgspec.json.encode(decision, order="sorted") + b"\n"


def import_lines(lines: Iterable[bytes], name: str) -> list[Decision]:
    """The decisions in the lines of a file; raises ``RegisterError`` with the line that is none, before any is taken."""
    decisions: list[Decision] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = msgspec.json.decode(line, type=Decision)
            fault = fault_in(decision)
        except (msgspec.MsgspecError, UnicodeDecodeError) as broken:
            fault = str(broken)
        if fault:
            raise RegisterError(f"{name}:{number}", fault, "mend the line; nothing was taken in")
        decisions.append(decision)
    return decisions
