"""The spellings of a name: one form is kept in the data, its British, American and Oxford spellings are made here.

"Organisation for Economic Co-operation and Development" stands for "Organization for Economic Cooperation and
Development" too; "United Nations Office on Drugs and Crime" for "UN Office on Drugs and Crime".
"""

import re
from collections.abc import Iterable

MOST = 48
"""No form is given more spellings than this; sets that would make more are not tried."""

_SETS: tuple[tuple[str, ...], ...] = (
    ("United Nations", "UN", "U.N."),
    ("United States", "U.S.", "US"),
    ("European Union", "EU"),
    ("Organisation", "Organization"),
    ("organisation", "organization"),
    ("Centre", "Center"),
    ("Programme", "Program"),
    ("Co-operation", "Cooperation"),
    ("co-operation", "cooperation"),
    ("Labour", "Labor"),
    ("Defence", "Defense"),
    ("Non-Proliferation", "Non-proliferation", "Nonproliferation"),
    ("Counter-Terrorism", "Counter-terrorism", "Counterterrorism", "Counter Terrorism"),
    ("Anti-Terrorist", "Anti-terrorist", "Antiterrorist"),
    ("Co-ordination", "Coordination"),
    ("Confidence-Building", "Confidence-building", "Confidence Building"),
    ("Asia-Pacific", "Asia Pacific"),
    ("Nuclear-Weapon-Free", "Nuclear-weapon-free", "Nuclear Weapon-Free", "Nuclear-Weapon Free", "Nuclear Weapon Free"),
    ("Nuclear-Test-Ban", "Nuclear-test-ban", "Nuclear Test-Ban", "Nuclear Test Ban"),
    ("Good-Neighbourliness", "Good-neighbourliness", "Good Neighbourliness", "Good-Neighborliness"),
    ("Long-Term", "Long-term"),
    ("High-Level", "High-level", "High Level"),
    ("Organised", "Organized"),
    ("Civilisations", "Civilizations"),
    ("Standardisation", "Standardization"),
    ("Stabilisation", "Stabilization"),
    ("Decolonisation", "Decolonization"),
    ("Harmonised", "Harmonized"),
    ("Industrialisation", "Industrialization"),
    ("Immunisation", "Immunization"),
    ("Liberalisation", "Liberalization"),
    ("Their", "their"),
    ("Parties", "parties"),
    ("States", "states"),
    ("Micro-organisms", "Micro-Organisms", "Microorganisms"),
    ("Intergovernmental", "Inter-Governmental", "Inter-governmental"),
)
"""Words that are written in several ways; each is tried for the others. Written forms seen in published texts."""

_SET_OF = {word: number for number, words in enumerate(_SETS) for word in words}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(word) for word in longest_first)})(?!\w)")


_ANY = _any_of(_SET_OF)
_ONE_OF = tuple(_any_of(words) for words in _SETS)


def spellings(form: str) -> list[str]:
    """Every spelling of a form of two words or more, the form itself first; a single word keeps its own.

    >>> spellings("Centre for Organised Crime")[:2]
    ['Centre for Organised Crime', 'Centre for Organized Crime']
    """
    if " " not in form:
        return [form]
    found = [form]
    for number in sorted({_SET_OF[word] for word in _ANY.findall(form)}):
        words = _SETS[number]
        if len(found) * len(words) <= MOST:
            made = (_ONE_OF[number].sub(word, known) for known in found for word in words)
            found = list(dict.fromkeys([*found, *made]))
    return [made for made in found if " " in made]
