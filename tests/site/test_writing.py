"""What visitors write: decisions and documents, who may, and what is refused."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from example_records import LEXICON
from site_examples import serve

from secretariat.register.register import open_register

TEXT = """JOINT STATEMENT
of the Ministers of Transport of the Meridian Basin Cooperation Organisation

(Kelmar, 3 March 2025)

1. The Ministers welcomed the signing of the Convention on Coastal Shipping in Portavel on 14 February 2025.

2. The Ministers will hold the next meeting in Torvik in 2026.
"""


@pytest.fixture
def web(own_site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=own_site, timeout=30, follow_redirects=True) as client:
        yield client


def token(web: httpx.Client, page: str) -> str:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', web.get(page).text)
    assert found
    return found.group(1)


def soon(right: Callable[[], bool]) -> None:
    """That something comes to be right: pages follow what is written, at once where the machine has nothing else to do."""
    end = time.monotonic() + 30
    while not right():
        assert time.monotonic() < end
        time.sleep(0.2)


def decide(web: httpx.Client, page: str, **fields: str) -> httpx.Response:
    return web.post("/decide", data={"_csrf_token": token(web, "/review"), "who": "A. Reader", "back": page, **fields})


def uploaded(web: httpx.Client, name: str, content: bytes) -> str:
    """The page on which reading ended."""
    answer = web.post("/upload", data={"_csrf_token": token(web, "/upload")}, files={"file": (name, content)})
    end = time.monotonic() + 60
    while "<h1>Reading" in answer.text:
        assert time.monotonic() < end
        time.sleep(0.2)
        answer = web.get(answer.url.path)
    return str(answer.url.path)


def test_a_pair_is_decided_and_the_decision_taken_back(web: httpx.Client) -> None:
    page = web.get("/review").text
    one, other = (re.search(rf'name="{side}" value="([^"]+)"', page).group(1) for side in ("subject", "other"))  # type: ignore[union-attr]
    left = int(re.search(r"(\d+) left", page).group(1))  # type: ignore[union-attr]
    after = decide(web, "/review", verdict="same", subject=one, other=other).text
    assert "decision 1 is kept" in after
    assert int(re.search(r"(\d+) left", after).group(1)) < left  # type: ignore[union-attr]
    soon(lambda: web.get(f"/{other}").url.path == web.get(f"/{one}").url.path)
    decide(web, "/decisions", verdict="undo", subject="1")
    soon(lambda: f"{left} left" in web.get("/review").text)


def test_a_mark_is_corrected_where_it_stands(web: httpx.Client) -> None:
    listed = web.get("/statements", params={"act": "call"}).text
    document, start = re.search(r'class="verb" href="/documents/([0-9a-f]{16})#t(\d+)"', listed).groups()  # type: ignore[union-attr]
    place = re.search(
        rf"/documents/{document}/at/(\d+)", web.get(f"/documents/{document}").text.split(f'id="t{start}"')[1]
    )
    assert place is not None
    page = f"/documents/{document}/at/{place.group(1)}"
    mark = re.search(r'name="subject" value="([^"]+)".*?name="act"', web.get(page).text, re.DOTALL)
    assert mark is not None
    before = int(re.search(r'role="status">([\d,]+)', listed).group(1))  # type: ignore[union-attr]
    assert "is kept" in decide(web, page, verdict="act", subject=mark.group(1), act="commitment", why="a promise").text
    soon(lambda: f'role="status">{before - 1} ' in web.get("/statements", params={"act": "call"}).text)


def test_a_thing_is_renamed(web: httpx.Client) -> None:
    decide(
        web, "/instrument/mbco-charter", verdict="name", subject="instrument/mbco-charter", name="Charter of Portavel"
    )
    soon(lambda: "Charter of Portavel</h1>" in web.get("/instrument/mbco-charter").text)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"verdict": "shout", "subject": "1"}, "no word says"),
        ({"verdict": "undo", "subject": "77"}, "no decision"),
        ({"verdict": "undo", "subject": "1", "who": ""}, "signs"),
        ({"verdict": "same", "subject": "instrument/nothing", "other": "instrument/mbco-charter"}, "is called"),
        ({"verdict": "wrong", "subject": "zz"}, "no mark"),
    ],
)
def test_what_is_no_decision_is_refused_and_nothing_is_kept(
    web: httpx.Client, fields: dict[str, str], said: str
) -> None:
    answer = decide(web, "/decisions", **fields)
    assert answer.status_code in (400, 404)
    assert said in answer.text.lower()
    assert "Nobody has decided anything yet" in web.get("/decisions").text


def test_a_request_from_another_site_is_refused(web: httpx.Client) -> None:
    fields = {"verdict": "undo", "subject": "1", "who": "x"}
    assert web.post("/decide", data=fields).status_code == 403
    assert web.post("/decide", data={**fields, "_csrf_token": "0" * 128}).status_code == 403
    assert web.post("/upload", files={"file": ("a.txt", b"text")}).status_code == 403


def test_a_document_is_read_seen_and_added(web: httpx.Client) -> None:
    path = uploaded(web, "C:\\papers\\../joint statement.txt", TEXT.encode())
    page = web.get(path).text
    assert "As it would be added" in page
    assert "joint statement.txt" in page
    assert "papers" not in page
    assert "Convention on Coastal Shipping" in page
    assert "12 documents" not in web.get("/documents").text
    added = web.post(path, data={"_csrf_token": token(web, path), "do": "add"})
    assert re.fullmatch(r"/documents/[0-9a-f]{16}", added.url.path)
    assert "welcomed" in added.text
    soon(lambda: "12 documents" in web.get("/documents").text)
    assert "Coastal Shipping" in web.get("/search", params={"q": "coastal shipping"}).text
    assert web.get(path).status_code == 404


def test_a_document_is_thrown_away(web: httpx.Client) -> None:
    path = uploaded(web, "a.txt", TEXT.encode())
    web.post(path, data={"_csrf_token": token(web, path), "do": "drop"})
    assert web.get(path).status_code == 404
    assert "11 documents" in web.get("/documents").text


@pytest.mark.parametrize(
    ("content", "said"), [(b"   \n", "white space"), (b"\x00\x01\x02" * 400, ""), (b"%PDF-1.7 broken", "damaged")]
)
def test_a_file_that_cannot_be_read_says_so(web: httpx.Client, content: bytes, said: str) -> None:
    page = web.get(uploaded(web, "a.bin", content)).text
    assert "could not be read" in page
    assert said in page
    assert "Traceback" not in page


def test_an_empty_or_too_large_file_is_refused(examples: Path, tmp_path: Path) -> None:
    served = serve(examples, upload_bytes=1000)
    with httpx.Client(base_url=served.url, timeout=30, follow_redirects=True) as web:
        for content, status in ((b"", 400), (b"x" * 1001, 400), (b"x" * 400_000, 413)):
            answer = web.post(
                "/upload", data={"_csrf_token": token(web, "/upload")}, files={"file": ("a.txt", content)}
            )
            assert answer.status_code == status, len(content)
    served.close()


def test_a_file_that_takes_too_long_is_given_up(examples: Path) -> None:
    served = serve(examples, upload_seconds=0.01)
    with httpx.Client(base_url=served.url, timeout=30, follow_redirects=True) as web:
        page = web.get(uploaded(web, "a.txt", TEXT.encode())).text
        assert "took too long" in page
    served.close()


def test_nobody_writes_where_others_may_come(examples: Path) -> None:
    served = serve(examples, names=("texts.example",))
    with httpx.Client(base_url=served.url, timeout=30) as web:
        assert web.get("/", headers={"Host": "texts.example"}).status_code == 200
        assert web.get("/", headers={"Host": "other.example"}).status_code == 421
        for path in ("/review", "/upload", "/decisions"):
            assert web.get(path).status_code == 404
        assert web.post("/decide", data={"verdict": "undo"}).status_code in (404, 405)
        page = web.get("/instrument/mbco-charter")
        assert "Correct this" not in page.text
        assert "set-cookie" not in page.headers
    served.close()


def test_a_visitor_by_a_server_in_front_does_not_write(own_site: str) -> None:
    with httpx.Client(base_url=own_site, headers={"X-Forwarded-For": "203.0.113.7"}) as web:
        assert web.get("/review").status_code == 403
        assert "Correct this" not in web.get("/instrument/mbco-charter").text


def test_dear_pages_are_limited(examples: Path) -> None:
    served = serve(examples, per_minute=3)
    with httpx.Client(base_url=served.url, timeout=30) as web:
        codes = [web.get("/agreed", params={"wording": f"cooperation {n}"}).status_code for n in range(5)]
        assert codes == [200, 200, 200, 429, 429]
        assert web.get("/documents").status_code == 200
    served.close()


def test_what_another_program_adds_is_seen(own_site: str, tmp_path: Path) -> None:
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import source_from_text

    with open_register(tmp_path / "own.db", lexicon=LEXICON) as register:
        record = read_document(source_from_text(TEXT, "new.txt"), Options(lexicon=LEXICON))
        register.add(record, TEXT.encode(), "new.txt")
    with httpx.Client(base_url=own_site, timeout=30) as web:
        end = time.monotonic() + 20
        while (
            "Coastal Shipping"
            not in web.get("/instruments", params={"text": "Coastal Shipping"}).text.split("<table")[-1]
        ):
            assert time.monotonic() < end
            time.sleep(0.2)


def test_a_pair_is_decided_at_the_keyboard(browser: Any, own_site: str) -> None:
    context = browser.new_context(base_url=own_site)
    page = context.new_page()
    page.goto("/review")
    page.get_by_label("Signed").fill("A. Reader")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("d")
    page.get_by_text("decision 1 is kept").wait_for(timeout=10_000)
    assert page.get_by_label("Signed").input_value() == "A. Reader"
    page.keyboard.press("n")
    page.wait_for_url(re.compile("skip=1"))
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_decision_is_made_on_a_mark_and_taken_back(browser: Any, own_site: str, scripts: bool) -> None:
    context = browser.new_context(base_url=own_site, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/documents")
    page.get_by_role("link", name=re.compile("LISSANDRA")).first.click()
    place = page.locator("article.text a.m-says").first.get_attribute("href")
    page.goto(place)
    form = page.locator("details.correct").last
    form.locator("summary").click()
    form.get_by_label("Signed").fill("A. Reader")
    form.get_by_label("Why").fill("read again")
    form.get_by_role("button", name="This mark is wrong").click()
    assert "Decision 1 is kept" in page.get_by_role("status").inner_text()
    page.get_by_role("button", name="Take back decision 1").click()
    assert "Decision 2 is kept" in page.get_by_role("status").inner_text()
    context.close()


def test_a_file_is_chosen_and_added_in_a_browser(browser: Any, own_site: str, tmp_path: Path) -> None:
    (tmp_path / "statement.txt").write_text(TEXT, encoding="utf-8")
    context = browser.new_context(base_url=own_site)
    page = context.new_page()
    page.goto("/upload")
    page.get_by_label("Choose a file").set_input_files(tmp_path / "statement.txt")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Add it to the register").click(timeout=30_000)
    page.wait_for_url(re.compile(r"/documents/[0-9a-f]{16}$"))
    context.close()


def test_axe_finds_no_fault_where_visitors_write(browser: Any, own_site: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(base_url=own_site)
    page = context.new_page()
    with httpx.Client(base_url=own_site, timeout=30, follow_redirects=True) as web:
        decide(web, "/decisions", verdict="name", subject="instrument/mbco-charter", name="Charter")
        record = uploaded(web, "a.txt", TEXT.encode())
        failed = uploaded(web, "b.txt", b" ")
    faults = []
    for path in ("/review", "/decisions", "/upload", record, failed, "/instrument/mbco-charter"):
        page.goto(path)
        for summary in page.locator("details.correct summary").all():
            summary.click()
        for fault in axe.run(page).response["violations"]:
            faults.append(f"{path}: {fault['id']} {[n['html'][:160] for n in fault['nodes'][:3]]}")
    context.close()
    assert not faults, "\n".join(faults)


def test_in_a_large_register_decisions_do_not_wait_and_pages_follow_later(
    examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The eleven examples are taken for a register that takes long to bring up to date."""
    import shutil

    from secretariat.site import room

    monkeypatch.setattr(room, "_COST_SECONDS", 0.15)
    monkeypatch.setattr(room, "_QUIET_SECONDS", 1.0)
    served = serve(Path(shutil.copy(examples, tmp_path / "own.db")))
    with httpx.Client(base_url=served.url, timeout=30, follow_redirects=True) as web:
        page = web.get("/review").text
        left = int(re.search(r"(\d+) left", page).group(1))  # type: ignore[union-attr]
        one, other = (re.search(rf'name="{side}" value="([^"]+)"', page).group(1) for side in ("subject", "other"))  # type: ignore[union-attr]
        after = decide(web, "/review", verdict="same", subject=one, other=other).text
        assert f"{left - 1} left" in after
        assert web.get(f"/{other}").status_code == 200  # not yet joined: the pages are as they were
        assert {str(web.get(f"/{i}").url.path) for i in (one, other)} == {f"/{one}", f"/{other}"}
        end = time.monotonic() + 30
        while len({str(web.get(f"/{i}").url.path) for i in (one, other)}) > 1:
            assert time.monotonic() < end, "the pages did not follow"
            time.sleep(0.3)
    served.close()
