"""The interface for programs: its lists, its errors, its promises to caches, and that no input breaks it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import schemathesis
from example_records import LEXICON
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from site_examples import serve

import secretariat
from secretariat.register.register import open_register

API = "/api/v1"


@pytest.fixture(scope="module")
def web(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, timeout=60) as client:
        yield client


def rows(web: httpx.Client, path: str) -> list[dict[str, object]]:
    answer = web.get(f"{API}{path}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["rows"])


@pytest.mark.parametrize("path", ["/statements?act=call", "/entities?type=instrument", "/documents", "/stages"])
def test_a_list_comes_whole_in_parts(web: httpx.Client, path: str) -> None:
    join = "&" if "?" in path else "?"
    whole = rows(web, f"{path}{join}limit=200")
    address: str | None = f"{API}{path}{join}limit=7"
    parts: list[dict[str, object]] = []
    while address:
        answer = web.get(address).json()
        assert len(answer["rows"]) <= 7
        parts += answer["rows"]
        address = answer["next"]
    assert parts[: len(whole)] == whole
    assert len(parts) == answer["total"]


def test_every_fact_leads_to_its_words(web: httpx.Client, examples: Path) -> None:
    with open_register(examples, lexicon=LEXICON) as register:
        texts = {r["document"]: register.record(r["document"]).text for r in register.ask.documents()}  # type: ignore[union-attr]
    found = (
        rows(web, "/statements?limit=50") + rows(web, "/stages?limit=50") + rows(web, "/due?from=2000-01-01&within=99y")
    )
    found += rows(web, "/search?q=ports") + rows(web, "/documents/mbco-2016-declaration.txt/paragraphs")
    thing = web.get(f"{API}/entities/body/mbco-bank").json()
    found += thing["stages"] + thing["relations"]
    for row in found:
        words = texts[row["document"]][row["start"] : row["end"]]
        said = str(row["quote"])
        assert " ".join(words.split()) in " ".join(said.split()), row
        assert row["paragraph"]
        page = web.get(str(row["address"]).partition("#")[0])
        assert page.status_code == 200
    compared = web.get(
        f"{API}/compare", params={"a": "mbco-2016-declaration.txt", "b": "mbco-2022-declaration.txt"}
    ).json()
    assert compared["rows"]
    for pair in compared["rows"]:
        for side in pair["a"] + pair["b"]:
            assert texts[side["document"]][side["start"] : side["end"]] == side["quote"]


def test_agreed_language_is_found_either_way(web: httpx.Client) -> None:
    wording = "The Member States decided to establish the MBCO Disaster Response Centre in Torvik."
    asked = web.get(f"{API}/agreed", params={"wording": wording}).json()["rows"]
    posted = web.post(f"{API}/agreed/wording", json={"wording": wording}).json()["rows"]
    assert asked == posted
    assert asked[0]["verbatim"] == 1
    assert asked[0]["name"] == "mbco-2022-declaration.txt"


@pytest.mark.parametrize(
    ("path", "status", "detail"),
    [
        ("/statements?act=promise", 400, "act: Invalid enum value"),
        ("/statements?since=someday", 400, "since"),
        ("/statements?since=2021-02-30", 400, "is no date"),
        ("/statements?force=9", 400, "force"),
        ("/documents?limit=0", 400, "limit"),
        ("/documents?cursor=nonsense", 400, "this is no cursor"),
        ("/documents/ffff0000", 404, "there is no document"),
        ("/documents/mbco-2016-declaration.txt/paragraphs/para_9999", 404, "has no paragraph"),
        ("/entities/body/nothing", 404, "nothing is called"),
        ("/search", 400, "q"),
        ("/search?q=%00", 400, ""),
        ("/compare?a=mbco-2016-declaration.txt&b=mbco-2016-declaration.txt", 400, "both are the same document"),
        ("/due?within=soon", 400, "within"),
        ("/nothing", 404, "Not Found"),
    ],
)
def test_errors_have_one_shape(web: httpx.Client, path: str, status: int, detail: str) -> None:
    answer = web.get(f"{API}{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    told = answer.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(told)
    assert told["status"] == status
    assert detail in told["detail"]


def test_a_wrong_method_and_a_wrong_body_have_the_same_shape(web: httpx.Client) -> None:
    for answer in (
        web.delete(f"{API}/documents"),
        web.post(f"{API}/agreed/wording", content=b"{"),
        web.post(f"{API}/agreed/wording", json={"wording": 3}),
        web.post(f"{API}/agreed/wording", content=b"x" * 300_000),
    ):
        assert 400 <= answer.status_code < 500
        assert answer.headers["content-type"].startswith("application/problem+json")


def test_what_did_not_change_is_not_sent_again(web: httpx.Client) -> None:
    first = web.get(f"{API}/documents?limit=2")
    tag = first.headers["etag"]
    again = web.get(f"{API}/documents?limit=2", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert web.get(f"{API}/documents?limit=3", headers={"If-None-Match": tag}).status_code == 200
    head = web.head(f"{API}/documents?limit=2")
    assert (head.status_code, head.content) == (200, b"")


def test_cursors_hold_for_one_question_to_one_register_as_it_is(
    examples: Path, web: httpx.Client, tmp_path: Path
) -> None:
    cursor = web.get(f"{API}/statements?limit=2").json()["cursor"]
    other = web.get(f"{API}/statements?act=call&cursor={cursor}")
    assert (other.status_code, other.json()["detail"]) == (400, "this cursor belongs to another question")
    assert web.get(f"{API}/statements?limit=50&cursor={cursor}").status_code == 200
    with open_register(tmp_path / "new.db", lexicon=LEXICON) as register:
        for n in range(3):
            text = f"JOINT STATEMENT {n}\n\nWe welcome the adoption of Plan {n}.\n"
            register.add(secretariat.read_text(text), text.encode(), f"{n}.txt")
        register.refresh()
    served = serve(tmp_path / "new.db")
    with httpx.Client(base_url=served.url, timeout=60) as new:
        wrong = new.get(f"{API}/statements?cursor={cursor}")
        assert wrong.json()["detail"] == "this cursor was given by another register"
        own = new.get(f"{API}/statements?limit=1").json()["cursor"]
        with open_register(tmp_path / "new.db", lexicon=LEXICON) as register:
            text = "JOINT STATEMENT\n\nWe note the report.\n"
            register.add(secretariat.read_text(text), text.encode(), "late.txt")
            register.refresh()
        late = new.get(f"{API}/statements?limit=1&cursor={own}")
        assert (late.status_code, late.json()["remedy"]) == (410, "begin without one")
    served.close()


OPEN = (f"{API}/documents", "/export/bibtex", "/oai?verb=Identify")


def test_pages_of_this_machine_may_read_what_is_served_to_it_only(web: httpx.Client) -> None:
    for path in OPEN:
        here = web.get(path, headers={"Origin": "http://localhost:3000"})
        assert here.headers["access-control-allow-origin"] == "http://localhost:3000"
        for origin in ("https://elsewhere.example", "http://localhost.evil.example", "null"):
            assert "access-control-allow-origin" not in web.get(path, headers={"Origin": origin}).headers


def test_any_page_may_read_what_is_published(examples: Path) -> None:
    served = serve(examples, names=("127.0.0.1",), address="https://register.example.org")
    with httpx.Client(base_url=served.url, timeout=60) as published:
        for path in OPEN:
            answer = published.get(path, headers={"Origin": "https://elsewhere.example"})
            assert answer.headers["access-control-allow-origin"] == "https://elsewhere.example"
            assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
            assert "Origin" in answer.headers["vary"]
            assert "access-control-allow-credentials" not in answer.headers
        asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "GET"}
        answer = published.options(f"{API}/documents", headers=asked)
        assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "https://elsewhere.example")
    served.close()


def test_a_foreign_name_is_not_answered(web: httpx.Client) -> None:
    for path in (f"{API}/documents", "/oai?verb=Identify", "/export/bibtex"):
        assert web.get(path, headers={"Host": "evil.example"}).status_code == 421


def test_addresses_are_those_of_the_site(examples: Path) -> None:
    served = serve(examples, base="/r/mbco", address="https://desk.example.org/r/mbco")
    with httpx.Client(base_url=f"{served.url}/r/mbco", timeout=60) as behind:
        answer = behind.get(f"{API}/documents?limit=1").json()
        assert answer["rows"][0]["address"].startswith("https://desk.example.org/r/mbco/documents/")
        assert answer["next"].startswith("https://desk.example.org/r/mbco/api/v1/documents?")
        assert b"https://desk.example.org/r/mbco/oai" in behind.get("/oai?verb=Identify").content
        assert b"https://desk.example.org/r/mbco/" in behind.get("/export/bibtex").content
        assert behind.get("/programs").status_code == 200
        assert behind.get(f"{API}/openapi.json").json()["servers"] == [{"url": "https://desk.example.org"}]
    served.close()


def test_an_export_by_address_is_that_of_the_command(web: httpx.Client, examples: Path, tmp_path: Path) -> None:
    import io
    import zipfile

    from secretariat.publishing.edition import Edition
    from secretariat.publishing.files import Directory
    from secretariat.publishing.formats import FORMATS
    from secretariat.register.asking.filters import Filters

    answer = web.get("/export/csv?organisation=mbco&topic=transport")
    assert answer.headers["content-type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    filters = Filters(organisation="mbco", topic="transport")
    with open_register(examples, lexicon=LEXICON) as register, register.snapshot(filters) as snapshot:
        edition = Edition(snapshot, str(web.base_url).rstrip("/"), tuple(map(str, LEXICON)))
        FORMATS["csv"].write_folder(edition, Directory(tmp_path))
    assert sorted(archive.namelist()) == sorted(p.name for p in tmp_path.iterdir())
    for name in archive.namelist():
        assert archive.read(name) == (tmp_path / name).read_bytes()
    tag = answer.headers["etag"]
    asked = "/export/csv?organisation=mbco&topic=transport"
    assert web.get(asked, headers={"If-None-Match": tag}).status_code == 304
    assert web.get(asked, headers={"If-None-Match": f'"other", W/{tag}'}).status_code == 304
    assert web.get("/export/csv?organisation=un", headers={"If-None-Match": tag}).status_code == 200
    assert web.get("/export/nothing").status_code == 400
    assert "cannot be narrowed by topic" in web.get("/export/ics?topic=energy").text


def test_a_client_that_hangs_up_harms_nobody(web: httpx.Client) -> None:
    for _ in range(5):
        with web.stream("GET", "/export/nquads") as answer:
            next(answer.iter_raw(1000))
    assert web.get("/export/bibtex").status_code == 200
    assert web.get("/").status_code == 200


def test_one_document_as_legal_xml(web: httpx.Client) -> None:
    answer = web.get("/documents/mbco-2016-declaration.txt/akn.xml")
    assert answer.headers["content-type"].startswith("application/akn+xml")
    assert b"<akomaNtoso" in answer.content
    assert web.get("/documents/ffff0000/akn.xml").status_code == 404


def test_a_harvester_may_post(web: httpx.Client) -> None:
    asked = web.get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc").content
    posted = web.post("/oai", data={"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"}).content
    assert asked.count(b"<identifier>") == posted.count(b"<identifier>") == 11
    assert b"badVerb" in web.post("/oai", content=b"verb=Identify", headers={"Content-Type": "text/plain"}).content


def test_no_input_breaks_it_and_answers_are_as_described(site: str) -> None:
    """By schemathesis. Not promised is that all that the description allows is accepted: words may mean nothing in a register."""
    described = schemathesis.openapi.from_url(f"{site}{API}/openapi.json")
    tried = []
    for operation in described.get_all_operations():

        @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[checks.positive_data_acceptance])

        ask()
        tried.append(operation.ok().label)
    assert len(tried) == 15
