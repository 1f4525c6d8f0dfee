"""The number that opens a paragraph: "1.", "3.1.", "(a)", "iv)", "Article 5", "§ 2", a bullet.

Refused: years and figures of running text ("2021 was …", "3.5 million").
"""

import re
from typing import Literal, TypeAlias

import msgspec

NumberForm: TypeAlias = Literal[
    "digit", "decimal", "inner", "letter", "roman", "capital", "numeral", "bullet", "article", "part", "option"
]


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as printed, without its closing mark; ``length`` code points of the paragraph are the whole prefix."""

    printed: str | None
    form: NumberForm
    length: int


_MARK = r"[*_]{0,3}"
_NOT_CITED = r"(?!\s{1,3}(?:of|and|or|to|shall|in|above|below)\b|,)"
"""What follows the number of an article that is cited and not opened: "Article 5 of the Treaty"."""
_ENDS = r"(?![\dA-Za-z])"
_ENDS_OR_GLUED = r"(?!\d|[A-Za-z](?![a-z]))"
"""What ends the number of an article; in texts that lost their line breaks its heading is written on to it."""
_NUMBER = re.compile(
    rf"""[*_\[]{{0,4}}(?:
      (?P<article>(?:ARTICLE|Article|Art\.|RULE|Rule|Principle|PRINCIPLE)\s{{1,4}}(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?:\s?bis|\s?ter)?{_ENDS_OR_GLUED}
        |[IVXLC]{{1,7}}{_ENDS}|[ivxlc]{{1,7}}{_ENDS}){_MARK}{_NOT_CITED}
        (?:\s{{0,3}}[.:–—-])?\s{{0,4}})
    | (?P<part>(?:PART|Part|CHAPTER|Chapter|SECTION|Section|ANNEX|Annex|APPENDIX|Appendix|TITLE|Title)\s{{1,4}}
        (?:\d{{1,3}}|[IVXLC]{{1,7}}|[ivxl]{{1,6}}|[A-H]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix)\b{_MARK}{_NOT_CITED}(?:\s{{0,3}}[.:–—-])?(?:\s{{1,4}}|$))
    | (?P<decimal>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})(?:\.|\)|(?=\s{{1,40}}[A-Z“"*]|$)){_MARK}(?:\s{{1,40}}|$)
    | (?P<latin>\d{{1,3}}\.?\s?(?:bis|ter|quater))\.?{_MARK}(?:\s{{1,40}}|$)
    | (?P<digit>\d{{1,3}}){_MARK}(?:\.|\)|\s?[–—])(?!\d){_MARK}(?:\s{{1,40}}|$|(?=[A-Z“"]))
    | \((?P<inner>\d{{1,3}})\){_MARK}(?:\s{{1,40}}|$)
    | \(?(?P<roman>(?=[ivx])x{{0,3}}(?:ix|iv|v?i{{0,3}}))\){_MARK}(?:\s{{1,40}}|$|(?=[A-Z“"]))
    | \(?(?P<letter>[a-z](?:\s?bis|\s?ter|[a-z])?)\){_MARK}(?:\s{{1,40}}|$|(?=[A-Z“"]))
    | (?P<low>[ivx]{{2,6}})\.\s{{1,40}}(?=\S)
    | (?P<point>[a-z])\.\s{{1,40}}(?=\S)
    | (?P<numeral>(?=[IVX])X{{0,3}}(?:IX|IV|V?I{{0,3}}))(?:\.|\)){_MARK}(?:\s{{1,40}}|$)
    | \(?(?P<capital>[A-H])(?:\.(?!\s?[A-Z]\.)|\)){_MARK}(?:\s{{1,40}}|$)
    | (?P<alone>[IVX]{{1,6}})$
    | (?P<option>(?:OPTION|Option|ALTERNATIVE|Alternative|VARIANT|Variant)
        \s(?:\d{{1,2}}|[IVX]{{1,5}}|[A-Z])):{_MARK}(?:\s{{1,40}}|$)
    | (?P<bullet>[•●▪■◦○‣⁃·∙*+-]|[–—])(?:\s{{1,40}})(?=\S)
    | (?P<dash>[-–—]{{1,2}})(?=[A-Za-z])
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(r"(?:\d+(?:\.\d+)*(?:\s?(?:bis|ter))?|[IVXLCivxlc]+|[A-Za-z]+)(?=[*_]{0,3}[\s.:–—-]*$)")
_FORMS: dict[str, NumberForm] = {"point": "letter", "alone": "part", "latin": "digit", "low": "roman"}


def leading_number(text: str) -> Number | None:
    """The number that opens ``text``, or none.

    1. ``1. The Parties …`` 2. ``3.1. …`` 3. ``(a) …`` 4. ``iv) …`` 5. ``Article 5`` 6. ``Part II`` 7. ``• …``
    8. ``--energy audits;`` 9. ``(1) …``, its form ``inner`` 10. ``Option 2: …``.
    """
    match = _NUMBER.match(text)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    words = match.group(kind)
    if kind in ("bullet", "dash"):
        return Number(None, "bullet", match.end())
    if kind in ("article", "part"):
        value = _VALUE.search(words.rstrip())
        return Number(value.group() if value else words.strip(), kind, match.end())  # type: ignore[arg-type]
    return Number(words, _FORMS.get(kind, kind), match.end())  # type: ignore[arg-type]
