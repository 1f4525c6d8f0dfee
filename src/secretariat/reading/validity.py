"""For which time an instrument is in force, as far as its own name says."""

import re

from secretariat.model.mentions import Date
from secretariat.reading.dates import dates_in
from secretariat.reading.dating.atoms import words_before
from secretariat.reading.dating.grammar import any_of, english


def validity_of(name: str) -> str | None:
    """The validity of an instrument as EDTF; null where its name states none.

    1. "Strategy until 2025" → ``../2025`` 2. "Programme for 2022-2024", "Plan (2021–2025)" → ``2022/2024``
    3. "2022-2023 Cooperation Plan" → ``2022/2023`` 4. "Programme for 2022", "2024 Work Plan" → ``2022``.
    Null: "2030 Agenda", "Agenda 2063", "Vision 2040", "Convention of 1998", "Plan from 15 to 17 May 2020".
    """
    if not any(c.isdigit() for c in name):
        return None
    dates = [d for d in dates_in(name) if len(d.edtf) == 1 and d.edtf[0].count("-") in (0, 2) and len(d.edtf[0]) != 10]
    for date in dates:
        if "/" in date.edtf[0] and not date.edtf[0].endswith("/.."):
            return date.edtf[0]
    for date in dates:
        if len(date.edtf[0]) == 4 and (validity := _of_year(name, date)):
            return validity
    return None


def _of_year(name: str, date: Date) -> str | None:
    """What one year in a name says: "for 2022" is its validity, "to 2030" its end, "of 1998" neither."""
    grammar = english()
    before = words_before(name, date.start)
    if re.search(rf"(?<!\w){grammar.among('validity-until')} (?:the year )?$", before, re.IGNORECASE):
        return f"../{date.edtf[0]}"
    if re.search(rf"(?<!\w){grammar.among('validity-before')} $", before, re.IGNORECASE):
        return date.edtf[0]
    kinds = any_of(grammar.words.get("validity-kind", ()))
    opens = date.start == 0 and re.search(rf" {kinds}(?: of (?:Action|Work|Activities))?$", name, re.IGNORECASE)
    return date.edtf[0] if opens else None
