"""Each format, on small sources written here."""

import pytest

from secretariat.model.document import Document
from secretariat.model.errors import SourceError
from secretariat.sources import Limits, source_from_bytes, source_from_text


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def read(text: str, name: str) -> Document:
    return source_from_bytes(text.encode(), name, Limits())


def fault_of(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        source_from_bytes(data, name, limits or Limits())
    assert "\n" not in str(caught.value)
    assert caught.value.remedy
    return caught.value.fault


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("The Ministers met.\r\nThey\u00a0agreed.\n".encode(), "The Ministers met.\r\nThey\u00a0agreed.\n"),
        (b"\xef\xbb\xbfThe sides met.", "The sides met."),
        (b"\xff\xfe" + "Стороны встретились.".encode("utf-16-le"), "Стороны встретились."),
        ("The sides met in Bern.".encode("utf-16-be"), "The sides met in Bern."),
        (
            "Стороны подтвердили приверженность сотрудничеству в области торговли.".encode("cp1251"),
            "Стороны подтвердили приверженность сотрудничеству в области торговли.",
        ),
        (
            "Les Ministres se sont réunis à Genève et ont décidé de coopérer.".encode("cp1252"),
            "Les Ministres se sont réunis à Genève et ont décidé de coopérer.",
        ),
    ],
)
def test_plain_text_is_the_decoded_file_unchanged(data: bytes, text: str) -> None:
    document = source_from_bytes(data, "communique.txt", Limits())
    assert document.text == text
    assert document.blocks == ()


def test_one_damaged_byte_leaves_the_rest_as_utf8() -> None:
    data = ("Стороны подтвердили приверженность. " * 5).encode() + b"\xff" + "Конец.".encode()
    text = source_from_bytes(data, "a.txt", Limits()).text
    assert text.endswith("приверженность. \ufffdКонец.")


def test_id_is_that_of_the_bytes_and_a_text_is_its_utf8() -> None:
    text = "The Council met."
    assert source_from_text(text).id == source_from_bytes(text.encode(), "a.txt", Limits()).id


def test_html_blocks() -> None:
    page = """<!doctype html><html lang="en"><head><title>Joint statement</title><style>p{}</style></head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <header><h1>Joint  statement</h1><p>Bern, 3 May 2021</p></header>
    <main><h2>Energy</h2><p>The Ministers <b>welcomed</b> the plan.<sup>1</sup></p>
    <ol type="a"><li>expand trade;</li><li><p>build roads.</p></li></ol>
    <ul><li>a bullet</li></ul>
    <blockquote>Quoted words.</blockquote>
    <table><tr><th>Year</th><th>Place</th></tr><tr><td>2021</td><td>Bern</td></tr></table>
    <div class="footnotes"><p>1 Adopted in Oslo.</p></div></main>
    <script>var x;</script><footer>Contact</footer></body></html>"""
    document = read(page, "page.html")
    assert blocks(document) == [
        ("title", "Joint statement"),
        ("text", "Bern, 3 May 2021"),
        ("heading", "Energy"),
        ("text", "The Ministers welcomed the plan.1"),
        ("item", "a. expand trade;"),
        ("item", "b. build roads."),
        ("item", "a bullet"),
        ("quote", "Quoted words."),
        ("table", "Year\tPlace"),
        ("table", "2021\tBern"),
        ("footnote", "1 Adopted in Oslo."),
    ]
    assert [document.text[low:high] for low, high in document.footnote_marks] == ["1"]
    assert dict(document.properties) == {"title": "Joint statement", "language": "en"}


def test_html_numbers_that_authors_wrote_are_not_doubled() -> None:
    page = "<html><body><ol><li>(a) expand trade</li></ol><ol start=4><li>roads</li><li value=9>rails</li></ol></body>"
    assert [text for _, text in blocks(read(page, "a.html"))] == ["(a) expand trade", "4. roads", "9. rails"]


def test_html_form_around_the_whole_page_is_text() -> None:
    page = "<html><body><form><p>The sides met.</p><input value=x></form></body></html>"
    assert read(page, "a.html").text == "The sides met."


def test_html_layout_table_gives_paragraphs() -> None:
    page = "<html><body><table><tr><td><h2>Trade</h2><p>One.</p><p>Two.</p></td></tr></table></body></html>"
    assert [text for _, text in blocks(read(page, "a.html"))] == ["Trade", "One.", "Two."]


def test_html_of_navigation_alone_is_refused() -> None:
    page = "<html><body><nav>Home</nav><ul><li><a>A page</a><li><a>Another</a><li><a>Third</a></ul></body></html>"
    assert "navigation" in fault_of(page.encode(), "a.html")


@pytest.mark.parametrize("markup", ["<div>" * 100_000 + "x", "<b><i>" * 300 + "<p>x" * 100_000])
def test_html_nested_without_end_is_refused_at_once(markup: str) -> None:
    assert "nested" in fault_of(markup.encode(), "a.html")


def test_markdown() -> None:
    text = """---
title: "Joint plan"
---
# Joint plan

The **Parties** [agree][shall agree] to [the Plan](https://example.org/a) of _2021_.[^1]
They met\\* again.

1. first;
- second
> quoted

| Year | Place |
|------|-------|
| 2021 | Bern  |

[^1]: Adopted in Oslo.
"""
    document = read(text, "plan.md")
    assert blocks(document) == [
        ("title", "Joint plan"),
        ("text", "The Parties [agree][shall agree] to the Plan of 2021.1\nThey met* again."),
        ("item", "1. first;"),
        ("item", "second"),
        ("quote", "quoted"),
        ("table", "Year\tPlace"),
        ("table", "2021\tBern"),
        ("footnote", "1 Adopted in Oslo."),
    ]
    assert [document.text[low:high] for low, high in document.footnote_marks] == ["1"]
    assert document.properties == (("title", "Joint plan"),)


def test_negotiating_brackets_stay() -> None:
    text = "[The Parties [shall][should] [agree]] on [x] and snake_case_names * 3 * 4."
    assert read(text, "a.md").text == text


def test_xml_plainly() -> None:
    text = """<?xml version="1.0"?><act><meta><date>2021</date></meta><article number="Article 4" name="Duties">
    <num>1.</num><content>The <b>Parties</b> agree.

    They meet.</content></article></act>"""
    document = read(text, "a.xml")
    assert blocks(document) == [
        ("heading", "Article 4 Duties"),
        ("text", "1. The Parties agree."),
        ("text", "They meet."),
    ]
    assert document.properties == (("date", "2021"),)


def test_xml_entities_are_never_resolved() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    assert "entities" in fault_of(bomb.encode(), "a.xml")
    assert "entities" in fault_of(bomb.encode("utf-16"), "a.xml")
    assert "nested" in fault_of(b"<?xml version='1.0'?>" + b"<a>" * 900 + b"x" + b"</a>" * 900, "a.xml")


def test_rtf() -> None:
    text = r"{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 The sides met in S\'e3o Paulo.\par They agreed \u8212? at last.\par}"
    assert [words for _, words in blocks(read(text, "a.rtf"))] == [
        "The sides met in São Paulo.",
        "They agreed — at last.",
    ]


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "white space"),
        (b"\xef\xbb\xbf\n", "a.txt", "white space"),
        (bytes(range(256)) * 20, "a.txt", "not text"),
        (b"\x00\x01\x02\x03" * 400, "a.txt", "not text"),
        (b"\x89PNG\r\n\x1a\n....", "scan.pdf", "image"),
        (b"The sides met.", "a.pdf", "does not begin as one"),
        (b"%PDF-1.7\nnothing", "a.pdf", "damaged"),
        (b"PK\x03\x04 nothing", "a.docx", "damaged"),
        (b"<?xml version='1.0'?><a>", "a.xml", "well-formed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "a.doc", "Office"),
    ],
)
def test_what_is_no_document_says_so(data: bytes, name: str, fault: str) -> None:
    assert fault in fault_of(data, name)


def test_limits() -> None:
    assert "larger than 5 bytes" in fault_of(b"The sides met.", "a.txt", Limits(max_bytes=5))
    assert "more than 5 characters" in fault_of(b"The sides met.", "a.txt", Limits(max_chars=5))
    assert "more than 5 characters" in fault_of(b"<html><p>The sides met.", "a.html", Limits(max_chars=5))


def test_limits_from_the_environment() -> None:
    assert Limits.from_environment({}) == Limits()
    assert Limits.from_environment({"SECRETARIAT_MAX_BYTES": "1_000"}).max_bytes == 1000
    for wrong in ("many", "0", "-3", "1e9"):
        with pytest.raises(SourceError, match="SECRETARIAT_MAX_PAGES"):
            Limits.from_environment({"SECRETARIAT_MAX_PAGES": wrong})
