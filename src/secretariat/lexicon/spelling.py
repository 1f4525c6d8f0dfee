"""The spellings of a name: one form is kept in the data, its British, American and Oxford spellings are made here.

"Organisation for Economic Co-operation and Development" stands for "Organization for Economic Cooperation and
Development" too; "United Nations Office on Drugs and Crime" for "UN Office on Drugs and Crime".
"""

import re
from itertools import islice

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

_ONE_OF = tuple(
    (re.compile(rf"(?<![\w.])(?:{'|'.join(re.escape(w) for w in sorted(words, key=len, reverse=True))})(?!\w)"), words)
    for words in _SETS
)


def spellings(form: str) -> list[str]:
    """Every spelling of a form of two words or more, the form itself first; a single word keeps its own.

    >>> spellings("Centre for Organised Crime")[:2]
    ['Centre for Organised Crime', 'Centre for Organized Crime']
    """
    found = {form: None}
    if " " not in form:
        return [form]
    for pattern, words in _ONE_OF:
        if not pattern.search(form) or len(found) * len(words) > MOST:
            continue
        for known in list(found):
            for word in words:
                made = pattern.sub(word, known)
                if " " in made:
                    found.setdefault(made)
    return list(islice(found, MOST))
