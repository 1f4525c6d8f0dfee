"""The words and patterns with which dates are read, made once from a lexicon.

Only ``anchor`` looks through a whole text; every other pattern is tried at a known place, within a few words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from secretariat.lexicon.entries import DateWord
from secretariat.lexicon.literals import Form, Literals
from secretariat.lexicon.load import Lexicon, load_lexicon

YEAR = r"(?:1[6-9]|20|21)\d\d"
DASH = r"[-\u2012-\u2015\u2212\u00d0]"
"""What stands between the ends of a span; the last is a dash that was extracted in a wrong encoding, seen often."""
SPAN = rf"(?: ?{DASH}{{1,2}} ?| (?:to|through|until|till) )"
DAY = r"(?:0[1-9]|[12]\d|3[01]|[1-9])(?: ?(?:st|nd|rd|th)\b)?(?!\d)"
_DAY_ITEM = rf"{DAY}(?:{SPAN}{DAY})?"
_DAYS = rf"{_DAY_ITEM}(?:(?:(?:, {_DAY_ITEM}){{0,6}})(?:,? and |,? & ){_DAY_ITEM})?"
NO_WORD_BEFORE = r"(?<![\w/.,:$+\u20ac\u00a3-])"


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first; none of them makes one that never matches."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w) for w in ordered) + ")" if ordered else "(?!)"


@dataclass(frozen=True)
class DateGrammar:
    """The compiled words of one language; patterns that end in ``$`` are tried on the words before a place."""

    words: dict[str, tuple[str, ...]]
    months: dict[str, int]
    literals: Literals
    anchor: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        put(self, "anchor", re.compile(rf"(?<!\d){YEAR}(?!\d)"))
        put(self, "_patterns", self._compile())

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern of that name."""
        return self._patterns[name]  # type: ignore[attr-defined, no-any-return]

    def among(self, name: str) -> str:
        """A pattern for one of the words of an entry."""
        return any_of(self.words.get(name, ()))

    def _compile(self) -> dict[str, re.Pattern[str]]:
        inner = rf"(?:{self.among('within-year')}[ -])?"
        ends = rf"(?:the )?{self.among('end-of')} (?:of )?(?:the )?"
        numbers = any_of((*self.words.get("number-words", ()), *self.words.get("tens-words", ())))
        number = rf"(?:(?:{numbers}|thousand|hundred|and)[ -]?\b)"
        ordinal = self.among("ordinal-days").replace(r"\-", "[- ]")
        quarter = f"({self.among('quarters')}|{self.among('last-part')}) quarter(?: of)?|Q([1-4])"
        month_after = r"(?: day)? of (?:the (?:month of )?)?$"
        sources = {
            # before a month: "15 and 16 ", "14th day of ", "seventh day of "
            "days-before": rf"{NO_WORD_BEFORE}({_DAYS})(?: day)?(?: of)? (?:the (?:month of )?)?$",
            "words-before": rf"(?<![\w-])({ordinal}){month_after}",
            "year-before": rf"(?<![\w/.,:$-])({YEAR}),? $",
            # after a month: " 2021", ", 2021", " 17, 2021", " 15-17 and 19, 2021"
            "year-after": rf"\.?(?: ?,)? (?:of |in the year )?({YEAR})(\d{{1,2}})?(?!\d)",
            "days-after": rf"\.? ({_DAYS})(?![\w/%]|[.:,]\d\d\b(?!\d))",
            "day-year": rf" ?,? ?({YEAR})(\d{{1,2}})?(?!\d)",
            "spelled": rf",?(?: (?:in|of) the year(?: of our lord)?,?)? (?=one|two)({number}{{3,8}})(?<! )(?<!-)",
            # around years
            "iso": r"-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\w-])",
            "ymd": r"([./])(0?[1-9]|1[0-2])\1(0?[1-9]|[12]\d|3[01])(?![\w/-])",
            "dmy": r"(?<![\w/.,:-])(0?[1-9]|[12]\d|3[01])([./-])(0?[1-9]|[12]\d|3[01])\2$",
            "short": rf" ?({DASH}|/) ?(\d\d)(?![\d/%]|[.,]\d)(?!-\d)",
            "full-slash": rf"/({YEAR})(?![\w/])",
            "glued": rf" ?{DASH} ?({YEAR})(?=\d{{1,2}}(?![\d.,]))",
            "half": rf"(?<![\w-])({self.among('halves')}|{self.among('last-part')}) half(?: of)?(?: the year)?,? $",
            "quarter": rf"(?<![\w-])(?:{quarter})(?: of)?,? $",
            "season": rf"(?<![\w-])({self.among('seasons')}|{self.among('fall')})(?: of|,)? $",
            # before and after a finished date
            "until": rf"(?<![\w-])(?:{self.among('until')} (?:{ends})?|{self.among('before')} {ends}){inner}$",
            "since": rf"(?<![\w-]){self.among('since')} (?:{ends})?{inner}$",
            "until-part": rf"(?<![\w-]){self.among('until')} (?:{ends})?(?:the )?{inner}$",
            "since-part": rf"(?<![\w-]){self.among('since')} (?:the )?{inner}$",
            "between": rf"(?<![\w-]){self.among('between')} $",
            "onwards": rf",? {self.among('onwards')}\b",
            "month-before": rf"(?<![\w]){self.among('month-before')}[ -]$",
            "not-month": rf" {self.among('not-month')}\b",
            "every-year": rf"(?:, | ){self.among('every-year')}\b",
            "every-year-before": rf"(?<!\w){self.among('every-year-before')} (?:the )?$",
            "observance": rf"(?<!\w){self.among('observance')}\b[^.;\n]*$",
            **{key: rf",? {self.among(key)}\b" for key in ("this-year", "last-year", "next-year", "same-year")},
            "past-month": r"(?<!\w)(?:last|previous|past) $",
            "next-month": r"(?<!\w)(?:next|coming) $",
            "future": rf"(?<!\w){self.among('future')}\b",
            "past": rf"(?<!\w){self.among('past')}\b",
            # a number that is no year
            "number-before": rf"(?<!\w){self.among('number-before')} (?:\d[\w/().-]*(?:,| and|,? or|;) ){{0,6}}$",
            "amount-before": rf"(?<!\w){self.among('amount-before')} $",
            "unit": rf"[ -]{self.among('unit')}\b|%",
            "noun": r" ([a-z]+)",
            "symbol-after": r" (?:[A-Z] )?\((?:(?:1[89]|20)\d\d|[IVXLC]+|S-[IVXLC]+)\)",
        }
        return {name: re.compile(source, 0 if name in _CASED else re.IGNORECASE) for name, source in sources.items()}


_CASED = {"noun", "symbol-after"}


@lru_cache(maxsize=8)
def date_grammar(lexicon: Lexicon) -> DateGrammar:
    """The grammar of dates of a lexicon."""
    entries: tuple[DateWord, ...] = lexicon.entries("date-word")
    forms = [Form("month", e, text) for e in lexicon.entries("month") for text in e.forms]
    months = {form: int(value) for form, value in lexicon.words("month").items()}
    return DateGrammar({e.id: e.words for e in entries}, months, Literals(forms))


def english() -> DateGrammar:
    """The grammar of the shipped English words."""
    return date_grammar(load_lexicon("en"))
