"""Which tables there are, and what every column means: the one place from which files, schemas and codebook follow."""

from typing import Literal, TypeAlias

import msgspec

Type: TypeAlias = Literal["string", "integer", "boolean", "list", "json"]
"""``list`` are words without spaces, joined by spaces where a cell is text; ``json`` is a JSON value in text."""


class Column(msgspec.Struct, frozen=True):
    """One column: its name, the type of its values, whether a value may be missing, and what it means."""

    name: str
    type: Type
    may_lack: bool
    meaning: str


class Table(msgspec.Struct, frozen=True):
    """One table: a row for each of what, by which columns rows are told apart, and where other columns lead."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    leads: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(c.name for c in self.columns)


def _columns(text: str) -> tuple[Column, ...]:
    """Columns from lines of ``name type meaning``; a type that ends in ``?`` may lack."""
    made = []
    for line in text.strip().splitlines():
        name, type_, meaning = line.strip().split(None, 2)
        made.append(Column(name, type_.rstrip("?"), type_.endswith("?"), meaning))  # type: ignore[arg-type]
    return tuple(made)


_DOCUMENT = (("document",), "documents", ("document",))
_ENTITY = (("entity",), "entities", ("entity",))
_PARAGRAPH = (("document", "paragraph"), "paragraphs", ("document", "paragraph"))

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "documents",
            "One row a document.",
            ("document",),
            _columns("""
                document string SHA-256 of the source's bytes, after "sha256:".
                name string Name of the source file.
                media_type string Media type of the source (RFC 6838).
                bytes integer Size of the source in bytes.
                title string? Title as printed in the document.
                kind string? Kind: declaration, communique, statement, resolution, agreement and the like.
                organisation string? Id of the organisation; codes of states joined by + where states speak together.
                issued_by string? The organ that issued it, as printed.
                symbol string? Symbol or number, as printed.
                date string? Date, EDTF (ISO 8601-2).
                place string? Place, as printed.
                mode string? How it was met where that is said: videoconference, hybrid.
                language string? Language of the text (ISO 639-1).
                speakers list Who "all" is: states (ISO 3166-1 alpha-2).
                reader_version string Version of the software that read it.
                lexicon string Digest of the words with which it was read.
                address string Where the register shows it.
            """),
        ),
        Table(
            "paragraphs",
            "One row a paragraph; the texts of a document's paragraphs, in order, are its whole text.",
            ("document", "paragraph"),
            _columns("""
                document string The document.
                n integer Place in the document, from 0.
                paragraph string Id within the document.
                kind string Kind: header, title, heading, preambular, operative, narrative, item, footnote, signature, furniture.
                number string? Number as printed, without its point or bracket.
                within string? Id of the heading or paragraph that it belongs to.
                start integer Offset of the first character in the text, in code points.
                end integer Offset after the last character.
                text string The exact text.
            """),
            (_DOCUMENT,),
        ),
        Table(
            "mentions",
            "One row a place where something is named.",
            ("document", "n"),
            _columns("""
                document string The document.
                n integer Number of the mention in its document, from 0.
                type string Type: date, event, instrument, body, person, state, place, group.
                start integer Offset of the first character.
                end integer Offset after the last character.
                text string The exact words.
                entity string? The thing that is named; none for dates and places, and where that is not known.
                certainty integer? How sure that link is, in hundredths.
                attributes json All that was read of it: dates, place, kind, status, office and the like.
            """),
            (_DOCUMENT, _ENTITY),
        ),
        Table(
            "statements",
            "One row a statement: a clause by which somebody does something with words.",
            ("document", "n"),
            _columns("""
                document string The document.
                n integer Number of the statement in its document, from 0.
                paragraph string Id of the paragraph.
                start integer Offset of the first character.
                end integer Offset after the last character.
                trigger_start integer Offset of the first character of the verb or words that make it a statement.
                trigger_end integer Offset after them.
                date string? Date of the document, EDTF.
                organisation string? Organisation of the document.
                verb string Verb, in its base form; empty where an auxiliary alone makes the statement ("will", "shall").
                act string Act: assertion, position, appraisal, call, commitment, decision.
                force integer Strength on the declared scale, 0 to 5.
                polarity string For or against.
                holder string? The words that name who speaks; none where it is all who speak in the document.
                holders list Who makes it: "all" (see the document's speakers), "other", or states (ISO 3166-1 alpha-2).
                topics list Topics, by code.
                timeframe string? Time by which or during which it is to be done, EDTF.
                lacks list What a commitment does not say of what a check of it needs: who, what, when, measure.
                conditions json The words that make it conditional, as a list.
                subordinate boolean Whether it stands inside another statement.
                about list Numbers of the mentions that it is about.
                text string The exact words.
            """),
            (_DOCUMENT, _PARAGRAPH),
        ),
        Table(
            "entities",
            "One row a thing that documents name.",
            ("entity",),
            _columns("""
                entity string Id; begins with the type.
                type string Type: instrument, event, body, person, state, group.
                kind string? Kind: charter, agreement, summit, council and the like.
                name string What it is called.
                organisation string? The organisation that it belongs to.
                first_date string? Date of the first document that names it.
                last_date string? Date of the last document that names it.
                mentions integer How often it is named.
                documents integer In how many documents.
                current_stage string? Where its life stands: proposed, preparing, decided, adopted, operating, ended.
                validity string? For how long it holds, EDTF.
                names json How it is named: a list of [name, times].
                former_ids list Ids under which parts of it stood before they were found to be the same.
                facts json What the texts say of it: dates, places, ordinal, number, offices, states, status.
                address string Where the register shows it.
            """),
        ),
        Table(
            "stages",
            "One row a step in the life of a thing.",
            ("entity", "n"),
            _columns("""
                entity string The thing.
                n integer Number of the step, in order of time, from 0.
                stage string Stage: proposed, preparing, decided, adopted, operating, ended.
                date string? When it was so, EDTF: as the text says, else the date of the document.
                document string The document that tells it.
                start integer Offset of the words that tell it.
                end integer Offset after them.
                text string These words.
                basis string What it was read from: words (a cue), dates, or validity.
                contradicts string? What another step says against it.
            """),
            (_ENTITY, _DOCUMENT),
        ),
        Table(
            "relations",
            "One row a place that says what two things have to do with each other.",
            ("subject", "relation", "object", "document", "start"),
            _columns("""
                subject string A thing, or the document where that itself is meant.
                relation string What it is to the other: implements, recalls, supplements, proposed-by and the like.
                object string The other thing, or a state (by its code).
                document string The document that says so.
                start integer Offset of the words that say so.
                end integer Offset after them.
                text string These words.
            """),
            (_DOCUMENT,),
        ),
        Table(
            "deadlines",
            "One row a thing that expires, is planned, was promised or asked for by a date.",
            ("document", "n"),
            _columns("""
                document string The document that says so.
                n integer Number of the deadline in its document, from 0.
                what string What: expires, planned, promised, asked.
                by string The last day that the date may mean (ISO 8601).
                edtf string The date as it is told, EDTF.
                entity string? The thing.
                start integer Offset of the words that say so.
                end integer Offset after them.
                text string These words.
            """),
            (_DOCUMENT, _ENTITY),
        ),
        Table(
            "decisions",
            "One row a decision by which a person corrected or confirmed what was read.",
            ("id",),
            _columns("""
                n integer Number in this register.
                id string Digest of all that the decision says.
                verdict string What was decided: same, different, name, wrong, act, holder, stage, undo.
                who string Who decided.
                at string When (ISO 8601, UTC).
                why string? The reason given.
                body json The whole decision.
            """),
        ),
    )
}
