"""Whether the words around "council", "Centre", "group" … name a body.

"the Council" alone names none, nor does "Multilateral Development Banks"; "Business Council", "SCO Secretariat" and "the
secretariat of the Union" do. What is still to be founded may be in lower case: "establish a private-sector platform".
"""

from secretariat.reading.names.event_editions import held_as_one
from secretariat.reading.names.heads import TELLING, Site, Verdict, created, generic, modifiers

STANDING = frozenset(["group", "secretariat", "council", "committee"])
"""Heads that, in lower case, name a body with an acronym before them: "the G7 working **group**"."""


CONVENING = frozenset(["convene", "convening", "convened", "stand", "standing"])
"""What one does with a group that is not there yet, as one does with a meeting."""

TOLD_BY_SUBJECT = frozenset(["alliance", "network", "panel", "initiative-body", "platform", "facility", "hub", "team"])
"""Weak heads that, where somebody founds them, one word and a subject name: "an **expert alliance on** ports"."""


def accepts_body(site: Site) -> Verdict:
    """The name, where there is one."""
    if site.head.id == "forum-body" and not created(site, site.left):
        return None
    if (
        site.capital
        and site.head.id in ("assembly", "platform")
        and site.text(site.left).lower() in site.words.ordinals
    ):
        return None
    if site.head.id == "initiative-body" and site.capital and held_as_one(site):
        return None
    if site.capital:
        return _in_capitals(site)
    if site.head.id == "secretariat" and _owner(site):
        return site.first, site.right, f"{site.head.id}:owner"
    if _standing(site):
        return site.first, site.right, f"{site.head.id}:complement"
    if (
        site.head.id in STANDING
        and not site.plural
        and site.before
        and site.tokens[site.left].start in site.around.starts
    ):
        return site.left, site.last + 1, f"{site.head.id}:premodified"
    if site.first != site.left:
        return None
    start = modifiers(site)
    near = site.text(start - 1) in ("a", "an") or site.text(start - 1).lower() in site.words.creating
    convened = site.head.id == "group" and site.text(start - 1) in ("a", "an") and site.text(start - 2) in CONVENING
    return _founded(site) if convened or created(site, site.first) or (near and created(site, start)) else None


def _in_capitals(site: Site) -> Verdict:
    before, complemented = site.before, site.complemented
    if site.head.id == "conference-body":
        return (site.first, site.right, "conference-body:capital") if site.left == site.first else None
    if not complemented and (_modifies(site) or generic(site)):
        return None
    if not complemented and site.text(site.left - 1) in ("a", "an") and not created(site, site.left):
        return None
    bracketed = complemented and site.text(site.right - 1) == ")"
    if site.head.strong:
        named = bool(before) or complemented
    else:
        plain_state = len(before) == 1 and before[0].start in site.around.states and not complemented
        marked = any(t.shape == "acronym" or t.start in site.around.starts for t in before)
        named = not plain_state and bool(
            bracketed
            or complemented
            or len(before) >= 2
            or (before and " " in site.head.text and not plain_state)
            or marked
            or (before and created(site, site.left))
        )
    return (site.left, site.right, f"{site.head.id}:capital") if named and not (generic(site) and bracketed) else None


def _standing(site: Site) -> bool:
    """ "working group **on** transport", "mechanism **for the Conference of Ministers**"."""
    if site.plural or site.opener not in ("for", "of", "on"):
        return False
    if site.head.id == "group":
        return site.complemented > 1
    named = any(t.shape == "capital" for t in site.tokens[site.last + 1 : min(site.right, site.last + 5)])
    return site.head.id == "mechanism" and named and site.complemented > 3


def _founded(site: Site) -> Verdict:
    """A body in lower case that a word of creation governs."""
    start = modifiers(site)
    while start < site.first and site.text(start) in ("new", "such", "possible"):
        start += 1
    telling = (
        site.complemented
        and site.opener in TELLING
        and (site.head.strong or (site.first - start >= 1 and site.head.id in TOLD_BY_SUBJECT))
    )
    named = any(t.shape in ("capital", "acronym") for t in site.tokens[start : site.first])
    counted = site.first - start >= (1 if site.head.strong else 2) and (
        site.head.id not in ("mechanism", "initiative-body") or (named and site.head.id == "initiative-body")
    )
    tasked = site.head.id == "group" and " " in site.head.text and not site.plural and site.opener in ("to", "between")
    several = site.plural and not (site.head.id in ("group", "hub", "centre") and site.first - start >= 2)
    several = several and not (site.head.id == "group" and site.first > start and "-" in site.text(start))
    return (start, site.right, f"{site.head.id}:created") if not several and (telling or counted or tasked) else None


def _modifies(site: Site) -> bool:
    """Whether the head only modifies the plural that follows: "Central Bank **Governors**"."""
    after = site.text(site.last + 1)
    if site.last + 1 >= len(site.tokens) or site.tokens[site.last + 1].shape != "capital" or not after.endswith("s"):
        return False
    return after.lower() not in site.words.heads and after[:-1].lower() not in site.words.heads


def _owner(site: Site) -> bool:
    """Whether "of (the) X" with a known body follows."""
    at = site.last + 1
    if site.text(at) != "of":
        return False
    at += 2 if site.text(at + 1) == "the" else 1
    return at < len(site.tokens) and site.tokens[at].start in site.around.starts
