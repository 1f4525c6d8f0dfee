"""Events that the words before their head single out as one edition of a series, or as a meeting of its own.

"the **annual harbour** consultations between the two ministries", "the next in-person summit in 2031", "the 2031 session of
the Council", "the high-level meeting on ports" are each one; "an annual session", "their next meeting", "a dialogue on
ports" are none.
"""

import re

from secretariat.reading.names.heads import Site, Verdict
from secretariat.reading.names.right import grow_right

PERIODIC = frozenset("annual biennial biannual triennial quadrennial yearly".split())
"""What tells of a standing series; it belongs to the name."""

TURN = frozenset("inaugural next upcoming forthcoming previous last recent".split())
"""What tells which edition of a series is meant; all but "inaugural" stay outside the name."""

MEETING = frozenset(["meeting", "summit", "conference", "forum", "exercise"])
"""Kinds of events that such words single out."""

ARRANGED = frozenset(["meeting", "summit", "conference", "forum", "exercise", "festival"])
"""Kinds of which one is meant where somebody means to hold "a …" of them."""

TALKS = frozenset(["of", "between", "with", "among", "on", "for"])
"""What opens the words that tell who meets, or on what."""

BROUGHT_ABOUT = frozenset("held convened organised organized hosted".split())
"""What is told of an event by those who held it."""

OWNERS = frozenset("its their our his her".split())
"""What says whose a meeting is; it is no part of its name."""

ORGANS = frozenset("committee council commission board group bureau conference assembly panel".split())
"""Organs that have no name of their own in a text."""

_FIGURE = re.compile(r"\d\+\d|\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_QUOTES = frozenset(['"', "\u201c", "\u201d"])
_ROUNDS = frozenset("talks consultations negotiations dialogue meetings discussions".split())


def of_an_edition(site: Site) -> Verdict:
    """The name of an event whose head is in lower case, where the words before it single it out."""
    if site.head.kind not in MEETING:
        return None
    start = _phrase(site)
    return (
        _of_a_year(site, start)
        or _of_a_date(site, start)
        or _of_a_series(site, start)
        or _on_a_subject(site, start)
        or _told_of(site, start)
        or _brought_about(site, start)
        or _hosted(site, start)
        or _on_a_day(site, start)
        or _exercised_somewhere(site, start)
        or _of_an_organ(site, start)
    )


def counted_round(site: Site, start: int) -> Verdict:
    """A counted "round" of talks: "the fourth **round of consultations** of the parties", "the sixth negotiating round"."""
    if site.opener != "of":
        return None if site.complemented else (start, site.last + 1, "round:ordinal")
    for at in range(site.last + 2, site.last + 5):
        if site.text(at).lower() in _ROUNDS:
            end = grow_right(site.tokens, at, site.words, site.around, TALKS - {"for"}, frozenset())
            return start, end, "round:ordinal"
    return None


def held_as_one(site: Site) -> bool:
    """Whether a dialogue in capitals is told of as a meeting: "the 2031 Harbour Dialogue", "…, held in May"."""
    at = site.left
    before = site.text(at - 1)
    if _YEAR.fullmatch(site.text(at)) or before in TURN | PERIODIC or site.text(at).lower() in TURN:
        return True
    after = site.right + 1 if site.text(site.right) == "," else site.right
    if site.text(after) == "to" and site.text(after + 1) == "be":
        after += 2
    return site.text(after) in ("held", "convened", "hosted") or (site.text(after), site.text(after + 1)) == (
        "taking",
        "place",
    )


def of_the_body_before(site: Site) -> int | None:
    """Where the known name begins that ends right before the head: "the **Council of Ports (Harbour Masters)** meeting"."""
    last = site.first - 1
    while last > 0 and site.text(site.first - 1) == ")" and site.text(last + 1) != "(" and site.first - last < 9:
        last -= 1
    end = site.tokens[last].end if last >= 0 else -1
    if end not in site.around.ends:
        return None
    near = range(last, max(-1, last - 21), -1)
    return next((at for at in near if site.around.starts.get(site.tokens[at].start) == end), None)


def _phrase(site: Site) -> int:
    """Index of the first of the words before a head that belong to its noun phrase, figures and quotation marks too."""
    words, at = site.words, site.first
    while at > 0 and site.first - at < 8:
        token = site.tokens[at - 1]
        text = token.text
        figure = token.shape == "number" and (_FIGURE.fullmatch(text) or _YEAR.fullmatch(text))
        pair = text == "and" and at < site.first and site.tokens[at - 2].shape == "lower"
        if token.shape in ("mark", "number", "possessive") and not figure and text not in _QUOTES:
            break
        if not pair and (text in words.stop or text in words.connector or text in words.complement):
            break
        if (
            text in OWNERS
            or text in words.outside
            or text in words.verbs
            or (text.endswith("ing") and text.lower() not in TURN)
        ):
            break
        at -= 1
    while at < site.first and site.text(at) in _QUOTES | {"and"}:
        at += 1
    return at


def _of_a_year(site: Site, start: int) -> Verdict:
    """ "the **2031 session**", "the **2031 Union forum on ports**": a year alone before a singular head."""
    if site.plural or not _YEAR.fullmatch(site.text(start)) or site.head.id in ("dialogue", "exhibition"):
        return None
    token = site.tokens[start]
    dates = site.around.dates
    whole = token.start in dates and dates[token.start] == token.end and token.start - 1 not in dates
    alone = site.text(start - 1).lower() in ("the", "its", "their", "our", "at", "during")
    return (start, site.right, f"{site.head.id}:year") if whole and alone else None


def _of_a_date(site: Site, start: int) -> Verdict:
    """ "their 15 June 2031 **summit meeting**", "the 4 May **ministerial** session": a day right before it, which stays outside."""
    if site.plural or site.head.id in ("dialogue", "exhibition"):
        return None
    span = next((span for at in (start, start - 1) if (span := _date_that_ends(site, at))), None)
    if span is None or span[1] + 1 > site.first:
        return None
    first, last = span
    owned = site.text(first - 1).lower() in ("the", "its", "their", "our", "his", "her")
    telling = last + 1 < site.first or site.head.kind == "summit" or site.complemented
    return (last + 1, site.right, f"{site.head.id}:dated") if owned and first < last and telling else None


def _date_that_ends(site: Site, last: int) -> tuple[int, int] | None:
    """The first and the last token of the date that ends with a token; None where none does."""
    near = range(last, max(-1, last - 6), -1) if 0 <= last < len(site.tokens) else ()
    dates = site.around.dates
    end = site.tokens[last].end if near else 0
    inside = [at for at in near if site.tokens[at].start in dates and dates[site.tokens[at].start] == end]
    return (inside[-1], last) if inside else None


def _brought_about(site: Site, start: int) -> Verdict:
    """ "we organised a **joint workshop** in Kelmar", "they convened a **roundtable** with shipowners": one that they held."""
    if site.plural or site.text(start - 1) not in ("a", "an") or site.text(start - 2) not in BROUGHT_ABOUT:
        return None
    telling = start < site.first or site.complemented or site.opener in TALKS
    return (start, site.right, f"{site.head.id}:held") if telling else None


def _hosted(site: Site, start: int) -> Verdict:
    """ "the **workshop** organised by the Harbour Fund", "the **high-level meeting** hosted by Aldovar": by somebody named."""
    if site.plural or site.text(start - 1) not in ("the", "a", "an", "its", "their", "our"):
        return None
    at = site.right
    if site.text(at) not in BROUGHT_ABOUT or site.text(at + 1) != "by":
        return None
    at += 3 if site.text(at + 2) == "the" else 2
    named = at < len(site.tokens) and site.tokens[at].shape in ("capital", "acronym")
    return (start, site.right, f"{site.head.id}:held") if named else None


def _on_a_day(site: Site, start: int) -> Verdict:
    """ "the **technical meeting** of 20 September 2031", "our **virtual meeting** on 3 March": one by its day."""
    at = site.last + 2
    if site.plural or site.complemented or site.opener not in ("of", "on") or not _is_date(site, at):
        return None
    owner = site.text(start - 1).lower()
    exact = re.search(r"\d", site.tokens[at].text) or re.search(r"\d", site.text(at + 1))
    telling = start < site.first and owner in ("the", "its", "their", "our", "his", "her")
    return (start, site.last + 1, f"{site.head.id}:dated") if telling and exact else None


def _of_an_organ(site: Site, start: int) -> Verdict:
    """ "the **organizational session of the preparatory committee** in Lima, on 3 May": of an organ without a name of its own."""
    if (
        site.plural
        or site.head.id != "meeting"
        or site.opener != "of"
        or site.text(site.last + 2) not in ("the", "its")
    ):
        return None
    near = range(site.last + 3, min(site.last + 8, len(site.tokens)))
    end = next((at + 1 for at in near if site.text(at) in ORGANS or site.tokens[at].shape != "lower"), 0)
    if not end or site.text(end - 1) not in ORGANS:
        return None
    at = end + 1 if site.text(end) == "," else end
    at += site.text(at) in BROUGHT_ABOUT
    spot = site.text(at) in ("in", "on", "at", "from") and at + 1 < len(site.tokens)
    placed = spot and (site.tokens[at + 1].start in site.around.cities or _is_date(site, at + 1))
    return (start, end, f"{site.head.id}:held") if placed else None


def _exercised_somewhere(site: Site, start: int) -> Verdict:
    """ "an **in-person tabletop exercise** in Kelmar", "a **training workshop** in Lima": at a place that is named."""
    if site.plural or site.head.id not in ("exercise", "conference") or start == site.first:
        return None
    at = site.right
    placed = (
        site.text(at) in ("in", "at") and at + 1 < len(site.tokens) and site.tokens[at + 1].start in site.around.cities
    )
    return (
        (start, site.right, f"{site.head.id}:held") if placed and site.text(start - 1) in ("a", "an", "the") else None
    )


def _of_a_series(site: Site, start: int) -> Verdict:
    """The edition of a series, where who meets, on what, or when, stands beside it."""
    told = [at for at in range(start, site.first) if site.text(at).lower() in PERIODIC | TURN | {"regular"}]
    if not told:
        return None
    at = told[0]
    word = site.text(at).lower()
    own = site.first - at - 1
    spot = site.text(site.last + 1) in ("in", "on") and site.last + 2 < len(site.tokens)
    dated = spot and (_is_date(site, site.last + 2) or site.tokens[site.last + 2].start in site.around.cities)
    subject = site.complemented or (site.opener in TALKS and site.opener != "for" and not dated)
    singular = not site.plural or word in PERIODIC or word == "regular"
    if word == "regular" and not (site.complemented and site.opener in ("between", "of")):
        return None
    if not singular or not (own or subject or (dated and word in ("next", "upcoming", "forthcoming"))):
        return None
    if site.text(at - 1) in ("a", "an") and not (word in PERIODIC and subject):
        return None
    first = at if word in PERIODIC or word == "inaugural" else at + 1
    if site.text(first) in _QUOTES:
        return None
    return first, site.right, f"{site.head.id}:series"


def _on_a_subject(site: Site, start: int) -> Verdict:
    """ "the **high-level meeting on** ports", "the **international conference on** lighthouses": one with its subject."""
    counted = site.opener == "of" and site.text(site.last + 3).lower() in site.words.ordinals
    if site.head.id == "high-level" and counted and not site.complemented:
        return start, site.last + 1, "high-level:subject"
    if site.plural or not site.complemented or site.opener not in ("on", "between"):
        return None
    definite = site.text(start - 1) in ("the", "its", "their", "our", "this")
    telling = site.head.id == "high-level" or (site.head.strong and start < site.first)
    return (start, site.right, f"{site.head.id}:subject") if definite and telling else None


def _told_of(site: Site, start: int) -> Verdict:
    """ "the **trilateral summit** held in May", "a **joint naval exercise** that took place in the bay": one that was held."""
    if site.plural or site.text(start - 1).lower() not in ("the", "a", "an", "its", "their", "our"):
        return None
    one = site.text(start - 1).lower() == "the" and site.opener in BROUGHT_ABOUT
    if start == site.first and not one and not (site.complemented and site.opener in TALKS):
        return None
    at = site.right
    if site.text(at) == "," and site.text(at + 1) in ("held", "which", "to"):
        at += 1
    if site.text(at) in ("that", "which"):
        at += 1
    if site.text(at) in ("was", "to", "will") and site.text(at + 1) in ("be", "held", "convened", "hosted"):
        at += 2 if site.text(at + 1) == "be" else 1
    told = site.text(at) in ("held", "convened", "hosted") or (site.text(at), site.text(at + 1)) == ("took", "place")
    if not told:
        return None
    at += 2 if site.text(at) == "took" else 1
    spot = site.text(at) in ("in", "on", "at", "from") and at + 1 < len(site.tokens)
    placed = spot and (site.tokens[at + 1].shape in ("capital", "acronym") or _is_date(site, at + 1))
    if site.text(start).lower() in TURN - {"inaugural"}:
        start += 1
    return (start, site.right, f"{site.head.id}:held") if placed else None


def _is_date(site: Site, at: int) -> bool:
    return at < len(site.tokens) and site.tokens[at].start in site.around.dates
