"""When and where a named thing was held, signed or adopted: from its bracket, its own clause or the sentence."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from secretariat.model.mentions import Date, Place, State
from secretariat.model.spans import Span
from secretariat.reading.draft import Draft

M = TypeVar("M", Date, Place, State)

REACH = 160
"""How far after a name its date may stand, in characters; "signed by the heads of state of …" can be long."""

_LINK = re.compile(
    r"^\s*[,(]?\s*(?:(?:which (?:was|were)|that (?:was|were)|was|were|is|are|to be|will be|first|originally|dated|"
    r"adopted|signed|held|approved|concluded|reached|endorsed|issued|launched|convened|opened|done|of|on|in|at|from|"
    r"via|under|the|successfully|again|jointly|took place|takes place|due to take place|met|meets|"
    r"(?:will|shall|is to|are to) (?:take place|be held|be hosted|be convened|convene|meet)|"
    r"and|,|during|format|person|video|videoconference|virtually|"
    r"chairmanship|presidency|chaired|hosted|being|due|planned for|scheduled for|scheduled to be|slated for|being held|"
    r"United Nations Headquarters|city|capital|town|between|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:assigned|awarded|entrusted) to|by(?= the [A-Z]| [A-Z]| video))\s*,?\s*)+"
)
_CHAIRED = re.compile(r"(?:chairmanship|presidency|chaired by)[a-z ]*$")
_HOST = re.compile(r"(?:hosted by|(?:assigned|awarded|entrusted) to)[a-z ]*$")
_HEREINAFTER = re.compile(r" \((?:hereinafter|hereafter|henceforth)[^()]{0,90}\)")
_AGENT = re.compile(r"^\s*,?\s*(?:signed|adopted|approved|endorsed|concluded|issued) by\b")
_AFTER_STATE = re.compile(r"[,.;)\n]|$| (?:on|from|in|at|under|with|for|to)\b|\s*$")
_ACTING = re.compile(r"\b(?:adopted|signed|approved|concluded|endorsed|opened|issued)\b")


class Circumstances(msgspec.Struct, frozen=True):
    """Dates as EDTF and the place as written, of one thing."""

    dates: tuple[str, ...] = ()
    place: str | None = None


class Around:
    """The dates and places of a draft by position, for looking about a name."""

    def __init__(self, draft: Draft, names: Sequence[Span] = ()) -> None:
        """``names`` are spans of names, whose own years tell nothing of their neighbours."""
        self.text = draft.flow.text
        inside = bytearray(len(self.text) + 1)
        for start, end in names:
            inside[start:end] = b"\x01" * (end - start)
        self._dates = [d for d in draft.of(Date) if not inside[d.start] and not any(e.startswith("..") for e in d.edtf)]
        self._cities = [p for p in draft.of(Place) if p.country]
        self._states = draft.of(State)
        self._date_at = {d.start: d for d in self._dates}
        self._city_at = {p.start: p for p in self._cities}
        self._state_at = {s.start: s for s in self._states}
        self._draft = draft

    def after(self, start: int, end: int, stop: int) -> Circumstances:
        """What the words right after a name tell: "(22 May 2019, Bishkek)", "of 4 July 2024", ", held in X on …".

        ``stop`` is where the next name of the same type begins: nothing beyond it is taken.
        """
        limit = min(end + REACH, stop)
        sentence = self._draft.sentence_at(start)
        if sentence:
            limit = min(limit, sentence.end)
        window = self.text[end:limit]
        if window.startswith(" ("):
            closed = window.find(")")
            if 0 < closed < 90:
                inside = self._within(end, end + closed)
                if inside.dates or inside.place:
                    return inside
        if _AGENT.match(window):
            far = min(stop, sentence.end if sentence else limit)
            return self._within(end, far)
        return self._linked(end, limit)

    def _linked(self, end: int, limit: int) -> Circumstances:
        """Dates and a place that only linking words part from the name and from each other."""
        dates: list[str] = []
        place: str | None = None
        apart = _HEREINAFTER.match(self.text, end, limit)
        at = end = apart.end() if apart else end
        while at < limit:
            link = _LINK.match(self.text[at:limit])
            here = at + (link.end() if link else 0)
            if link is None and at == end:
                break
            linked = link.group() if link else ""
            chair = self._state_at.get(here) if _CHAIRED.search(linked) else None
            if chair:
                at = chair.end
                continue
            date = next((self._date_at[d] for d in range(here, max(end, here - 3), -1) if d in self._date_at), None)
            spot: Place | State | None = self._city_at.get(here)
            if spot is None and (linked.rstrip(" the").endswith(" in") or _HOST.search(linked)):
                spot = self._state_at.get(here)
            if date and date.end <= limit and not dates:
                dates, at = list(date.edtf), date.end
            elif spot and spot.end <= limit and place is None:
                at = self._whole_place(spot)
                place = self.text[spot.start : at]
            else:
                break
        return Circumstances(tuple(dates), place)

    def in_name(self, start: int, end: int) -> str | None:
        """The city that a meeting is named for: "the Tianjin Summit"."""
        spot = next((p for p in _between(self._cities, start, end) if p.end < end and self.text[p.end] == " "), None)
        return self.text[spot.start : spot.end] if spot else None

    def city_before(self, end: int) -> str | None:
        """The city that "in" brings right before a place: "approved **in Muscat** at their fortieth meeting"."""
        spot = next((p for p in _between(self._cities, end - 30, end) if p.end == end), None)
        return self.text[spot.start : end] if spot and self.text[spot.start - 4 : spot.start] == " in " else None

    def state_before(self, end: int) -> str | None:
        """The state whose name ends at a place: "the offer of **Maravel** to host the first Forum"."""
        spot = next((s for s in _between(self._states, end - 50, end) if s.end == end), None)
        return self.text[spot.start : end] if spot else None

    def state_at(self, start: int) -> str | None:
        """The state whose name begins at a place."""
        spot = self._state_at.get(start)
        return self.text[spot.start : spot.end] if spot else None

    def next_line(self, end: int) -> Circumstances:
        """The date that ends the unit or stands alone in the next: "95th plenary meeting / 5 September 2025"."""
        date = self._date_at.get(end + 1)
        alone = date is not None and self.text[date.end : date.end + 1] in ("\n", "")
        return Circumstances(date.edtf) if date and alone else Circumstances()

    def _whole_place(self, spot: Place | State) -> int:
        """End of "Astana, Kazakhstan" or "Shanghai and Moscow" from its first city."""
        for joint in (", ", ", the "):
            state = self._state_at.get(spot.end + len(joint))
            if state and self.text.startswith(joint, spot.end) and _AFTER_STATE.match(self.text, state.end):
                return state.end
        inner = self._city_at.get(spot.end + 4) if self.text.startswith(" in ", spot.end) else None
        if inner:
            return self._whole_place(inner)
        joined = re.match(r" and ", self.text[spot.end : spot.end + 5])
        second = self._city_at.get(spot.end + 5) if joined else None
        return second.end if second else spot.end

    def between(self, start: int, end: int) -> Circumstances:
        """The dates and the first place of a stretch of words: a city, or a state after "in"."""
        dates = next((d.edtf for d in _between(self._dates, start, end)), ())
        spots: Sequence[Place | State] = _between(self._cities, start, end)
        if not spots:
            spots = [
                s
                for s in _between(self._states, start, end)
                if re.search(r"\bin (?:the )?$", self.text[start : s.start])
            ]
        place = self.text[spots[0].start : min(end, self._whole_place(spots[0]))] if spots else None
        return Circumstances(dates, place)

    def alone(self, start: int, end: int) -> Circumstances:
        """What a line tells that holds nothing but dates and places: "(8 May 2024, Kelmar)"; else nothing."""
        spots: Sequence[Place | State] = _between(self._cities, start, end) or _between(self._states, start, end)
        dates = _between(self._dates, start, end)
        rest = bytearray(b"\x01" * (end - start))
        place = None
        if spots:
            stop = min(end, self._whole_place(spots[0]))
            place = self.text[spots[0].start : stop]
            rest[spots[0].start - start : stop - start] = bytes(stop - spots[0].start)
        for d in dates:
            rest[d.start - start : d.end - start] = bytes(d.end - d.start)
        left = "".join(c for c, kept in zip(self.text[start:end], rest, strict=True) if kept)
        if re.sub(r"\b(?:the|of|on|in|at|from|to|corresponding|AH|H|AD)\b|[\d\W]", "", left):
            dated = re.search(r"corresponding to|\bAH\b", left)
            return Circumstances(tuple(e for d in dates for e in d.edtf)) if dated and dates else Circumstances()
        return Circumstances(tuple(e for d in dates for e in d.edtf), place)

    def _within(self, start: int, end: int) -> Circumstances:
        dates = [e for d in _between(self._dates, start, end) for e in d.edtf]
        spots: Sequence[Place | State] = _between(self._cities, start, end)
        if not spots and self.text[start:end].startswith(" ("):
            spots = _between(self._states, start, end)
        place = self.text[spots[0].start : min(end, self._whole_place(spots[0]))] if spots else None
        return Circumstances(tuple(dates), place)

    def right_before(self, start: int) -> Circumstances:
        """The date that stands right before a name: "their **15 June 2031** summit meeting"."""
        at = bisect_left(self._dates, start, key=lambda m: m.start) - 1
        beside = at >= 0 and self._dates[at].end == start - 1
        return Circumstances(self._dates[at].edtf) if beside else Circumstances()

    def before(self, start: int) -> Circumstances:
        """What the words before tell: "On 15 June 2001 in X, the heads … adopted the", "the signing in February 2024 of the"."""
        sentence = self._draft.sentence_at(start)
        low = max(sentence.start if sentence else 0, start - 2 * REACH)
        near = self.text[low:start]
        close = re.search(
            r"\b(?:signing|adoption|renewal|conclusion|opening|launch|approval|holding)\b([^.;]{0,60}?)\bof (?:the )?$",
            near,
        )
        if close:
            return self._within(low + close.start(1), low + close.end(1))
        acts = list(_ACTING.finditer(near))
        if acts and re.fullmatch(r"\s*(?:a|an|the|by them|its|their|this)?\s*", near[acts[-1].end() :]):
            opening = re.match(r"(?:On|In|At) ", self.text[low : low + 3])
            if opening and sentence and low == sentence.start:
                return self._within(low, low + acts[-1].start())
        return Circumstances()


def _between(mentions: Sequence[M], start: int, end: int) -> list[M]:
    """Those of the mentions, in order of place, that lie within ``start:end``."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    found: list[M] = []
    for at in range(first, len(mentions)):
        if mentions[at].start >= end:
            break
        if mentions[at].end <= end:
            found.append(mentions[at])
    return found


def reported(text: str, start: int, end: int) -> bool:
    """Whether the words after a report of a meeting tell of the meeting: "Report of the **Conference**, Almaty, 28 August"."""
    return bool(
        re.search(r"[Rr]eport of the $", text[max(0, start - 14) : start]) and re.match(r", [A-Z]", text[end : end + 3])
    )


def held_after(text: str, end: int) -> bool:
    """Whether the words after a name say when or where a meeting took place, not when a text was adopted."""
    return bool(
        re.match(
            r",? (?:which (?:was|were|took) |that (?:was|were) |was |were )?(?:held|convened|hosted|place|organi[sz]ed)\b",
            text[end : end + 40],
        )
    )


@lru_cache(maxsize=1)
def mode_words() -> tuple[str, ...]:
    """How a meeting was held when its members did not travel."""
    return (
        "videoconference",
        "video conference",
        "video format",
        "videoconferencing",
        "video link",
        "virtual format",
        "virtually",
        "via video",
        "online",
    )


def mode_after(text: str, end: int, stop: int) -> str | None:
    """``videoconference`` where the words after a meeting's name say so."""
    window = text[end : min(stop, end + REACH)].split(". ")[0]
    cut = re.search(r", and |; ", window)
    window = window[: cut.start()] if cut else window
    return "videoconference" if any(w in window for w in mode_words()) else None
