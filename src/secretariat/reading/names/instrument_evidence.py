"""Whether the words around "agreement", "resolution", "Plan" … name an instrument.

"the Charter" alone names none; "UN Charter", "Charter of the United Nations" and "resolution 59/48" do. A head in lower
case needs a number ("resolution 2231"), capitals before it ("USAID water programme"), or a complement that tells which
one ("agreements **on** the development of remote areas").
"""

import re

from secretariat.reading.names.heads import TELLING, Site, Verdict, adjectives, created, modifiers

LATER_HEADS = frozenset(["agreement", "arrangement", "convention", "treaty", "agreements", "protocol", "memorandum"])
"""Heads before which another head only tells the kind: "Framework Agreement", "Concept Agreement"."""

WRITTEN = frozenset(["plan", "programme", "strategy", "roadmap", "concept", "regulations", "declaration", "statement"])
"""Kinds that, in lower case, are texts where somebody adopts them or they have their years."""

ADOPTING = frozenset(
    "adopt adopted adopting approve approved approving endorse endorsed endorsing sign signed adoption approval".split()
)

FIELDS_OF_LAW = frozenset(["International", "Humanitarian", "Rights", "Criminal", "Public", "Private"])
"""Words that tell a field of law, not one law."""

BY_COMPLEMENT = frozenset(["agreement", "convention", "treaty", "protocol", "memorandum", "roadmap"])
"""Kinds that, in lower case, name an instrument by their complement alone."""

CREATABLE = BY_COMPLEMENT | {"concept", "document", "plan", "programme", "strategy", "declaration", "statement", "code"}
"""Kinds that, in lower case, name a text still to be made: "draft **a document on** the protection of investment"."""

PLANS = frozenset(["plan", "programme", "strategy", "roadmap"])
"""Kinds whose "to" and verb tell which one: "develop a **work plan to** mend the locks"."""

ADOPTED = frozenset(["adopted", "signed", "concluded"])
"""What, right after a head in lower case, tells that one text is meant: "the action **programme adopted** in May"."""

ISSUED = frozenset("issued adopted signed concluded released endorsed".split())
"""What, right after a name of two words, tells that it is a text: "the Vision **Statement issued** by the Leaders"."""

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")

NUMBERED = frozenset(["resolution", "decision", "agenda", "protocol", "vision", "presidential statement"])
"""Kinds that a number names."""

_SYMBOL = re.compile(r"(?:[A-Z]{1,6}(?:-\w+)*(?:\(\w+\))?)(?:/(?:[\w-]|\.(?=\w))+(?:\(\w+\))?)+")


def accepts_instrument(site: Site, text: str, offset: int) -> Verdict:
    """The name, where there is one; ``text`` is the unit's text, placed at ``offset``."""
    if _leads_on(site) or _this_one(site):
        return None
    return (
        _with_symbol(site, text, offset)
        or _numbered(site)
        or (_in_capitals(site) if site.capital else _in_lower_case(site))
    )


def _leads_on(site: Site) -> bool:
    """Whether the next capital is the head itself: "Trade and Investment **Framework** Agreement"."""
    following = site.opener
    return site.capital and following[:1].isupper() and following.lower() in LATER_HEADS


def _this_one(site: Site) -> bool:
    """Whether a text speaks of itself: "the implementation of **this Joint Statement**"."""
    return site.capital and not site.complemented and site.text(site.left - 1) in ("this", "This", "our", "present")


def _numbered(site: Site) -> Verdict:
    """ "Security Council Resolution 2231", "decision 1/CP.16", "resolution 194 (III)", "resolution 49/75 J", "Agenda 2063"."""
    at = site.last + 1
    if site.head.kind not in NUMBERED:
        return None
    if site.text(at) == "No":
        at += 2 if site.text(at + 1) == "." else 1
    if (
        at >= len(site.tokens)
        or not any(c.isdigit() for c in site.text(at))
        or site.tokens[at].shape in ("lower", "mark")
    ):
        return None
    if site.head.kind == "protocol" and len(site.text(at)) > 2:
        return None
    return site.left, _number_end(site, at + 1), f"{site.head.id}:number"


def _number_end(site: Site, end: int) -> int:
    """The token after a number with what belongs to it: a letter, Roman numerals in brackets, "of the Security Council"."""
    if len(site.text(end)) == 1 and site.text(end).isupper() and site.text(end + 1) in ("of", ",", "and", "on"):
        return end + 1
    if site.text(end) == "(" and site.text(end + 2) == ")" and set(site.text(end + 1)) <= set("IVXLC-"):
        return end + 3
    if site.text(end) == "of" and site.head.kind == "resolution":
        owner = end + 2 if site.text(end + 1) == "the" else end + 1
        place = site.around.starts.get(site.tokens[owner].start) if owner < len(site.tokens) else None
        if place is not None:
            return next((i for i in range(owner, len(site.tokens)) if site.tokens[i].end >= place), owner) + 1
    return end


def _with_symbol(site: Site, text: str, offset: int) -> Verdict:
    """ "resolution GC(68)/RES/14": the symbol of another organisation's text."""
    at = site.last + 1
    if site.head.kind not in ("resolution", "decision") or at >= len(site.tokens):
        return None
    symbol = _SYMBOL.match(text, site.tokens[at].start - offset)
    if symbol is None or not any(c.isdigit() for c in symbol.group()):
        return None
    end = symbol.end() + offset
    return (
        site.left,
        next((i for i in range(at, len(site.tokens)) if site.tokens[i].end >= end), at) + 1,
        f"{site.head.id}:symbol",
    )


def _in_capitals(site: Site) -> Verdict:
    grown_left = site.first - site.left
    if site.tokens[site.left].start in site.around.states and site.left == site.first - 1 and not site.complemented:
        return None
    if (
        not site.head.strong
        and not grown_left
        and site.plural
        and (not site.first or (site.tokens[site.first - 1].shape == "mark" and site.text(site.first - 1) != ")"))
    ):
        return None
    if site.plural and site.head.kind == "resolution":
        return None
    if site.head.id == "act" and grown_left and site.opener == "of" and _YEAR.fullmatch(site.text(site.last + 2)):
        return site.left, site.last + 3, "act:year"
    if site.head.kind == "law":
        return (site.left, site.right, "law:capital") if _one_law(site) else None
    if site.head.proper:
        return site.left, site.right, f"{site.head.id}:proper"
    named = grown_left or site.complemented if site.head.strong else site.complemented or grown_left >= 2
    if (
        not named
        and (grown_left or site.head.id == "implementing-arrangement" or site.head.id == "vision")
        and not site.plural
        and _brought_about(site)
    ):
        return site.left, site.right, f"{site.head.id}:adopted"
    return (site.left, site.right, f"{site.head.id}:capital") if named else None


def _brought_about(site: Site) -> bool:
    """Whether it is told of as made: "the **Port Vision** issued by the Leaders", "the signing of the **Port Arrangement**"."""
    if site.opener in ISSUED and site.text(site.left - 1) in ("the", "a", "an", "our", "their"):
        return True
    at = site.left - 1 if site.text(site.left - 1) in ("the", "an", "a") else site.left
    return site.text(at - 1) == "of" and site.text(at - 2).lower() in ("signing", "signature", "conclusion", "adoption")


def _one_law(site: Site) -> bool:
    """Whether "Law" ends the name of one law ("Unified Customs **Law**"), not of a field of it ("International Trade Law")."""
    before = {t.text for t in site.before}
    alone = not site.complemented and not site.opener[:1].isupper() and site.text(site.first - 1) != "and"
    return alone and len(before) >= 2 and not FIELDS_OF_LAW & before


def _in_lower_case(site: Site) -> Verdict:
    kind, opener = site.head.kind, site.opener
    telling = site.complemented > 0 and opener in TELLING
    before = site.before
    if kind == "resolution":
        return _on_a_subject(site)
    if site.head.strong and before and (len(before) >= 2 or site.tokens[site.left].start in site.around.starts):
        return (
            None
            if site.plural
            else (site.left, site.right if telling and opener != "to" else site.last + 1, f"{site.head.id}:premodified")
        )
    if telling and kind in BY_COMPLEMENT and opener != "for" and (opener != "to" or _leads_to_verb(site)):
        return adjectives(site), site.right, f"{site.head.id}:complement"
    if telling is False and kind in BY_COMPLEMENT and opener == "with" and site.complemented and not site.plural:
        return adjectives(site), site.right, f"{site.head.id}:complement"
    if kind in WRITTEN and not site.plural and (end := _written(site)):
        return _past_new(site, modifiers(site)), end, f"{site.head.id}:written"
    if opener in ADOPTED and kind in CREATABLE and not site.plural:
        return adjectives(site), site.last + 1, f"{site.head.id}:adopted"
    if telling and kind in CREATABLE and opener != "to" and created(site, site.first):
        return adjectives(site), site.right, f"{site.head.id}:created"
    if telling and kind in PLANS and opener == "to" and not site.plural and modifiers(site) < site.first:
        start = modifiers(site)
        one = site.text(start - 1) in ("a", "an") and created(site, site.first)
        return (_past_new(site, start), site.right, f"{site.head.id}:created") if one else None
    if kind == "report" and site.complemented and (opener == "of" or _asked(site)):
        return adjectives(site), site.right, f"{site.head.id}:report"
    return None


def _past_new(site: Site, start: int) -> int:
    while start < site.first and site.text(start) in ("new", "draft", "corresponding", "relevant", "respective"):
        start += 1
    return start


def _written(site: Site) -> int:
    """The end of a text in lower case that is adopted ("approved a **plan of joint action**") or has its years; else nought."""
    end = site.right
    if not site.complemented and site.opener == "of":
        end = _lower_end(site, site.last + 2)
    start = modifiers(site)
    article = site.text(start - 1) in ("a", "an", "the")
    close = [site.text(i) for i in range(max(0, start - 4), start)]
    after = site.text(end)
    dated = end + 1 < len(site.tokens) and site.tokens[end + 1].start in site.around.dates
    if after in ("for", "until", "to", "towards") and dated and site.first > start:
        return end
    told = article and end > site.last + 1
    if told and any(w in ADOPTING for w in close) and not any(w in ("by", ",") for w in close):
        return end
    later = after == "," and site.text(end + 1) in ADOPTING and site.text(end + 2) in ("on", "by", "at", "in")
    return end if told and later else 0


def _lower_end(site: Site, at: int) -> int:
    """The end of an "of" and its words in lower case: "plan **of main measures for its implementation**"."""
    end = at
    while end < len(site.tokens) and end - at < 10:
        token = site.tokens[end]
        if token.shape != "lower" or token.text in site.words.stop:
            break
        if token.text in ("to", "with", "in", "and") or token.start in site.around.dates:
            break
        if token.text in ("for", "until") and end + 1 < len(site.tokens) and site.tokens[end + 1].shape != "lower":
            break
        end += 1
    while end > at and (site.text(end - 1) in site.words.connector or site.text(end - 1) in site.words.complement):
        end -= 1
    return end if end > at else site.right


def _on_a_subject(site: Site) -> Verdict:
    """ "resolution **on the Middle East**", "Assembly resolution **on** cooperation": one, and in capitals or of a body."""
    at = site.last + (3 if site.text(site.last + 2) == "the" else 2)
    capital = at < len(site.tokens) and site.tokens[at].shape in ("capital", "acronym")
    if site.plural or not site.complemented or site.opener != "on" or not (capital or site.before):
        return None
    return site.left, site.right, f"{site.head.id}:subject"


def _leads_to_verb(site: Site) -> bool:
    """ "agreements **to generate** …" and "protocol to the Convention" name a text; "agreement to work" does not."""
    if site.head.kind == "protocol":
        return True
    return site.plural and site.text(site.last + 2) in site.words.verbs


def _asked(site: Site) -> bool:
    """Whether somebody is asked for the text: "to submit … a report on"."""
    near = [t.text for t in site.tokens[max(0, site.first - 22) : site.first]]
    return "submit" in near or "present" in near or "prepare" in near
