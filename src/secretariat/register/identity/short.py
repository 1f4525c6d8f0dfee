"""Weighs whether a short name stands for a longer one: an acronym, a part of the name, a surname.

"BTWC" for "Convention on … Toxin Weapons … (BTWC)" · "Joint Commission" for "SCO Joint Commission on International Road
Transport Facilitation" in the same document · "Biden" for "Joseph R. Biden" of the same state. Refused: "Action Plan" for
"Action Plan for the Implementation of the Strategy", which is asked and never taken.
"""

from secretariat.register.identity.evidence import Weighed
from secretariat.register.identity.units import Unit

_NOTHING = Weighed(0.0, ())


def weigh_short(one: Unit, other: Unit) -> Weighed:
    """The score and reasons for one of two units being the short name of the other; nothing where it is none."""
    if one.first.type == "person":
        return _person(one, other)
    for short, longer in ((one, other), (other, one)):
        if _is_acronym_of(short, longer):
            here = bool(short.documents & longer.documents)
            return Weighed(0.97 if here else 0.88, ("its acronym", *(("in one document",) if here else ())))
    short, longer = sorted((one, other), key=lambda u: (len(u.words), u.key))
    if not short.word_set < longer.word_set or not short.documents & longer.documents or not short.words:
        return _NOTHING
    if short.first.kind != longer.first.kind or short.first.scope != longer.first.scope or _later_only(short, longer):
        return _NOTHING
    if short.first.type == "body" and len(longer.words) - len(short.words) >= 1:
        return (
            Weighed(0.85, ("the beginning of its name, in one document",), part=True)
            if _opens(short, longer)
            else _NOTHING
        )
    if short.first.type == "instrument" and len(short.words) > 1:
        if short.validities & longer.validities:
            return Weighed(0.86, ("a part of its name, in one document", "the same validity"), part=True)
        return Weighed(0.7, ("a part of its name, in one document",))
    return _NOTHING


def _is_acronym_of(short: Unit, longer: Unit) -> bool:
    """Whether the whole name of one is the acronym that the other has in brackets."""
    bare = {s.acronym for s in short.signatures if s.acronym and s.acronym == s.name}
    bracketed = {s.acronym for s in longer.signatures if s.acronym and s.acronym != s.name}
    return bool(bare & bracketed)


def _opens(short: Unit, longer: Unit) -> bool:
    """Whether the longer name begins with all the words of the short one."""
    return longer.words[: len(short.words)] == short.words


def _later_only(short: Unit, longer: Unit) -> bool:
    """Whether the short name stands only before the long one is given, in every document that has both."""
    for document in short.documents & longer.documents:
        first_long = min(s.start for s in longer.signatures if s.document == document)
        if any(s.start > first_long for s in short.signatures if s.document == document):
            return False
    return True


def _person(one: Unit, other: Unit) -> Weighed:
    if not one.places & other.places or not one.words or not other.words:
        return _NOTHING
    short, longer = sorted((one, other), key=lambda u: (len(u.words), u.key))
    if short.word_set < longer.word_set:
        return Weighed(0.87, ("a part of the name", "of the same state or body"), part=True)
    if short.words[-1] == longer.words[-1] and _offices(one) & _offices(other):
        return Weighed(0.86, ("the same last name", "the same office of the same state or body"), part=True)
    return _NOTHING


def _offices(unit: Unit) -> frozenset[str]:
    return frozenset(s.office.casefold() for s in unit.signatures if s.office)
