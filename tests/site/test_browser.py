"""The main use of each page in a real Chromium, with and without scripts, and what axe says of accessibility."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

PAGES = (
    "/", "/documents", "/statements?act=commitment", "/instruments", "/meetings", "/bodies", "/actors", "/actors?type=person",
    "/search?q=port", "/search?q=zzzz", "/due?from=2016-01-01&within=20y", "/compare", "/agreed",
    "/agreed?wording=cooperation+in+education",
    "/about", "/time", "/time?year=2019", "/map", "/instrument/mbco-charter", "/body/mbco-chs", "/state/xa", "/nowhere",
)  # fmt: skip
"""Pages that axe looks at, besides those of one document."""


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Any, site: str) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=request.param, base_url=site)
    yield context.new_page()
    context.close()


@pytest.fixture
def scripted(browser: Any, site: str) -> Iterator[Any]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


def declaration(page: Any) -> None:
    page.goto("/documents")
    page.get_by_role("link", name=re.compile("LISSANDRA")).first.click()


def _shown(page: Any, asked: str) -> None:
    """Waits for the page with a filter that was chosen: at once with scripts, by its button without."""
    page.wait_for_timeout(300)
    if asked not in page.url:
        page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(asked))


def test_what_became_of_an_initiative_is_found_by_search(page: Any) -> None:
    page.goto("/")
    page.get_by_role("search", name="Search everything").get_by_role("searchbox").fill("regatta")
    page.get_by_role("search", name="Search everything").get_by_role("button").click()
    page.get_by_role("region", name="Called so").get_by_role("link").first.click()
    assert "Regatta" in page.get_by_role("heading", level=1).inner_text()
    life = page.get_by_role("region", name="What became of it")
    source = life.get_by_role("link").first
    source.click()
    assert re.search(r"/documents/[0-9a-f]{16}#t\d+$", page.url)


def test_a_mark_leads_on_to_the_thing_that_it_names(page: Any) -> None:
    declaration(page)
    mark = page.locator("article.text a.m-instrument").first
    assert mark.get_attribute("title")
    mark.click()
    assert page.get_by_role("heading", name="Where it is named").count() == 1


def test_a_kind_of_mark_is_switched_off(page: Any) -> None:
    declaration(page)
    mark = page.locator("article.text .m-instrument").first
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.get_by_label(re.compile("^instrument")).uncheck()
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_statements_are_narrowed_and_every_filter_is_in_the_address(page: Any) -> None:
    page.goto("/statements")
    every = page.get_by_role("status").inner_text()
    page.locator("select[name=act]").select_option("call")
    _shown(page, "act=call")
    assert page.get_by_role("status").inner_text() != every
    assert {a.inner_text().partition(",")[0] for a in page.locator("tbody .act").all()} == {"call"}
    page.get_by_role("link", name="Take out the filter act: call").click()
    assert page.get_by_role("status").inner_text() == every


def test_two_documents_are_compared(page: Any) -> None:
    page.goto("/compare")
    form = page.locator("form.filters")
    for label, words in (("Before", "8th Meeting"), ("Now", "14th Meeting")):
        option = form.get_by_label(label).locator("option", has_text=words)
        form.get_by_label(label).select_option(option.first.get_attribute("value"))
    form.get_by_role("button", name="Compare").click()
    assert page.locator(".redline del").count() > 5
    assert page.locator(".redline ins").count() > 5
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as Word").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_a_wording_is_looked_for_among_what_was_agreed(page: Any) -> None:
    page.goto("/agreed")
    page.get_by_label("Wording or draft").fill("reaffirm their commitment to the safety of navigation")
    page.get_by_role("button", name="Look for it").click()
    assert page.locator("ol.hits li").count() >= 1
    page.locator("ol.hits a.src").first.click()
    assert "#p-" in page.url


def test_what_is_new_leads_to_the_words(page: Any) -> None:
    declaration(page)
    page.get_by_role("link", name="What is new in it").click()
    assert page.get_by_role("heading", name=re.compile("Decided")).count() == 1
    page.locator("main section a.src").first.click()
    assert "#t" in page.url


def test_documents_are_narrowed_by_kind(page: Any) -> None:
    page.goto("/documents")
    page.locator("select[name=kind]").select_option("resolution")
    _shown(page, "kind=resolution")
    assert page.locator("ul.docs > li").count() == 2
    page.locator("ul.docs a").first.click()
    assert page.locator("article.text").count() == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [("/instruments", "charter"), ("/meetings", "regatta"), ("/bodies", "council"), ("/actors?type=person", "ashlar")],
)
def test_a_thing_is_found_in_its_list_by_its_name(page: Any, path: str, words: str) -> None:
    page.goto(path)
    page.get_by_label("Called").fill(words)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(re.compile(f"text={words}"))
    first = page.locator("tbody a").first
    name = first.inner_text()
    assert words in name.lower()
    first.click()
    assert name.split("…")[0] in page.get_by_role("heading", level=1).inner_text()


def test_what_falls_due_leads_to_the_words(page: Any) -> None:
    page.goto("/due?from=2016-01-01")
    before = page.locator(".duelist > li").count()
    page.get_by_label("Within").select_option("20y")
    _shown(page, "within=20y")
    assert page.locator(".duelist > li").count() > before > 0
    page.locator(".duelist a.src").first.click()
    assert re.search(r"/documents/[0-9a-f]{16}#t\d+$", page.url)


def test_a_year_is_chosen_and_its_meetings_lead_on(page: Any) -> None:
    page.goto("/time")
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2019").click()
    assert page.get_by_role("heading", name="Meetings and deadlines, 2019").count() == 1
    page.locator(".months a").first.click()
    assert page.get_by_role("heading", name="What became of it").count() == 1


def test_a_place_of_the_map_leads_to_what_happened_there(page: Any) -> None:
    page.goto("/map")
    place = page.locator(".places > li").first
    assert place.get_by_role("heading").inner_text()
    place.get_by_role("link").first.click()
    assert re.search(r"/(event|instrument|documents)/", page.url)


def test_plots_are_drawn(page: Any) -> None:
    pytest.importorskip("vl_convert", reason="drawing needs the extra plots")
    for path, count in (("/time", 2), ("/map", 1)):
        page.goto(path)
        images = page.locator("figure.plot img")
        assert images.count() == count
        for image in images.all():
            image.scroll_into_view_if_needed()
            page.wait_for_timeout(200)
            assert image.get_attribute("alt")
            image.evaluate("e => e.decode()")


def test_a_quote_is_copied_with_its_source(browser: Any, site: str) -> None:
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    declaration(page)
    page.locator("article.text a.m-instrument", has_text="MBCO Charter").first.hover()
    page.locator(".card[role=note]").get_by_role("button", name="Copy with source").click()
    page.get_by_role("button", name="Copied").wait_for(timeout=5000)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“MBCO Charter” ")
    assert "LISSANDRA DECLARATION" in copied
    assert re.search(r"/documents/[0-9a-f]{16}#t\d+$", copied)
    context.close()


def test_a_mark_tells_what_it_is_and_why_where_scripts_run(scripted: Any) -> None:
    declaration(scripted)
    scripted.locator("article.text a.m-instrument").first.focus()
    card = scripted.locator(".card[role=note]")
    card.wait_for(timeout=5000)
    assert "Made by" in card.inner_text()
    scripted.keyboard.press("Escape")
    assert card.count() == 0
    scripted.locator("article.text a.m-says").first.hover()
    card.wait_for(timeout=5000)
    assert "Said by" in card.inner_text()
    card.get_by_role("link", name="More, and why").click()
    scripted.get_by_role("link", name="Why: the rules, and what was refused").click()
    assert scripted.locator("main code").count() >= 1


def test_the_keyboard_reaches_everything_on_the_first_page(scripted: Any) -> None:
    scripted.goto("/")
    scripted.keyboard.press("Tab")
    assert scripted.evaluate("document.activeElement.textContent") == "Skip to the content"
    scripted.keyboard.press("Enter")
    assert scripted.evaluate("document.activeElement.id") == "main"


def test_no_script_or_style_is_refused_by_the_policy(scripted: Any) -> None:
    told: list[str] = []
    scripted.on("console", lambda message: told.append(message.text))
    scripted.on("pageerror", lambda fault: told.append(str(fault)))
    for path in ("/", "/statements", "/compare", "/search?q=port"):
        scripted.goto(path)
    declaration(scripted)
    scripted.locator("article.text a.m").first.hover()
    scripted.locator(".card[role=note]").wait_for(timeout=5000)
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault(browser: Any, site: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(base_url=site, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    declaration(page)
    own = page.url.removeprefix(site)
    old, new = re.findall(r"/documents/([0-9a-f]{16})", page.request.get("/documents").text())[:2]
    faults = []
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    for path in (*PAGES, own, f"{own}/new", f"{own}/at/800", f"{own}/why/800", f"/compare?a={old}&b={new}"):
        page.goto(path)
        for fault in axe.run(page, options={"runOnly": tags}).response["violations"]:
            nodes = [node["html"][:160] for node in fault["nodes"][:3]]
            faults.append(f"{path}: {fault['id']} {nodes}")
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_page_is_wider_than_the_screen(browser: Any, site: str, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 900})
    page = context.new_page()
    declaration(page)
    for path in (*PAGES, page.url):
        page.goto(path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path
    context.close()
