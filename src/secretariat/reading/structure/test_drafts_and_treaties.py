"""Structure of treaties, negotiating drafts and heads, on texts of our own."""

import pytest

from secretariat.reading.structure.numbering import leading_number
from secretariat.reading.test_prepare import read


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(p.kind, p.number) for p in read(text).paragraphs]


def plain(text: str) -> list[str]:
    return [kind for kind, _ in kinds(text)]


TREATY = """PROTOCOL ON THE CLEANING OF HARBOURS

PREAMBLE

The Parties to this Protocol,

Having regard to the Harbour Treaty of 4 May 2029;

Aware of the cost of neglected harbours, and

Determined to share it,

Have agreed as follows:

PART I. GENERAL

Article 1. Scope

(1) This Protocol lays down how harbours are kept clean.

(2) Its aims are:

(a) less oil in the water;

(b) less rubbish on the quays.

Article 2. Notices

Each Party shall put up notices in every harbour.

In witness whereof the undersigned have signed this Protocol.

Done at Torvik this fourth day of May 2031.

For the Republic of Esterra:

ANNEX

The harbours are listed here.
"""


def test_a_treaty_with_clauses_in_brackets() -> None:
    assert kinds(TREATY) == [
        ("title", None), ("heading", None), ("preambular", None), ("preambular", None), ("preambular", None),
        ("preambular", None), ("preambular", None), ("heading", "I"), ("heading", "1"), ("operative", "1"),
        ("operative", "2"), ("item", "a"), ("item", "b"), ("heading", "2"), ("operative", None), ("signature", None),
        ("signature", None), ("signature", None), ("heading", None), ("operative", None),
    ]  # fmt: skip


def test_a_preamble_of_infinitives() -> None:
    text = (
        "WE THE PEOPLES OF THE LAKE DETERMINED\nto save our children from drought, and\n\nto share the water, and\n\n"
        "HAVE RESOLVED TO WORK TOGETHER.\n\nArticle 1\nThe purposes of the League are:\n\nTo measure the water;\n"
        "To share it fairly; and\nTo tell everybody what was measured.\nArticle 2\nThe League meets every year.\n"
    )
    found = plain(text)
    assert found[:4] == ["preambular"] * 4
    assert found[-7:] == ["heading", "operative", "item", "item", "item", "heading", "operative"]


DRAFT = """*This is a working copy of the draft of 4 May 2031.*

[source]: https://lake.example/draft.pdf

## Draft agreement on the water of the lake

## Preamble

The Parties to this Agreement,

*Recognizing* the need for [clean] water, [and the special needs of [small] villages],

[*Noting* that the lake is shrinking,]

Have agreed as follows:

## Article 1 *(purpose)*

1. The purpose of this Agreement is [to keep][to restore] the water of the lake.

**Option I:**

2. Each Party [shall][should] report every year.

**Option II:** no text

[3. The Parties meet every [two][five] years.]
"""


def test_a_negotiating_draft_keeps_options_and_brackets() -> None:
    draft = read(DRAFT)
    assert draft.facts.title == "Draft agreement on the water of the lake"
    assert [(p.kind, p.number) for p in draft.paragraphs] == [
        ("header", None), ("furniture", None), ("title", None), ("heading", None), ("preambular", None),
        ("preambular", None), ("preambular", None), ("preambular", None), ("heading", "1"), ("operative", "1"),
        ("heading", "Option I"), ("operative", "2"), ("operative", "Option II"), ("operative", "3"),
    ]  # fmt: skip
    assert "[shall][should] report" in draft.flow.text


def test_a_treaty_whose_line_breaks_are_lost() -> None:
    words = "each party shall keep its side of the lake clean and inform the other of any damage to it. " * 8
    text = (
        "agreement on the lakesource: the parties to this agreement,recognizing the beauty of the lake;concerned to "
        "preserve it;have agreed as follows: ARTICLE 1aims1. " + words + "2. " + words + "ARTICLE 21. " + words
        + "2. they may:(a) close the lake;(b) open it ARTICLE 3moneythe board shall pay for all of it."
        "done at torvik this 4th day of may 2031 ANNEX iin the east the lake ends at torvik."
    )  # fmt: skip
    found = [
        (p.kind, draft.document.text[p.start : p.end].strip()[:12]) for draft in [read(text)] for p in draft.paragraphs
    ]
    assert found == [
        ("title", "agreement on"), ("header", "source:"), ("preambular", "the parties "), ("preambular", "recognizing "),
        ("preambular", "concerned to"), ("preambular", "have agreed "), ("heading", "ARTICLE 1aim"),
        ("operative", "1. each part"), ("operative", "2. each part"), ("heading", "ARTICLE 2"), ("operative", "1. each part"),
        ("operative", "2. they may:"), ("item", "(a) close th"), ("item", "(b) open it"), ("heading", "ARTICLE 3mon"),
        ("operative", "the board sh"), ("signature", "done at torv"), ("heading", "ANNEX i"), ("operative", "in the east "),
    ]  # fmt: skip


def test_pillars_of_a_statement_are_items() -> None:
    text = (
        "Statement on Boats\n\nThe ministers work on two pillars:\n\n1. Safe boats; and\n\n2. Clean boats.\n\n"
        "They thanked all.\n"
    )
    assert plain(text) == ["title", "narrative", "item", "item", "narrative"]


def test_clauses_of_a_declaration_are_no_items() -> None:
    text = (
        "Declaration on Boats\n\nWe, Ministers of the Lake, meeting in Torvik, therefore:\n\n1. Reaffirm our aims;\n\n"
        "2. Call for calm.\n"
    )
    assert plain(text) == ["title", "preambular", "operative", "operative"]


def test_figures_alone_on_their_lines_open_new_clauses() -> None:
    text = (
        "Treaty on Ferries\n\nArticle 7\nNotices of arrival\n\n1.\n"
        "Every ferry announces its arrival in good time to the master of the\n"
        "harbour to which it sails.\n2.\nThe master answers in the same language within an hour of the call or at the\n"
        "latest before the ferry is in sight.\n3.\n"
        "No answer means that the berth is free and that the ferry may come in at once.\n"
    )
    assert [(k, n) for k, n in kinds(text) if k == "operative"] == [
        ("operative", "1"),
        ("operative", "2"),
        ("operative", "3"),
    ]


def test_front_matter_is_furniture() -> None:
    text = "---\nlayout: default\n---\n\nStatement on Ferries\n\nThe ministers met in Torvik.\n"
    assert plain(text) == ["furniture", "furniture", "furniture", "title", "narrative"]


def test_a_line_of_stars_is_furniture() -> None:
    text = "Statement on Ferries\n\nThe ministers met in Torvik.\n\n* * *\n\nThe ministers thanked the hosts for their welcome.\n"
    assert plain(text) == ["title", "narrative", "furniture", "narrative"]


def test_a_title_below_a_letterhead() -> None:
    text = (
        "Council of the Lake\n\nTorvik, 8 June 2031\n\nCOMMISSION FOR FERRIES\n\nAgreement on Ferries\n"
        "[Done at Linz, 4 May 2030, and done at Torvik, 6 May 2030]\n\nThe Parties agree that ferries sail daily.\n"
    )
    facts = read(text).facts
    assert (facts.title, facts.date, facts.place) == ("Agreement on Ferries", "2030-05-06", "Torvik")


def test_the_place_of_the_meeting_where_the_date_line_has_none() -> None:
    text = (
        "Lake Declaration\n\n15 May 2031\n\n"
        "The ministers, following their meeting held in Torvik on 14-15 May 2031, declare their joy.\n\n"
        "The lake is clean.\n"
    )
    facts = read(text).facts
    assert (facts.date, facts.place) == ("2031-05-15", "Torvik")
    other = text.replace("14-15 May 2031", "14-15 May 2029")
    assert read(other).facts.place is None


@pytest.mark.parametrize(
    ("text", "printed", "form"),
    [
        ("(1) The Parties", "1", "inner"),
        ("xiv. train the keepers", "xiv", "roman"),
        ("--joint ventures;", None, "bullet"),
        ("**Option 2:** no text", "Option 2", "option"),
        ("7.bis [Parties may]", "7.bis", "digit"),
        ("[3. The Parties", "3", "digit"),
        ("ARTICLE 4board", "4", "article"),
    ],
)
def test_numbers_of_drafts(text: str, printed: str | None, form: str) -> None:
    number = leading_number(text)
    assert number is not None
    assert (number.printed, number.form) == (printed, form)


@pytest.mark.parametrize("text", ["Article 26, which", "-5 degrees", "mix. of", "Article 12 of the Treaty"])
def test_what_is_no_number(text: str) -> None:
    assert leading_number(text) is None
