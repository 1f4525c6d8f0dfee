"""What a document says of itself: title, kind, symbol, date, place, who issued it – each with where it stands."""

import msgspec

from secretariat.model.record import Facts
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft


def read_facts(draft: Draft) -> Facts:
    """The facts of the header; places are in ``draft.flow.text`` like all places of a draft."""
    header: dict[str, Span] = {}
    title = None
    for unit in draft.flow.units:
        if unit.kind == "title":
            title = draft.flow.text[unit.start : unit.end]
            header["title"] = (unit.start, unit.end)
            break
    return msgspec.structs.replace(draft.facts, title=title, header=header)
