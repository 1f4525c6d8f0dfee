"""Every form of a register, read by software that others wrote; the checks are those of ``make conformance``."""

import re

import published
import pytest
from example_records import LEXICON
from published import CHECKS, Wrong

from secretariat.model.errors import RegisterError
from secretariat.publishing.edition import Edition
from secretariat.publishing.formats import FORMATS, format_of
from secretariat.register.asking.filters import Filters
from secretariat.register.register import Register

WORDS = tuple(map(str, LEXICON))


def test_every_form_has_a_check() -> None:
    assert list(CHECKS) == list(FORMATS)


@pytest.mark.parametrize("name", list(FORMATS))
def test_others_read_the_examples(name: str, examples: Register) -> None:
    assert sum(published.check(name, examples, WORDS).values()) > 0


@pytest.mark.parametrize("name", ["akn", "nquads", "jsonld", "parquet", "package", "graphml", "release"])
def test_others_read_what_people_corrected(name: str, decided: Register) -> None:
    assert sum(published.check(name, decided, WORDS).values()) > 0


def test_corrections_are_published(decided: Register) -> None:
    with decided.snapshot() as snapshot:
        named = {row["id"]: row["name"] for row in snapshot.things()}
        assert named["instrument/mbco-charter"] == "The Charter"
        acts = {d.value for _, d in snapshot.decisions() if d.verdict == "act"}
        assert acts == {"call"}
        told = _nquads(decided)
        assert '"Ben <b@example.org>"' in told
        assert '"it asks for it"' in told


def _nquads(register: Register, filters: Filters | None = None) -> str:
    import io

    with register.snapshot(filters or Filters()) as snapshot:
        out = io.BytesIO()
        FORMATS["nquads"].write_file(Edition(snapshot), out)
        return out.getvalue().decode()


@pytest.mark.parametrize(
    "filters",
    [
        Filters(organisation="mbco"),
        Filters(since="2022", until="2023"),
        Filters(kind="declaration"),
        Filters(text="ports"),
        Filters(about="body/mbco-bank"),
        Filters(topic="transport", force=3),
        Filters(act="commitment", about="body/mbco-bank"),
        Filters(organisation="nobody"),
    ],
    ids=str,
)
def test_what_filters_leave_is_whole(filters: Filters, examples: Register) -> None:
    """Every row leads to rows that are there, and nothing else is told; an edition may also be empty."""
    from secretariat.publishing.tables.rows import ROWS

    wanted = {row["document"] for row in examples.ask.documents(_of_documents(filters)).rows}
    with examples.snapshot(filters) as snapshot:
        edition = Edition(snapshot)
        tables = {name: list(rows(edition)) for name, rows in ROWS.items()}
        documents = {row["document"] for row in tables["documents"]}
        assert documents <= wanted
        if not (filters.topic or filters.act):
            assert documents == wanted
        for name in ("paragraphs", "mentions", "statements", "stages", "relations", "deadlines"):
            assert {row["document"] for row in tables[name]} <= documents, name
        things = {row["entity"] for row in tables["entities"]}
        assert {row["entity"] for row in tables["mentions"] if row["entity"]} == things
        assert {row["entity"] for row in tables["stages"]} <= things
        told = {(r["document"], r["start"]) for r in tables["statements"]}
        if filters.topic or filters.act:
            assert told == {(r["document"], r["start"]) for r in examples.ask.statements(filters)}
        for name, form in FORMATS.items():
            if not form.is_folder:
                published.must(written(form, edition) is not None, name)


def written(form: object, edition: Edition) -> bytes:
    import io

    out = io.BytesIO()
    form.write_file(edition, out)  # type: ignore[attr-defined]
    return out.getvalue()


def _of_documents(filters: Filters) -> Filters:
    return Filters(
        organisation=filters.organisation, since=filters.since, until=filters.until, kind=filters.kind, text=filters.text,
        about=filters.about if not (filters.topic or filters.act) else None,
    )  # fmt: skip


def test_an_unknown_form_and_a_filter_without_meaning_are_named() -> None:
    with pytest.raises(RegisterError, match=r"no format 'word'.*akn"):
        format_of("word", Filters())
    with pytest.raises(RegisterError, match="ics tells no statements and cannot be narrowed by topic"):
        format_of("ics", Filters(topic="energy"))
    assert format_of("csv", Filters(topic="energy")).name == "csv"


def test_a_check_can_fail(examples: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plants a fault and sees it caught by the schema, by the shapes, by reading back."""
    from secretariat.publishing import exact
    from secretariat.publishing.akn import meta
    from secretariat.publishing.linked import documents as linked
    from secretariat.publishing.linked.terms import Typed

    monkeypatch.setattr(linked, "integer", lambda value: Typed("9", "xsd:integer"))
    with pytest.raises(Wrong, match="force"):
        published.check("nquads", examples, WORDS)
    monkeypatch.undo()
    monkeypatch.setattr(exact, "code_of", lambda character: "lost")
    monkeypatch.setattr("secretariat.publishing.akn.inline.code_of", lambda character: "lost")
    monkeypatch.setattr(exact, "_ODD", re.compile("\n"))
    with pytest.raises(Wrong, match="another text"):
        published.check("akn", examples, WORDS)
    monkeypatch.undo()
    monkeypatch.setitem(meta._TLC, "event", "TLCNothing")
    with pytest.raises(Wrong, match="TLCNothing"):
        published.check("akn", examples, WORDS)
