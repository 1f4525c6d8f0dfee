"""The report of quality: how much there is, how much of it is known, and what the software doubts."""

from collections import Counter
from collections.abc import Iterator

from secretariat.publishing.edition import Edition

_FIELDS = ("title", "kind", "organisation", "issued_by", "date", "place", "speakers")
_SURE, _UNSURE = 90, 70
"""Hundredths of certainty above which a link counts as sure, and below which as doubtful."""


def quality(edition: Edition) -> str:
    """The report as text, in Markdown."""
    counts: Counter[str] = Counter()
    known: Counter[str] = Counter()
    findings: Counter[tuple[str, str]] = Counter()
    links: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    readers: Counter[tuple[str, str]] = Counter()
    snapshot = edition.snapshot
    for document in snapshot.documents:
        facts = snapshot.facts(document)
        counts["documents"] += 1
        known.update(name for name in _FIELDS if facts[name])
        readers[facts["reader_version"], facts["lexicon"]] += 1
        counts["paragraphs"] += len(snapshot.paragraphs(document))
        for mention in snapshot.mentions(document):
            counts["mentions"] += 1
            links[_sure(mention["entity"], mention["certainty"])] += 1
        for statement in snapshot.statements(document):
            counts["statements"] += 1
            acts[statement["act"]] += 1
            counts["statements without a verb of their own"] += not statement["verb"]
            counts["statements without a topic"] += not statement["topics"]
        for finding in snapshot.findings(document):
            findings[finding["severity"], finding["code"]] += 1
    stages = _lives(edition, counts)
    verdicts = Counter(d.verdict for _, d in snapshot.decisions())
    total = counts["documents"]
    lines = [
        "# Report of quality",
        "",
        f"Secretariat {edition.version}; state of the register `{snapshot.state}`; words `{snapshot.words}`. What was read by",
        "rules may be wrong: every row leads to its words, and `docs/accuracy.md` of the software tells how often it is right",
        "on documents marked by hand.",
        *_table("How much", ("what", "count"), counts.items()),
        *_table("What is known of documents", ("field", "known", "of"), ((f, known[f], total) for f in _FIELDS)),
        *_table("How sure it is what mentions name", ("certainty", "mentions"), sorted(links.items())),
        *_table("Statements by act", ("act", "statements"), sorted(acts.items())),
        *_table("Things by where their life stands", ("stage", "things"), sorted(stages.items())),
        *_table("What is doubted", ("severity", "code", "findings"), ((*k, n) for k, n in sorted(findings.items()))),
        *_table("What people decided", ("verdict", "decisions"), sorted(verdicts.items())),
        *_table("Read by", ("version", "words", "documents"), ((*k, n) for k, n in sorted(readers.items()))),
    ]
    return "\n".join(lines) + "\n"


def _sure(entity: str | None, certainty: int | None) -> str:
    if entity is None:
        return "no thing (dates, places, and what is not known)"
    if (certainty or 0) >= _SURE:
        return f"{_SURE} and above"
    return f"below {_UNSURE}" if (certainty or 0) < _UNSURE else f"{_UNSURE} to {_SURE - 1}"


def _lives(edition: Edition, counts: Counter[str]) -> Counter[str]:
    stages: Counter[str] = Counter()
    for row in edition.snapshot.things():
        counts["things"] += 1
        counts["steps of life"] += len(row["steps"])
        counts["steps that contradict another"] += sum(bool(s["contradicts"]) for s in row["steps"])
        stages[row["current_stage"] or "not told"] += 1
    return stages


def _table(title: str, heads: tuple[str, ...], rows: object) -> Iterator[str]:
    made = list(rows)  # type: ignore[call-overload]
    yield ""
    yield f"## {title}"
    yield ""
    if not made:
        yield "None."
        return
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in made:
        yield f"| {' | '.join(f'{cell:,}' if isinstance(cell, int) else str(cell) for cell in row)} |"
