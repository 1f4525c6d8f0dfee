"""What the pages promise, asked over HTTP."""

import csv
import io
import re
from collections.abc import Iterator

import httpx
import pytest

PAGES = (
    "/", "/documents", "/statements", "/instruments", "/meetings", "/bodies", "/actors", "/actors?type=person",
    "/actors?type=group",
    "/search", "/search?q=port", "/due", "/due?from=2016-01-01&within=20y", "/compare", "/agreed", "/about",
)  # fmt: skip


@pytest.fixture(scope="module")
def web(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=30) as client:
        yield client


def document_named(web: httpx.Client, words: str) -> str:
    """The address of the first document whose title in the list has these words."""
    found = re.search(rf'<a href="(/documents/[0-9a-f]{{16}})">[^<]*{words}', web.get("/documents").text)
    assert found, words
    return found.group(1)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_there_and_says_what_it_may_load(web: httpx.Client, page: str) -> None:
    answer = web.get(page)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script(?![^>]*\bsrc=\"/assets/)|\sstyle=|\son\w+=|https?://(?!www\.w3\.org)", answer.text)


def test_the_head_of_an_answer_is_that_of_the_whole(web: httpx.Client) -> None:
    for path in ("/", "/nowhere", "/statements.csv"):
        head, whole = web.head(path), web.get(path)
        assert head.status_code == whole.status_code
        assert head.headers["content-type"] == whole.headers["content-type"]
        assert head.content == b""


def test_numbers_on_the_first_page_lead_to_what_they_count(web: httpx.Client) -> None:
    pairs = re.findall(r'<li><a href="(/[a-z]+)"><b>([\d,]+)</b>', web.get("/").text)
    assert len(pairs) == 6
    for path, number in pairs:
        if path not in ("/actors",):
            assert re.search(rf'role="status">{number} ', web.get(path).text), path


def test_every_word_of_a_document_is_on_its_page(web: httpx.Client) -> None:
    page = document_named(web, "LISSANDRA")
    original = web.get(f"{page}/original").content.decode()
    shown = re.search(r"<article.*?</article>", web.get(page).text, re.DOTALL)
    assert shown is not None
    import html

    words = html.unescape(re.sub(r"<a class=\"pin\".*?</a>|<[^>]+>", "", shown.group()))
    assert "".join(words.split()) == "".join(original.split())


def test_every_place_that_links_lead_to_is_on_the_page(web: httpx.Client) -> None:
    """Links into documents ("…#t1024") from every other page have their target."""
    asked: dict[str, set[str]] = {}
    for page in (*PAGES, document_named(web, "LISSANDRA") + "/new", "/instrument/mbco-charter", "/body/mbco-chs"):
        for path, part in re.findall(r'href="(/documents/[0-9a-f]{16})#([^"]+)"', web.get(page).text):
            asked.setdefault(path, set()).add(part)
    assert sum(map(len, asked.values())) > 100
    for path, parts in asked.items():
        known = set(re.findall(r'\bid="([^"]+)"', web.get(path).text))
        assert parts <= known, path


def test_ids_on_a_page_are_its_own(web: httpx.Client) -> None:
    ids = re.findall(r'\bid="([^"]+)"', web.get(document_named(web, "LISSANDRA")).text)
    assert len(ids) == len(set(ids))


def test_the_csv_is_exactly_what_is_shown(web: httpx.Client) -> None:
    asked = {"act": "commitment", "topic": "transport"}
    shown = re.search(r'role="status">([\d,]+) statement', web.get("/statements", params=asked).text)
    rows = list(csv.DictReader(io.StringIO(web.get("/statements.csv", params=asked).text)))
    assert shown is not None
    assert len(rows) == int(shown.group(1)) > 0
    assert {row["act"] for row in rows} == {"commitment"}
    assert all("transport" in row["topics"].split() for row in rows)


def test_counts_of_a_filter_are_what_choosing_it_leaves(web: httpx.Client) -> None:
    page = web.get("/statements", params={"topic": "transport"}).text
    acts = re.search(r'<select name="act">.*?</select>', page, re.DOTALL)
    assert acts is not None
    options = re.findall(r'<option value="(\w+)">[^(]*\(([\d,]+)\)', acts.group())
    assert options
    for act, count in options:
        left = web.get("/statements", params={"topic": "transport", "act": act}).text
        assert f'role="status">{count} statement' in left


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/0000000000000000", 404), ("/documents/zz", 404), ("/instrument/nothing", 404), ("/nowhere", 404),
        ("/statements?act=shouting", 400), ("/statements?page=0", 400), ("/statements?force=9", 400), ("/due?from=soon", 400),
        ("/search?q=%22%22", 400), ("/statements?since=yesterday", 400), ("/documents/../../etc/passwd", 404),
        ("/assets/..%2f..%2fapp.py", 404), (f"/search?q={'a' * 600}", 400), ("/actors?type=%3Cscript%3E", 200),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_what_to_do_and_nothing_of_the_inside(web: httpx.Client, path: str, status: int) -> None:
    answer = web.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Traceback" not in answer.text
    assert "/src/" not in answer.text
    assert "<script>" not in answer.text


def test_words_of_visitors_are_escaped(web: httpx.Client) -> None:
    text = web.get("/search", params={"q": 'port"><img src=x onerror=alert(1)>'}).text
    assert "<img" not in text
    text = web.post(
        "/agreed", data={"wording": "<b>port</b> & <script>alert(1)</script> cooperation in education"}
    ).text
    assert "<b>port" not in text
    assert "<script>alert" not in text


def test_a_short_or_former_address_leads_on(web: httpx.Client) -> None:
    page = document_named(web, "LISSANDRA")
    assert web.get(page[: len("/documents/") + 8]).headers["location"] == page


def test_a_draft_is_held_against_what_was_agreed(web: httpx.Client) -> None:
    page = document_named(web, "LISSANDRA")
    text = web.get(f"{page}/original").content.decode()
    paragraph = max(re.split(r"\n\s*\n", text), key=len)
    draft = f"{' '.join(paragraph.split())}\n\nThe moon shall be painted green by every baker of the seven silent valleys.\n"
    told = web.post("/agreed", data={"wording": draft}).text
    assert "1 paragraph of agreed language" in told
    assert "1 new" in told


def test_the_original_is_handed_out_to_be_saved(web: httpx.Client) -> None:
    answer = web.get(document_named(web, "LISSANDRA") + "/original")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_foreign_name_is_refused(web: httpx.Client) -> None:
    assert web.get("/", headers={"Host": "evil.example"}).status_code == 421
    assert web.get("/", headers={"Host": "localhost:80"}).status_code == 200


def test_the_figures_shown_are_those_of_the_docs(web: httpx.Client) -> None:
    import texts

    docs = (texts.ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    told = web.get("/about").text
    rows = re.findall(
        r'<td>(\w+)</td><td class="number">(\d+)</td><td class="number">([\d.]+)</td><td class="number">([\d.]+)</td>'
        r'<td class="number">([\d.]+)</td>',
        told,
    )
    assert len(rows) == 7
    for kind, marked, precision, recall, f1 in rows:
        assert re.search(rf"\| {kind} \| {marked} \| \d+ \| {precision} \| {recall} \| {f1} \|", docs), kind


def test_a_document_is_compared_with_a_pasted_text(web: httpx.Client) -> None:
    page = document_named(web, "LISSANDRA")
    text = web.get(f"{page}/original").content.decode()
    assert "The Member States will" in text
    changed = text.replace("The Member States will", "The Member States may", 1)
    shown = web.post("/compare", data={"a": page.split("/")[-1], "text": changed, "as": "page"}).text
    assert "<del>will</del>" in shown
    assert "<ins>may</ins>" in shown
    word = web.post("/compare", data={"a": page.split("/")[-1], "text": changed, "as": "word"})
    assert word.content.startswith(b"PK")
    assert word.headers["content-disposition"].endswith(".docx")
    assert web.post("/compare", data={"a": page.split("/")[-1], "text": "a" * 200_001}).status_code == 400
    assert web.post("/compare", data={"a": "zz", "text": changed}).status_code == 404


def test_topics_by_year_are_narrowed_by_force(web: httpx.Client) -> None:
    every, strong = (web.get("/time", params=p).text for p in ({}, {"force": "4"}))
    assert "with a force of 4 or more" in strong
    assert len(re.findall('<td class="number">\\d', strong)) < len(re.findall('<td class="number">\\d', every))


def test_statements_about_a_thing_are_asked_for_by_its_name(web: httpx.Client) -> None:
    by_id = web.get("/statements", params={"about": "instrument/mbco-charter"}).text
    by_name = web.get("/statements", params={"about": "MBCO Charter"}).text
    count = re.compile(r'role="status">[^<]*')
    assert count.findall(by_id) == count.findall(by_name)
    assert "about=instrument" in by_name
    assert web.get("/statements", params={"about": "nothing of the kind"}).status_code == 404
    assert len(web.get("/statements.csv", params={"about": "MBCO Charter"}).text.splitlines()) > 2
