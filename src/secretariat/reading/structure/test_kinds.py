from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Block, BlockKind
from secretariat.profiles.load import load_profiles
from secretariat.reading.prepare import prepare
from secretariat.reading.test_prepare import document, read

RESOLUTION = """United Nations
A/HAR/12/7

General Assembly
Distr.: General
9 March 2031
31-00417 (E)
*3100417*

Twelfth session
Agenda item 4
Coastal safety

Resolution adopted by the General Assembly
on 5 March 2031

[without reference to a Main Committee (A/12/L.3)]

12/7. Lighthouses and the safety of
small harbours

The General Assembly,

Recalling its resolution 10/2 of 4 May 2029, in which it asked all States to keep
their lights burning,

Welcoming the work of the Harbour Union, 1  and noting with concern the number of
A/HAR/12/7
Lighthouses and the safety of
small harbours

31-00417
2/3

vessels lost each winter,2

_______________

1 Resolution 9/1.

2 See A/12/88.

1.
Decides to convene a meeting on lighthouses in the spring;

2.
Requests the Secretary-General:

(a) To report on the matter;

(b) To invite the Harbour Union.

14th plenary meeting
5 March 2031
"""


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(p.kind, p.number) for p in read(text).paragraphs]


def test_the_number_of_a_resolution_alone_on_a_narrow_line_is_no_page_number() -> None:
    narrow = RESOLUTION.replace("1.\nDecides", "1.\nRecalling\nits\nresolution\n9/14\nof\n5 March 2029, decides")
    assert narrow != RESOLUTION
    draft = read(narrow)
    furniture = [draft.document.text[p.start : p.end] for p in draft.paragraphs if p.kind == "furniture"]
    assert not [text for text in furniture if "9/14" in text or "resolution" in text]


def test_a_resolution_wrapped_over_pages() -> None:
    draft = read(RESOLUTION)
    found = [(p.kind, p.number) for p in draft.paragraphs if p.kind not in ("furniture", "header")]
    assert found == [
        ("title", None), ("preambular", None), ("preambular", None), ("preambular", None), ("preambular", None),
        ("footnote", "1"), ("footnote", "2"), ("operative", "1"), ("operative", "2"), ("item", "a"), ("item", "b"),
        ("signature", None), ("signature", None),
    ]  # fmt: skip
    units = draft.flow.text.split("\n")
    assert (
        "Welcoming the work of the Harbour Union, and noting with concern the number of vessels lost each winter,"
        in units
    )
    assert "31-00417" not in draft.flow.text
    facts = draft.facts
    assert (facts.title, facts.date, facts.kind) == (
        "Lighthouses and the safety of small harbours",
        "2031-03-05",
        "resolution",
    )
    assert (facts.symbol, facts.issued_by, facts.organisation) == ("A/HAR/12/7", "General Assembly", "un")
    assert {name: draft.flow.text[slice(*span)] for name, span in facts.header.items()}["date"] == "5 March 2031"


def test_items_belong_to_their_paragraph() -> None:
    draft = read(RESOLUTION)
    second = next(p for p in draft.paragraphs if p.number == "2" and p.kind == "operative")
    assert [p.within for p in draft.paragraphs if p.kind == "item"] == [second.id, second.id]


def test_one_line_a_paragraph() -> None:
    text = (
        "Following their talks, the Member States of the River League,\n"
        "guided by the spirit of good neighbours;\n"
        "seeking to keep the river clean, hereby state the following:\n"
        "1. Water\n"
        "The Member States will measure the water every month.\n"
        "1.1. Fish\n"
        "They will protect the fish.\n"
        "Chair\n"
        "of the River League\n"
        "\n"
        "Ann Example\n"
        "\n"
        "Linz, 3 June 2032"
    )
    assert kinds(text) == [
        ("preambular", None), ("preambular", None), ("preambular", None), ("heading", "1"), ("narrative", None),
        ("heading", "1.1"), ("narrative", None), ("signature", None), ("signature", None), ("signature", None),
    ]  # fmt: skip
    draft = read(text)
    assert (draft.facts.date, draft.facts.place) == ("2032-06-03", "Linz")
    assert draft.paragraphs[6].within == "sec_2"
    assert draft.paragraphs[5].within == "sec_1"


def test_a_treaty_without_line_breaks() -> None:
    words = "The Parties shall keep the boundary marks in good repair and inform each other of any damage to them. " * 6
    text = (
        "AGREEMENT ON THE BOUNDARY MARKS OF THE TWO VALLEYS The Government of Upland and the Government of Lowland, "
        "Desiring to live in peace, Have agreed as follows: ARTICLE 1 1. "
        + words
        + "2. "
        + words
        + "ARTICLE 2 "
        + words
    )
    found = kinds(text)
    assert found[0] == ("title", None)
    assert ("preambular", None) in found
    assert [number for kind, number in found if kind in ("heading", "operative")] == ["1", "1", "2", "2"]


def test_items_and_headings_of_a_communique() -> None:
    text = (
        "Joint Statement of the Lake Ministers\n\n"
        "The ministers met in Bregenz on 4 May 2033 and spoke about boats.\n\n"
        "Clean Boats\n\n"
        "The ministers agreed to:\n\n- paint the boats;\n\n- count the boats.\n\n"
        "They thanked the hosts.\n"
    )
    assert [k for k, _ in kinds(text)] == ["title", "narrative", "heading", "narrative", "item", "item", "narrative"]
    facts = read(text).facts
    assert (facts.title, facts.kind, facts.date, facts.place) == (
        "Joint Statement of the Lake Ministers",
        "statement",
        "2033-05-04",
        "Bregenz",
    )


def test_blocks_of_a_layout() -> None:
    pieces: list[tuple[str, BlockKind]] = [
        ("Joint Declaration on Rivers", "title"),
        ("Water", "heading"),
        ("The sides agreed to measure", "text"),
        ("3/9", "furniture"),
        ("the water every month.", "text"),
        ("clean banks;", "item"),
    ]
    text, blocks = "", []
    for words, kind in pieces:
        blocks.append(Block(len(text), len(text) + len(words), kind))
        text += words + "\n"
    draft = prepare(document(text, tuple(blocks)), load_lexicon(), load_profiles(), True)
    assert [p.kind for p in draft.paragraphs] == ["title", "heading", "narrative", "furniture", "narrative", "item"]
    assert "The sides agreed to measure the water every month." in draft.flow.text.split("\n")
