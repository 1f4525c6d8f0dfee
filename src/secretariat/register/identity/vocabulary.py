"""The words that identity needs, from the lexicon and the profiles, looked up fast."""

import re
import unicodedata
from functools import lru_cache

from secretariat.lexicon.load import Lexicon
from secretariat.profiles.load import Profiles

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W\d_]+)*")
_SPELLED = (
    ("isation", "ization"),
    ("programme", "program"),
    ("centre", "center"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("neighbour", "neighbor"),
    ("co-op", "coop"),
    ("co-ord", "coord"),
    ("combatting", "combating"),
)
"""One spelling for words that are written in several: after the same sets as ``lexicon/spelling.py``."""


@lru_cache(maxsize=65536)
def fold_name_word(word: str) -> str:
    """A word of a name without case, accents, plural ending and spelling of one country."""
    plain = unicodedata.normalize("NFKD", word).replace("’", "'").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).removesuffix("'s").rstrip("'")
    for one, other in _SPELLED:
        plain = plain.replace(one, other)
    plain = plain.replace("-", "").replace("'", "")
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")):
        return plain[:-1]
    return plain


def name_tokens(name: str) -> list[str]:
    """The folded words of a name, in their order."""
    return [fold_name_word(token) for token in _TOKEN.findall(name)]


class Vocabulary:
    """Words by their meaning for identity, and the organisations that a name names."""

    def __init__(self, lexicon: Lexicon, profiles: Profiles) -> None:
        self.profiles = profiles
        groups: dict[str, set[str]] = {}
        for entry in lexicon.entries("identity_words"):
            groups[entry.id] = {fold_name_word(word) for form in entry.forms for word in form.split()}
        self.empty = frozenset(groups["empty"])
        self.party = frozenset(groups["party"])
        self.own = frozenset(groups["own"])
        self.bound = frozenset(groups["bound"])
        self.general = frozenset(groups["general"])
        self.relative = frozenset(groups["relative"])
        self.styles = frozenset(groups["style"])
        self.ordinals = {fold_name_word(form): value for form, value in lexicon.words("ordinals").items()}
        self.owner_of = {o.id: p.id for p in profiles.by_id.values() for o in (*p.organs, *p.instruments)}
        self.hash = f"{lexicon.hash} {profiles.hash}"
        self.known_names = {
            e.id: e.forms[0]
            for category in ("body-name", "instrument-name", "state")
            for e in lexicon.entries(category)
            if e.forms
        }
        self.cues = {e.id: tuple(e.forms) for e in lexicon.entries("identity_words")}
        self._hits: dict[str, tuple[tuple[int, int, str], ...]] = {}

    def knows(self, key: str, name: str, scope: str) -> bool:
        """Whether a known id holds for a name in a document of ``scope``.

        "Council of Heads of State" is known as an organ of one organisation; in the document of another it is another council.
        """
        owner = self.owner_of.get(key)
        if owner is None or owner == scope or any(o == owner for _, _, o in self.organisations_in(name)):
            return True
        return not all(word in self.general or word in self.party or word in self.empty for word in name_tokens(name))

    def organisations_in(self, name: str) -> tuple[tuple[int, int, str], ...]:
        """Where a name names organisations that have a profile: (start, end, id), the longest first at each place."""
        found = self._hits.get(name)
        if found is None:
            hits = self.profiles.literals.scan(name).longest("organisation")
            found = tuple((h.start, h.end, h.entry.id) for h in hits)
            self._hits[name] = found
        return found
