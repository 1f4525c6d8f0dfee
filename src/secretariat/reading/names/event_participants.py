"""Who meets: the words after the head of an event that tell of its participants, of whom the last are often in lower case.

"meeting of culture **ministers**", "meeting of the Union **national coordinators**", "Summit of the **leaders of Aldovar and
Belmora**"; "meetings of the United Nations" are no one series.
"""

from secretariat.reading.names.event_editions import ARRANGED
from secretariat.reading.names.heads import Site, Verdict


def of_leaders(site: Site) -> Verdict:
    """ "the **Summit of the leaders of Aldovar, the Union members and Belmora**": who meets, in lower case, of which states."""
    at = site.last + 3
    if site.plural or site.opener != "of" or site.text(site.last + 2) != "the" or site.head.kind not in ARRANGED:
        return None
    if site.text(at) not in site.words.participants:
        return None
    end = at = at + 1
    while at < len(site.tokens) and at - site.last < 40:
        token = site.tokens[at]
        if token.shape in ("capital", "acronym") or (
            token.text in ("members", "member", "states", "countries") and end == at
        ):
            end = at + 1
        elif token.text not in ("of", "the", "and", ","):
            break
        at += 1
    return (site.left, end, f"{site.head.id}:participants") if end > site.last + 4 else None


def of_those_who_meet(site: Site) -> int:
    """The end of "meeting of culture ministers", where participants are the last word; else nought."""
    if site.complemented or site.opener != "of" or site.text(site.first - 1) in ("a", "an", "any", "such"):
        return 0
    at = site.last + (3 if site.text(site.last + 2) == "the" else 2)
    end = at
    while end < len(site.tokens) and end - at < 9:
        token = site.tokens[end]
        if token.shape == "mark" or token.text in site.words.stop:
            break
        end += 1
        if token.text in ("their", "its", "our"):
            return 0
        if end - at >= 2 and token.text in site.words.participants and site.text(end) not in ("of", "and", "for"):
            return end
    return 0


def of_participants(site: Site) -> int:
    """The end of a counted edition with its participants or subject in lower case: "tenth meeting **of transport ministers**"."""
    if site.complemented or site.opener != "of":
        return site.right
    words, at = site.words, site.last + 2
    if site.text(at) in ("its", "their", "our", "the") and at + 1 < len(site.tokens):
        if site.text(at) == "the" or site.tokens[at + 1].shape != "capital":
            return site.right
        end = at + 1
        while end < len(site.tokens) and (
            site.tokens[end].shape == "capital" or (site.text(end) == "of" and site.tokens[end + 1].shape == "capital")
        ):
            end += 1
        return end
    end = at
    while end < len(site.tokens) and end - at < 9:
        token = site.tokens[end]
        joint = token.text in ("of", "and") and end > at and end + 1 < len(site.tokens)
        if joint and site.tokens[end + 1].shape == "lower" and site.text(end + 1) not in words.stop | words.connector:
            end += 2
            continue
        known = token.shape == "acronym"
        if not known and (token.shape != "lower" or token.text in words.stop or token.text in words.connector):
            break
        end += 1
    return end if (end > at and site.text(end - 1).endswith("s")) or end - at >= 3 else site.right


def of_named(site: Site) -> bool:
    """Whether the complement names who meets: "of the Council of Ministers", "of the relevant Commission"."""
    if site.opener not in ("of", "between"):
        return False
    near = site.tokens[site.last + 2 : site.last + 7]
    named = [t for t in near if t.shape in ("capital", "acronym")]
    return bool(named) and (near[0].text == "the" or named[0] is near[0] or near[0].shape == "lower")


def of_all(site: Site) -> bool:
    """ "meetings of the United Nations": those of a whole organisation are no one series."""
    at = site.last + (3 if site.text(site.last + 2) == "the" else 2)
    known = site.around.starts.get(site.tokens[at].start) if at < len(site.tokens) else None
    named = [t for t in site.tokens[at : site.right] if t.text.lower() in site.words.heads]
    return known is not None and not named and site.tokens[site.right - 1].end <= known


def with_participants(site: Site) -> int:
    """The end of who meets, where the last words are in lower case: "meeting of the Union **national coordinators**"."""
    words, end = site.words, site.right
    while end < len(site.tokens) and end - site.right < 4 and site.tokens[end].shape == "lower":
        text = site.text(end)
        if text in words.stop or text in words.connector or text in words.complement:
            break
        end += 1
    return end if end > site.right and site.text(end - 1).endswith("s") else site.right
