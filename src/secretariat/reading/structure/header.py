"""What a document says of itself: title, kind, symbol, date, place, who issued it – each with where it stands."""

import re

import msgspec

from secretariat.model.record import Facts
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft
from secretariat.reading.flow import Unit
from secretariat.reading.structure.furniture import SYMBOL
from secretariat.reading.structure.header_dates import DateReader
from secretariat.reading.structure.header_fields import read_fields
from secretariat.reading.structure.header_issuer import read_issuer, read_kind, read_organisation
from secretariat.reading.structure.header_when import read_mode, read_when
from secretariat.reading.structure.vocabulary import structure_words

_NUMBERED = re.compile(r"\d{1,3}/\d{1,4}(?: ?[A-Z])?\. ?")
_RESOLUTION = re.compile(r"\b(?P<kind>resolution|decision)(?: adopted by|\**$)", re.IGNORECASE)
_SIGNED = re.compile(r"\s\[(?:done|signed|adopted)\b.*", re.IGNORECASE)
_EMPHASIS = "*_# "


def read_facts(draft: Draft) -> Facts:
    """The facts of the header; places are in ``draft.flow.text`` like all places of a draft."""
    flow = draft.flow
    heads = [u for u in flow.units[:80] if u.kind in ("header", "title")]
    header = read_fields(flow, heads)
    published = header.get("date")
    if "title" not in header and (title := _title(draft)):
        header["title"] = title
    symbol = _symbol(draft)
    if symbol:
        header["symbol"] = symbol
    values: dict[str, str] = {}
    when = read_when(draft, symbol is not None)
    if published and (dates := DateReader(draft.lexicon.words("month")).find(flow.text, *published)):
        values["date"] = dates[0].edtf
    elif when.date:
        values["date"], header["date"] = when.date.edtf, when.date.span
    else:
        header.pop("date", None)
    if when.place and "place" not in header:
        header["place"] = when.place
    for name, found in (
        ("kind", _kind(draft, header.get("title"))),
        ("organisation", read_organisation(draft, symbol is not None)),
        ("mode", read_mode(draft)),
    ):
        if found:
            values[name], header[name] = found
    issuer = read_issuer(draft, header.get("title"))
    if issuer:
        header["issued_by"] = issuer
    for name in ("title", "place", "publisher", "notes", "symbol", "issued_by"):
        if name in header:
            values[name] = flow.text[slice(*header[name])].replace("\n", " ")
    return msgspec.structs.replace(draft.facts, header=header, **values)


def _title(draft: Draft) -> Span | None:
    """The title without its number ("79/332. ") and emphasis."""
    text = draft.flow.text
    for unit in draft.flow.units:
        if unit.kind != "title":
            continue
        start, end = unit.start, unit.end
        number = _NUMBERED.match(text, start, end)
        start = number.end() if number else start
        words = text[start:end]
        kept = _SIGNED.sub("", words).strip(_EMPHASIS)
        if kept:
            start += words.index(kept)
            return start, _title_end(draft, unit, start + len(kept))
    return None


def _title_end(draft: Draft, unit: Unit, end: int) -> int:
    """Where a title ends that goes on in the next title lines: all in capitals, or left open ("BETWEEN")."""
    text = draft.flow.text
    units = draft.flow.units
    at = draft.flow.unit_at(unit.start) + 1
    while at < len(units) and units[at].kind == "title" and units[at].end - unit.start < 600:
        following = text[units[at].start : units[at].end]
        open_end = text[unit.start : end].rsplit(None, 1)[-1].casefold() in structure_words(draft.lexicon).open_ends
        if not (open_end or (text[unit.start : end].isupper() and following.isupper())):
            break
        end = units[at].end
        at += 1
    return end


def _symbol(draft: Draft) -> Span | None:
    """The first line of the head that is a document symbol."""
    for unit in draft.flow.units[:12]:
        if unit.kind != "header":
            continue
        match = SYMBOL.search(draft.flow.text, unit.start, min(unit.end, unit.start + 200))
        if match and (match.start() == unit.start or match.end() == unit.end):
            return match.span()
    return None


def _kind(draft: Draft, title: Span | None) -> tuple[str, Span] | None:
    """ "resolution" where the head says so, else the kind that title or text name."""
    for unit in draft.flow.units[:40]:
        if unit.kind == "header":
            match = _RESOLUTION.search(draft.flow.text, unit.start, unit.end)
            if match:
                return match["kind"].lower(), match.span("kind")
    return read_kind(draft, title)
