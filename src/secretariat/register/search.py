"""Full-text search over paragraphs: words, "phrases", -words, prefix*, either OR other; the same on both databases.

``development bank`` both words · ``"development bank"`` these words in this order · ``bank -central`` · ``terror*`` ·
``industry OR energy``. Letters, not signs, are what counts: ``COVID-19`` are two words that follow each other.
"""

import re
from collections.abc import Iterator

import msgspec
from sqlalchemy import Subquery, TextClause, column, literal_column, text

from secretariat.model.errors import RegisterError
from secretariat.register.words import TOKEN, fold

_PART = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')


class Term(msgspec.Struct, frozen=True):
    """Words that follow each other; the last may be the beginning of a word (``prefix``); ``out``: must not occur."""

    words: tuple[str, ...]
    prefix: bool = False
    out: bool = False


Query = tuple[tuple[Term, ...], ...]
"""Groups of which each must be met; a group is met by any of its terms."""


def parse(wanted: str) -> Query:
    """What a person typed as groups of terms; raises ``RegisterError`` where nothing is left to look for."""
    groups: list[list[Term]] = []
    either = False
    for minus, phrase, word in _PART.findall(wanted):
        if word == "OR" and groups:
            either = True
            continue
        raw = phrase or word
        words = tuple(fold(token) for token in TOKEN.findall(raw))
        if words:
            term = Term(words, prefix=not phrase and raw.endswith("*"), out=bool(minus))
            if either and not term.out:
                groups[-1].append(term)
            else:
                groups.append([term])
        either = False
    if not any(not term.out for group in groups for term in group):
        raise RegisterError("search", f"{wanted!r} has no word to look for", 'give a word, or a "phrase" in quotes')
    return tuple(tuple(group) for group in groups)


def fts5_of(query: Query) -> str:
    """The query in the language of SQLite's FTS5."""

    def one(term: Term) -> str:
        return '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")

    wanted = [" OR ".join(map(one, group)) for group in query if not group[0].out]
    unwanted = [one(group[0]) for group in query if group[0].out]
    both = " AND ".join(f"({group})" for group in wanted)
    return both if not unwanted else f"({both}) NOT ({' OR '.join(unwanted)})"


def tsquery_of(query: Query) -> str:
    """The query in the language of PostgreSQL's ``to_tsquery``; words are letters and digits only, so nothing is to escape."""

    def one(term: Term) -> str:
        words = [f"'{word}'" for word in term.words]
        if term.prefix:
            words[-1] += ":*"
        return f"({' <-> '.join(words)})"

    return " & ".join(f"!{one(group[0])}" if group[0].out else f"({' | '.join(map(one, group))})" for group in query)


def _matching(wanted: str, dialect: str) -> TextClause:
    query = parse(wanted)
    if dialect == "sqlite":
        sql = (
            "SELECT document, n, bm25(paragraph_words) AS rank FROM paragraph_words WHERE paragraph_words MATCH :wanted"
        )
        return text(sql).bindparams(wanted=fts5_of(query))
    sql = (
        "SELECT document, n, -ts_rank_cd(search, to_tsquery('simple', :wanted), 1) AS rank FROM paragraph_words "
        "WHERE search @@ to_tsquery('simple', :wanted)"
    )
    return text(sql).bindparams(wanted=tsquery_of(query))


def matching_paragraphs(wanted: str, dialect: str) -> Subquery:
    """The paragraphs that a search finds, as a subquery with document, n and rank (the smaller the better)."""
    return _matching(wanted, dialect).columns(column("document"), column("n"), literal_column("rank")).subquery("found")


def iter_hits(wanted: str, shown: str) -> Iterator[tuple[int, int]]:
    """Where the words of a search stand in a text, in order: what to highlight."""
    terms = [term for group in parse(wanted) for term in group if not term.out]
    whole: dict[str, list[Term]] = {}
    begun: list[Term] = []
    for term in terms:
        if len(term.words) == 1 and term.prefix:
            begun.append(term)
        else:
            whole.setdefault(term.words[0], []).append(term)
    tokens = [(m.start(), m.end(), fold(m.group())) for m in TOKEN.finditer(shown)]
    last = -1
    for at, (start, _, word) in enumerate(tokens):
        if at <= last or not (word in whole or (begun and any(word.startswith(t.words[0]) for t in begun))):
            continue
        here = [*whole.get(word, ()), *(t for t in begun if word.startswith(t.words[0]))]
        for term in sorted(here, key=terms.index):
            end = at + len(term.words)
            if end <= len(tokens) and _follow(tokens[at:end], term):
                yield start, tokens[end - 1][1]
                last = end - 1
                break


def _follow(tokens: list[tuple[int, int, str]], term: Term) -> bool:
    """Whether some words of a text are those of a term."""
    *first, final = (word for _, _, word in tokens)
    same = first == list(term.words[:-1])
    return same and (final.startswith(term.words[-1]) if term.prefix else final == term.words[-1])
