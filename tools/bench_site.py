"""Measures the site: time and size of every kind of page, search under load, the first page over a slow line.

    python tools/bench_site.py [--register FILE] [--workers 2] [--seconds 10]

Without ``--register`` a register of the shared corpus (else of the examples) is made. Times are those of the whole request on
this machine, by a client that keeps its connection open; every kind of page is asked for by ``--each`` addresses in random
order, none of them before. The client runs on the same cores as the server.
"""

import argparse
import asyncio
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import site_examples
import texts

from secretariat.register.asking.filters import Filters
from secretariat.register.register import Register, open_register

_CLIENTS = 16
_WORDS = re.compile(r"[a-z]{5,12}")


def addresses(register: Register, each: int, chance: random.Random) -> dict[str, list[str]]:
    """Addresses of each kind of page, in random order."""
    ask = register.ask
    documents = [row["document"].removeprefix("sha256:")[:16] for row in ask.documents().rows]
    things = {
        t: [r["id"] for r in ask.entities(Filters(type=t)).rows] for t in ("instrument", "event", "body", "state")
    }
    statements = [f"/statements?{f}" for f in filters(register)]
    pages = {
        "first page": ["/"] * 5,
        "documents": [f"/documents?page={n}" for n in range(1, max(2, len(documents) // 50))],
        "a document": [f"/documents/{d}" for d in documents],
        "a place in it": [f"/documents/{d}/at/{chance.randrange(40, 400)}" for d in documents],
        "why it was marked": [f"/documents/{d}/why/{chance.randrange(40, 400)}" for d in documents],
        "what is new in it": [f"/documents/{d}/new" for d in documents],
        "statements": statements,
        **{f"a thing: {t}": [f"/{i}" for i in ids] for t, ids in things.items()},
        "the most named": [f"/{ids[n]}" for ids in things.values() for n in range(min(3, len(ids)))],
        "instruments": [f"/instruments?page={n}" for n in range(1, 30)],
        "search": [f"/search?q={quote(w)}" for w in words(register, chance, each)],
        "due": ["/due", "/due?from=2015-01-01&within=20y"],
        "time": [f"/time?year={y}" for y in range(2000, 2031)],
        "map": ["/map", "/map?since=2010", "/map?since=2020"],
        "compare, nothing chosen": ["/compare"] * 3,
        "two compared": neighbours(register),
        "plots": [f"/plots/{n}.svg{p}" for n in ("topics", "validity", "map") for p in ("", "?paper=dark")],
        "agreed language": [f"/agreed?wording={quote(w)}" for w in wordings(register, chance, each)],
        "about": ["/about"] * 3,
    }
    return {name: chance.sample(paths, min(each, len(paths))) for name, paths in pages.items() if paths}


def neighbours(register: Register) -> list[str]:
    """Comparisons of documents with the one before of the same organisation."""
    rows = register.ask.documents().rows
    pairs = [(register.ask.following(row["document"])[0], row["document"]) for row in rows]
    short = [(before["id"][7:23], now[7:23]) for before, now in pairs if before]
    return [f"/compare?a={before}&b={now}" for before, now in short]


def filters(register: Register) -> list[str]:
    """Queries of the table of statements."""
    counts = register.ask.statement_counts()
    acts, topics, organisations = (list(counts[k]) for k in ("act", "topic", "organisation"))
    return [
        *(f"act={a}&topic={t}" for a in acts for t in topics[:12]),
        *(f"organisation={quote(o)}&topic={t}" for o in organisations[:12] for t in topics[:6]),
        *(f"page={n}" for n in range(1, 40)),
    ]


def words(register: Register, chance: random.Random, most: int) -> list[str]:
    """Pairs of words that stand in paragraphs."""
    made: list[str] = []
    rows = register.ask.search("cooperation OR development OR security OR resolution", Filters(limit=1000)).rows
    while rows and len(made) < most:
        found = _WORDS.findall(chance.choice(rows)["quote"].lower())
        if len(found) > 2:
            made.append(" ".join(chance.sample(found, 2)))
    return made


def wordings(register: Register, chance: random.Random, most: int) -> list[str]:
    """Beginnings of paragraphs, as a person would paste them."""
    rows = register.ask.search("cooperation OR development OR security OR resolution", Filters(limit=1000)).rows
    return [row["quote"][:300] for row in chance.sample(rows, min(most, len(rows)))]


def measure(url: str, pages: dict[str, list[str]]) -> Iterator[tuple[str, int, float, float, float, int, int]]:
    """For each kind: how many, median, 95th hundredth and longest time in ms, median and largest size sent."""
    with httpx.Client(base_url=url, timeout=60, headers={"Accept-Encoding": "gzip"}) as client:
        for name, paths in pages.items():
            times, sent = [], []
            for path in paths:
                begin = time.perf_counter()
                with client.stream("GET", path) as answer:
                    raw = b"".join(answer.iter_raw())
                times.append((time.perf_counter() - begin) * 1000)
                if answer.status_code != 200:
                    raise SystemExit(f"{path} gave {answer.status_code}")
                sent.append(len(raw))
            times.sort()
            late = times[min(len(times) - 1, int(len(times) * 0.95))]
            yield name, len(times), statistics.median(times), late, times[-1], int(statistics.median(sent)), max(sent)


async def load(port: int, paths: list[str], seconds: float) -> tuple[int, int]:
    """So many requests in that time by ``_CLIENTS`` visitors at once, and how many were not answered with 200."""
    end = time.perf_counter() + seconds
    done = wrong = 0

    async def visitor(own: list[str]) -> None:
        nonlocal done, wrong
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        at = 0
        while time.perf_counter() < end:
            request = f"GET {own[at % len(own)]} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n"
            writer.write(request.encode())
            head = await reader.readuntil(b"\r\n\r\n")
            await _body(reader, head.lower())
            done += 1
            wrong += not head.startswith(b"HTTP/1.1 200")
            at += 1
        writer.close()

    await asyncio.gather(*(visitor(paths[n::_CLIENTS]) for n in range(_CLIENTS)))
    return done, wrong


async def _body(reader: asyncio.StreamReader, head: bytes) -> None:
    found = re.search(rb"content-length: (\d+)", head)
    if found:
        await reader.readexactly(int(found.group(1)))
        return
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
    await reader.readline()


def first_paint(url: str) -> str:
    """When the first page shows its words over a line of 1.6 Mbit/s with 150 ms of delay (Lighthouse's slow 4G), in words."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return "not measured: playwright is not installed"
    import shutil

    system = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)
    with sync_playwright() as run:
        try:
            browser = run.chromium.launch(executable_path=system, args=["--no-sandbox", "--disable-gpu"])
        except Error:
            return "not measured: no Chromium starts here"
        page = browser.new_page()
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8},
        )
        page.goto(url)
        page.wait_for_timeout(500)
        painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        browser.close()
    return f"{painted:,.0f} ms"


def longest(register: Register) -> tuple[str, int]:
    """The document with the longest text of those in which statements were found, and its letters."""
    found = [row["document"] for row in register.ask.documents().rows if row["statements"]]
    lengths = {d: sum(len(p["text"]) for p in register.ask.marked(d).paragraphs) for d in found}
    document = max(lengths, key=lambda d: lengths[d])
    return document, lengths[document]


def made_register(folder: Path) -> Path:
    """A register of the shared corpus, else of the examples."""
    target = folder / "site.db"
    corpus = texts.SHARED / "corpus"
    if not corpus.is_dir():
        return site_examples.fill(target)
    command = [
        sys.executable,
        "-m",
        "secretariat.cli.main",
        "add",
        "--any-language",
        "--quiet",
        "--register",
        str(target),
        str(corpus),
    ]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return target


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        target = asked.register or made_register(Path(folder))
        with open_register(target, create=False) as register:
            register.refresh()
            pages = addresses(register, asked.each, chance)
            queries = [f"/search?q={quote(w)}" for w in words(register, chance, 2000)]
            document, letters = longest(register)
            print(f"{len(register):,} documents; {asked.workers} processes answer")
        port = site_examples.free_port()
        command = [
            sys.executable,
            "-m",
            "secretariat.cli.main",
            "serve",
            "--register",
            str(target),
            "--port",
            str(port),
        ]
        command += ["--workers", str(asked.workers), "--per-minute", "1000000"]
        server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            print(f"\n{'page':<26}{'asked':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'kB sent':>9}{'most':>7}")
            for name, count, middle, late, most, sent, largest in measure(url, pages):
                print(
                    f"{name:<26}{count:>6}{middle:>9.1f}{late:>9.1f}{most:>9.1f}{sent / 1000:>9.1f}{largest / 1000:>7.0f}"
                )
            path = f"/documents/{document.removeprefix('sha256:')[:16]}"
            rows = list(measure(url, {f"the longest, {letters:,} letters": [path] * 5}))
            print(f"{rows[0][0]}: p50 {rows[0][2]:.0f} ms, most {rows[0][4]:.0f} ms, {rows[0][5] / 1000:.0f} kB sent")
            done, wrong = asyncio.run(load(port, queries, asked.seconds))
            print(
                f"\nsearch by {_CLIENTS} visitors at once: {done / asked.seconds:,.0f} a second, {wrong} not answered"
            )
            print(f"first page over a slow line, first words after {first_paint(url)}")
        finally:
            server.terminate()
            server.wait(10)


def _wait(url: str) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        try:
            httpx.get(url, timeout=5)
        except httpx.HTTPError:
            time.sleep(0.3)
        else:
            return
    raise SystemExit("the site did not start")


if __name__ == "__main__":
    main()
