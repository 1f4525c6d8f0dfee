"""Whether the words around "meeting", "Summit", "exercise" … name an event.

An ordinal ("twenty-second session"), who meets ("meeting **of the Council of Ministers**"), or a name before the head
("**Trumpet of Peace military brass band** festivals") makes one; "the meeting" does not.
"""

import re

from secretariat.reading.names.event_editions import (
    ARRANGED,
    counted_round,
    held_as_one,
    of_an_edition,
    of_the_body_before,
)
from secretariat.reading.names.event_participants import (
    of_all,
    of_leaders,
    of_named,
    of_participants,
    of_those_who_meet,
    with_participants,
)
from secretariat.reading.names.heads import Site, Verdict, adjectives, modifiers
from secretariat.reading.names.right import PLURAL_OWNERS

HOLDING = frozenset(
    "hold holding conduct conducting convene convening organise organize organising organizing host hosting".split()
)
"""What one does with an event; a closed list, like that of a grammar."""


ENTITLED = frozenset("on entitled titled called named".split())
"""What may open the subject or title of an event in quotation marks."""

HELD = frozenset("held convened organised organized hosted conducted".split())

SPECIAL = frozenset(["extraordinary", "special", "emergency"])
"""Words in lower case that belong to the name of a meeting in capitals."""

QUOTED = frozenset(["exercise", "operation", "festival", "games", "forum", "exhibition"])
"""Heads that a name in quotation marks may follow."""

OPENING = frozenset(['"', "\u201c", "\u00ab", "'"])
CLOSING = frozenset(['"', "\u201d", "\u00bb", "'"])

ORGAN_OF = frozenset(
    ["session", "sessions", "meeting", "meetings", "bureau", "secretariat", "decision", "decisions", "President"]
)
"""Words that belong to a standing organ: what follows their "of" is a body."""


def _arranged(site: Site) -> bool:
    """Whether one particular event is to be held: "plan to **conduct an** at-sea trilateral exercise"."""
    start = modifiers(site)
    subject = site.head.kind != "meeting" and site.opener in ("to", "on", "with")
    bare = start >= site.first and site.head.id != "high-level" and not subject
    if bare or site.text(start - 1) not in ("a", "an", "A", "An"):
        return False
    passive = site.text(site.right) in ("will", "should", "shall") and site.text(site.right + 1) == "be"
    return site.text(start - 2) in HOLDING or (passive and site.text(site.right + 2) in HELD)


def accepts_event(site: Site) -> Verdict:
    """The name, where there is one."""
    if site.opener.lower() in site.words.event_heads or _is_an_organ(site):
        return None
    if quoted := _with_quoted_name(site):
        return quoted
    if site.head.id == "observance":
        named = (
            site.complemented
            and site.capital
            and not (site.head.text.startswith("Years") and site.text(site.left - 1).isdigit())
        )
        return (site.left, site.right, "observance:capital") if named else None
    if site.head.id == "discussion" and not site.capital:
        return None
    start, premodified = premodifiers(site, site.left if site.capital else site.first)
    counted = start < site.first and is_ordinal(site.text(start), site)
    if site.head.id == "round" and not site.capital:
        return counted_round(site, start) if counted else None
    if site.head.id == "edition" and not (counted and site.complemented):
        return None
    if site.head.id == "numbered-only":
        return (start, site.right, "numbered-only:ordinal") if counted and (site.capital or premodified) else None
    if subject := _on_a_quoted_subject(site):
        return subject
    if site.capital:
        return _in_capitals(site, start, counted) or of_leaders(site) or _of_the_leaders_of(site, start, premodified)
    if counted:
        return start, of_participants(site), f"{site.head.id}:ordinal"
    if premodified and site.plural and _only_an_organisation(site, start):
        return None
    compound = any("-" in t.text for t in site.tokens[start : site.first] if t.shape != "lower")
    if premodified and (site.head.strong or compound):
        return start, site.right, f"{site.head.id}:premodified"
    if premodified and site.head.kind == "other" and site.first - start >= 2:
        return start, site.last + 1, f"{site.head.id}:premodified"
    if not site.plural and site.head.kind == "meeting" and _own_dated(site):
        return site.first, site.last + 1, f"{site.head.id}:dated"
    if not site.plural and site.head.kind in ARRANGED and _arranged(site):
        return modifiers(site), site.right, f"{site.head.id}:arranged"
    if site.head.id == "meeting" and not site.plural and (of_body := of_the_body_before(site)) is not None:
        return of_body, site.right, f"{site.head.id}:of-a-body"
    if edition := of_an_edition(site):
        return edition
    if site.head.id in ("meeting", "summit", "conference", "forum") and (end := of_those_who_meet(site)):
        return site.first, end, f"{site.head.id}:participants"
    if site.plural and of_all(site):
        return None
    if site.complemented and site.head.kind in ("meeting", "summit", "conference", "forum") and of_named(site):
        opened = site.first if site.head.strong else adjectives(site)
        return opened, with_participants(site), f"{site.head.id}:of"
    return None


def _in_capitals(site: Site, start: int, counted: bool) -> Verdict:
    grown = site.left < site.first
    if site.plural and site.head.kind == "other" and not counted:
        return None
    if site.head.text == "Exercise" and (end := _called(site)) > site.right:
        return (start if counted else site.left), end, "exercise:named"
    telling = site.head.id == "retreat" or (site.head.id == "dialogue" and held_as_one(site))
    strong = site.head.strong or (grown and telling)
    named = grown or site.complemented if strong else site.complemented and grown
    if counted and not site.complemented:
        return start, of_participants(site), f"{site.head.id}:capital"
    special = start if counted else site.left
    if special == site.left and special > 0 and site.text(special - 1) in SPECIAL:
        special -= 1
    right = site.right
    if grown and right == site.last + 1 and _with_its_year(site):
        named, right = True, right + 1
    return (special, right, f"{site.head.id}:capital") if named or counted else None


def _with_its_year(site: Site) -> bool:
    """Whether the year of the edition stands behind the head: "Harbour Expo **2031**"."""
    at = site.last + 1
    if not re.fullmatch(r"20\d\d", site.text(at)) or site.head.id in ("observance", "named-day"):
        return False
    dates, start = site.around.dates, site.tokens[at].start
    return start in dates and dates[start] == site.tokens[at].end


def _called(site: Site) -> int:
    """The end of the name that follows "Exercise": "Exercise **Calm Waters 2031**"; nought where none does."""
    end = site.last + 1
    while end < len(site.tokens) and site.tokens[end].shape in ("capital", "acronym") and end - site.last < 5:
        end += 1
    if end == site.last + 1:
        return 0
    return end + 1 if end < len(site.tokens) and re.fullmatch(r"(?:20)?\d\d", site.text(end)) else end


def _is_an_organ(site: Site) -> bool:
    """Whether a conference is what holds the meeting: "session of the **Conference of the Parties**"."""
    if site.head.kind != "conference" or not site.capital or site.text(site.first - 1) != "the":
        return False
    return site.text(site.first - 2) == "of" and site.text(site.first - 3) in ORGAN_OF and site.complemented > 0


def _with_quoted_name(site: Site) -> Verdict:
    """ "joint exercise “**Calm Waters**”", "operation “Net”": a name in quotation marks right after the head."""
    at = site.last + 1
    if site.head.id not in QUOTED or site.plural or site.text(at) not in OPENING:
        return None
    end = at + 1
    while end < len(site.tokens) and end - at < 9 and site.text(end) not in CLOSING:
        end += 1
    if site.text(end) not in CLOSING or site.tokens[at + 1].shape not in ("capital", "acronym") or end == at + 1:
        return None
    start = min(site.left, modifiers(site))
    while start < site.first and site.text(start) in site.words.verbs:
        start += 1
    return start, end + 1, f"{site.head.id}:quoted"


def _on_a_quoted_subject(site: Site) -> Verdict:
    """ "a **workshop on “Safe harbours for all”**": what it was on stands in quotation marks."""
    at = site.last + (3 if site.text(site.last + 2) == "the" else 2)
    if site.opener not in ENTITLED or site.plural or site.head.kind not in ARRANGED or site.text(at) not in OPENING:
        return None
    end = at + 1
    while end < len(site.tokens) and end - at < 24 and site.text(end) not in CLOSING:
        end += 1
    if site.text(end) not in CLOSING or end - at < 3 or site.tokens[at + 1].shape not in ("capital", "acronym"):
        return None
    return min(site.left, modifiers(site)), end + 1, f"{site.head.id}:quoted"


def _of_the_leaders_of(site: Site, start: int, premodified: bool) -> Verdict:
    """ "the **Basin leaders' Summit**": whose meeting it is, in lower case after a name."""
    if not premodified or not site.head.strong or site.plural or site.tokens[site.first - 1].shape != "possessive":
        return None
    return (start, site.right, f"{site.head.id}:premodified") if site.first - start <= 5 else None


def _only_an_organisation(site: Site, start: int) -> bool:
    """Whether the only name before a plural is an organisation's: "the major **United Nations** conferences"."""
    named = [i for i in range(start, site.first) if site.tokens[i].shape in ("capital", "acronym")]
    if not named:
        return False
    end = site.around.starts.get(site.tokens[named[0]].start, 0)
    return site.tokens[named[-1]].end <= end and len(named) < 4


def _own_dated(site: Site) -> bool:
    """Whether "its meeting" is one by its date: "at their **meeting** in July", "its **meeting** to be held in 2024"."""
    at = site.first - 1
    if site.text(at) not in ("its", "their", "our") or site.text(site.first) not in ("meeting", "session"):
        return False
    after = site.last + 1
    if site.text(after) == "to" and site.text(after + 1) == "be":
        after += 3
    elif site.text(after) == "held":
        after += 1
    return (
        site.text(after) in ("in", "on")
        and after + 1 < len(site.tokens)
        and site.tokens[after + 1].start in site.around.dates
    )


def is_ordinal(word: str, site: Site) -> bool:
    """Whether a word counts editions: "20th", "Seventy-ninth", "first-ever"."""
    text = word.lower()
    return text in site.words.ordinals or (text[:1].isdigit() and text[-2:] in ("th", "st", "nd", "rd"))


def premodifiers(site: Site, left: int) -> tuple[int, bool]:
    """Where the words before an event's head begin, and whether a name is among them."""
    tokens, at, named = site.tokens, left, False
    while at > 0 and left - at < 12:
        token = tokens[at - 1]
        if is_ordinal(token.text, site):
            at -= 1
            break
        if token.shape in ("capital", "acronym"):
            owners = token.text in PLURAL_OWNERS and tokens[at].shape == "possessive"
            if (token.text in site.words.outside and not owners) or site.around.states.get(token.start) == token.end:
                break
            named = True
        elif token.shape not in ("lower", "possessive") or not _may_modify(site, at - 1, named):
            break
        at -= 1
    if named:
        while at < left and tokens[at].shape == "lower" and not is_ordinal(tokens[at].text, site):
            at += 1
    return at, named


def _may_modify(site: Site, at: int, named: bool) -> bool:
    """Whether a word in lower case belongs before an event's head: "military", or "and" and "of" between its parts."""
    words, text = site.words, site.text(at)
    beyond = site.tokens[at - 1] if at else None
    if beyond is not None and beyond.shape == "lower" and site.tokens[at].shape == "possessive":
        return True
    if beyond is not None and text in ("of", "and", "for"):
        if named and beyond.shape == "capital":
            return True
        if text == "and" and not named and beyond.shape == "lower" and beyond.text not in words.stop:
            return True
    return not (named or text in words.stop or text in words.connector or text in words.complement)
