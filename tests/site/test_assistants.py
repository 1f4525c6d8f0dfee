"""The tools for assistants, asked by the SDK's own client: in one process, over standard input and output, over HTTP."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_records import LEXICON
from site_examples import free_port

mcp = pytest.importorskip("mcp", reason="the tools for assistants need secretariat[assistants]")

from mcp import Client, StdioServerParameters  # noqa: E402

from secretariat.register.register import Register, open_register  # noqa: E402
from secretariat.site.assistants.server import build_server  # noqa: E402
from secretariat.site.room import Room  # noqa: E402
from secretariat.site.settings import Settings  # noqa: E402

ADDRESS = "https://register.example.org"
CALLS: dict[str, dict[str, Any]] = {
    "search": {"words": "ports"},
    "documents": {"organisation": "mbco"},
    "read_passage": {"document": "mbco-2016-declaration.txt", "paragraph": "para_5"},
    "find_entities": {"name": "bank"},
    "show_entity": {"entity": "body/mbco-bank"},
    "statements": {"topic": "transport", "act": "commitment"},
    "stages": {"about": "body/mbco-bank"},
    "due": {"from_day": "2015-01-01", "within": "20y"},
    "compare": {"earlier": "mbco-2016-declaration.txt", "later": "mbco-2022-declaration.txt"},
    "agreed_language": {
        "wording": "The Member States decided to establish the MBCO Disaster Response Centre in Torvik."
    },
    "whats_new": {"document": "mbco-2022-declaration.txt"},
}


@pytest.fixture(scope="module")
def register(examples: Path) -> Iterator[Register]:
    with open_register(examples, lexicon=LEXICON) as opened:
        yield opened


@pytest.fixture(scope="module")
def server(register: Register) -> Any:
    return build_server(Room(register, Settings(register="", lexicon=tuple(LEXICON))), ADDRESS)


def asked(target: Any, calls: dict[str, dict[str, Any]]) -> dict[str, Any]:
    async def ask() -> dict[str, Any]:
        async with Client(target) as client:
            return {name: await client.call_tool(name, given) for name, given in calls.items()}

    return asyncio.run(ask())


@pytest.fixture(scope="module")
def answers(server: Any) -> dict[str, Any]:
    return asked(server, CALLS)


def test_all_tools_are_told_with_what_they_take_and_only_read(server: Any) -> None:
    async def listed() -> Any:
        async with Client(server) as client:
            return (await client.list_tools()).tools, client.instructions

    tools, instructions = asyncio.run(listed())
    assert {t.name for t in tools} == set(CALLS)
    assert "Cite what you say" in instructions
    for tool in tools:
        assert tool.annotations.read_only_hint is True
        assert tool.description.endswith(".")
        for name, told in tool.input_schema["properties"].items():
            assert told.get("description") or "enum" in str(told), (tool.name, name)


def test_everything_told_can_be_cited(answers: dict[str, Any], register: Register) -> None:
    texts = {r["document"]: register.record(r["document"]).text for r in register.ask.documents()}  # type: ignore[union-attr]
    for name, result in answers.items():
        assert not result.is_error, (name, result.content)
        places = list(placed(result.structured_content))
        assert places, name
        for place in places:
            words = texts[place["document"]][place["start"] : place["end"]]
            if place["quote"]:
                assert " ".join(words.split()) in " ".join(place["quote"].split()), (name, place)
                assert place["paragraph"]
            assert place["address"].startswith(f"{ADDRESS}/documents/")


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Every fact with a place in an answer."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from placed(part)


def test_rows_that_have_no_place_say_where_they_were_read(answers: dict[str, Any]) -> None:
    for name in ("documents", "find_entities"):
        rows = answers[name].structured_content["rows"]
        assert rows
        assert all(row["cited"]["quote"] and row["address"].startswith(ADDRESS) for row in rows)


@pytest.mark.parametrize(
    ("tool", "given", "told"),
    [
        ("show_entity", {"entity": "the moon"}, "nothing is called 'the moon'"),
        ("statements", {"since": "someday"}, "is no date"),
        ("statements", {"act": "promise"}, "act"),
        ("search", {"words": ""}, "words"),
        ("search", {"words": "a\0b"}, "NUL"),
        ("due", {"within": "soon"}, "is no length of time"),
        ("compare", {"earlier": "x", "later": "y"}, "there is no document"),
        ("read_passage", {"document": "mbco-2016-declaration.txt", "paragraph": "para_999"}, "has no paragraph"),
        ("documents", {"limit": 5000}, "limit"),
    ],
)
def test_what_is_asked_wrongly_is_told(server: Any, tool: str, given: dict[str, Any], told: str) -> None:
    result = asked(server, {tool: given})[tool]
    assert result.is_error
    assert told in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_over_standard_input_and_output(examples: Path, answers: dict[str, Any]) -> None:
    words = [w for folder in LEXICON for w in ("--lexicon", str(folder))]
    arguments = ["-m", "secretariat.cli.main", "mcp", "--register", str(examples), "--address", ADDRESS, *words]
    found = asked(StdioServerParameters(command=sys.executable, args=arguments), CALLS)
    assert {n: r.structured_content for n, r in found.items()} == {n: r.structured_content for n, r in answers.items()}


def test_over_http(examples: Path, answers: dict[str, Any]) -> None:
    import httpx

    port = free_port()
    words = [w for folder in LEXICON for w in ("--lexicon", str(folder))]
    command = [
        sys.executable,
        "-m",
        "secretariat.cli.main",
        "mcp",
        "--http",
        "--port",
        str(port),
        "--register",
        str(examples),
    ]
    process = subprocess.Popen([*command, "--address", ADDRESS, *words], stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/mcp"
        for _ in range(300):
            try:
                httpx.get(address, timeout=1)
                break
            except httpx.ConnectError:
                time.sleep(0.1)
        found = asked(address, CALLS)
        assert {n: r.structured_content for n, r in found.items()} == {
            n: r.structured_content for n, r in answers.items()
        }
        rebound = httpx.post(
            address, json={}, headers={"Host": "evil.example", "Accept": "application/json, text/event-stream"}
        )
        assert rebound.status_code in (403, 421)
    finally:
        process.terminate()
        process.wait(20)


def test_without_the_package_it_says_what_to_install(examples: Path) -> None:
    hidden = "import sys; sys.modules['mcp'] = None; from secretariat.cli.main import app; app()"
    done = subprocess.run(
        [sys.executable, "-c", hidden, "mcp", "--register", str(examples)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "install secretariat[assistants]" in done.stderr
