"""When and where a named thing was held, signed or adopted: from its bracket, its own clause or the sentence."""

import re
from functools import lru_cache

import msgspec

from secretariat.model.mentions import Date, Place, State
from secretariat.reading.draft import Draft

REACH = 160
"""How far after a name its date may stand, in characters; "signed by the heads of state of …" can be long."""

_LINK = re.compile(
    r"^\s*[,(]?\s*(?:(?:which (?:was|were)|that (?:was|were)|was|were|is|are|to be|will be|first|originally|dated|"
    r"adopted|signed|held|approved|concluded|reached|endorsed|issued|launched|convened|opened|done|of|on|in|at|from|for|by|"
    r"via|under|the|successfully|again|jointly|took place|and|,|during|format|person|video|videoconference|virtually|"
    r"chairmanship|presidency|chaired|hosted|city|capital|town|between)\s*,?\s*)+"
)
_CHAIRED = re.compile(r"(?:chairmanship|presidency|chaired by|hosted by)[a-z ]*$")
_AGENT = re.compile(r"^\s*,?\s*(?:signed|adopted|approved|endorsed|concluded|issued) by\b")
_ACTING = re.compile(r"\b(?:adopted|signed|approved|concluded|endorsed|opened|issued)\b")
_BREAK = re.compile(r"[;.](?:\s|$)|\b(?:which|who|where|while|whereas|recalling|noting|welcoming|and in this regard|to)\b")


class Circumstances(msgspec.Struct, frozen=True):
    """Dates as EDTF and the place as written, of one thing."""

    dates: tuple[str, ...] = ()
    place: str | None = None


class Around:
    """The dates and places of a draft by position, for looking about a name."""

    def __init__(self, draft: Draft) -> None:
        self.text = draft.flow.text
        self.dates = draft.of(Date)
        self.places = [p for p in draft.of(Place) if p.country]
        self.countries = [Place(start=s.start, end=s.end, name=s.code) for s in draft.of(State)]
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
        at = end
        while at < limit:
            link = _LINK.match(self.text[at:limit])
            here = at + (link.end() if link else 0)
            if link is None and at == end:
                break
            chair = next((s for s in self.countries if s.start == here), None) if link and _CHAIRED.search(link.group()) else None
            if chair:
                at = chair.end
                continue
            date = next((d for d in self.dates if here - 2 <= d.start <= here), None)
            spots = [*self.places, *self.countries] if link and link.group().rstrip().endswith(" in") else self.places
            spot = next((p for p in spots if p.start == here), None)
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
        spot = next((p for p in self.places if start <= p.start and p.end < end and self.text[p.end] == " "), None)
        return self.text[spot.start : spot.end] if spot else None

    def next_line(self, end: int) -> Circumstances:
        """The date that ends the unit or stands alone in the next: "95th plenary meeting / 5 September 2025"."""
        date = next((d for d in self.dates if d.start == end + 1), None)
        alone = date is not None and self.text[date.end : date.end + 1] in ("\n", "")
        return Circumstances(date.edtf) if date and alone else Circumstances()

    def _whole_place(self, spot: Place) -> int:
        """End of "Astana, Kazakhstan" or "Shanghai and Moscow" from its first city."""
        tail = re.match(r", ([A-Z]\w+)(?=[,.;)]| on\b)", self.text[spot.end : spot.end + 40])
        if tail and any(s.start == spot.end + 2 for s in self._draft.of(State)):
            return spot.end + tail.end()
        joined = re.match(r" and ", self.text[spot.end : spot.end + 5])
        second = next((p for p in self.places if joined and p.start == spot.end + 5), None)
        return second.end if second else spot.end

    def _within(self, start: int, end: int) -> Circumstances:
        dates = [e for d in self.dates if start <= d.start and d.end <= end for e in d.edtf]
        spots = [p for p in self.places if start <= p.start and p.end <= end]
        spots = spots or [s for s in self.countries if start <= s.start and s.end <= end and self.text[start:end].startswith(" (")]
        place = self.text[spots[0].start : min(end, self._whole_place(spots[0]))] if spots else None
        return Circumstances(tuple(dates), place)

    def before(self, start: int) -> Circumstances:
        """What the words before tell: "On 15 June 2001 in X, the heads … adopted the", "the signing in February 2024 of the"."""
        sentence = self._draft.sentence_at(start)
        low = max(sentence.start if sentence else 0, start - 2 * REACH)
        near = self.text[low:start]
        close = re.search(r"\b(?:signing|adoption|renewal|conclusion|opening|launch|approval|holding)\b([^.;]{0,60}?)\bof (?:the )?$", near)
        if close:
            return self._within(low + close.start(1), low + close.end(1))
        acts = list(_ACTING.finditer(near))
        if acts and re.fullmatch(r"\s*(?:a|an|the|by them|its|their|this)?\s*", near[acts[-1].end() :]):
            opening = re.match(r"(?:On|In|At) ", self.text[low : low + 3])
            if opening and sentence and low == sentence.start:
                return self._within(low, low + acts[-1].start())
        return Circumstances()


@lru_cache(maxsize=1)
def mode_words() -> tuple[str, ...]:
    """How a meeting was held when its members did not travel."""
    return ("videoconference", "video conference", "video format", "videoconferencing", "video link", "virtual format", "virtually", "via video", "online")


def mode_after(text: str, end: int, stop: int) -> str | None:
    """``videoconference`` where the words after a meeting's name say so."""
    window = text[end : min(stop, end + REACH)].split(". ")[0]
    cut = re.search(r", and |; ", window)
    window = window[: cut.start()] if cut else window
    return "videoconference" if any(w in window for w in mode_words()) else None
