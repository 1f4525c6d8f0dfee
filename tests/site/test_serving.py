"""How the site is served: behind another server, by several processes, by its command; and what happens when something breaks."""

import re
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from example_records import LEXICON
from site_examples import free_port, serve

from secretariat.register.asking.questions import Questions


def test_behind_a_base_every_link_stays_under_it(examples: Path) -> None:
    served = serve(examples, base="/registers/mbco", per_minute=100_000)
    with httpx.Client(base_url=served.url, timeout=30, follow_redirects=True) as web:
        assert web.get("/").status_code == 404
        for path in ("", "/documents", "/statements?act=call", "/time", "/review", "/instrument/mbco-charter"):
            page = web.get(f"/registers/mbco{path}")
            assert page.status_code == 200, path
            for link in re.findall(r'\b(?:href|src|action|srcset)="([^"#]*)', page.text):
                assert not link or link.startswith("/registers/mbco"), (path, link)
        assert web.get("/registers/mbco/statements.csv").status_code == 200
        assert 'aria-current="page">Statements' in web.get("/registers/mbco/statements").text
    served.close()


def test_what_breaks_inside_is_told_without_the_inside(examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(examples)

    def broken(self: Questions) -> None:
        raise RuntimeError("secret words in /home/somebody/file.py")

    monkeypatch.setattr(Questions, "document_counts", broken)
    answer = httpx.get(f"{served.url}/documents", timeout=30)
    assert answer.status_code == 500
    assert "not your fault" in answer.text
    assert "secret words" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    served.close()


def test_a_damaged_register_is_told_without_its_place(examples: Path, tmp_path: Path) -> None:
    import shutil
    import sqlite3

    own = Path(shutil.copy(examples, tmp_path / "own.db"))
    served = serve(own)
    with sqlite3.connect(own) as connection:
        connection.execute("DROP TABLE statements")
    answer = httpx.get(f"{served.url}/statements", timeout=30)
    assert answer.status_code == 500
    assert str(tmp_path) not in answer.text
    assert "statements.act" not in answer.text
    served.close()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_command_serves_and_stops(examples: Path, workers: str) -> None:
    port = free_port()
    folders = [part for folder in LEXICON for part in ("--lexicon", str(folder))]
    command = [sys.executable, "-m", "secretariat.cli.main", "serve", "--register", str(examples), "--port", str(port)]
    server = subprocess.Popen([*command, "--workers", workers, *folders], stderr=subprocess.PIPE)
    try:
        end = time.monotonic() + 60
        while True:
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/documents", timeout=10)
                break
            except httpx.TransportError:
                assert time.monotonic() < end
                time.sleep(0.2)
        assert "LISSANDRA" in answer.text
        form = httpx.get(f"http://127.0.0.1:{port}/upload", timeout=10)
        assert form.status_code == 200
    finally:
        server.terminate()
        server.wait(20)


def test_the_command_says_what_is_wrong(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "secretariat.cli.main", "serve", "--register", str(tmp_path / "none.db")]
    for more in ([], ["--workers", "2"]):
        done = subprocess.run([*command, *more], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 1
        assert "there is no such register" in done.stderr
        assert "Traceback" not in done.stderr


def test_an_empty_register_says_what_to_do(tmp_path: Path) -> None:
    from secretariat.register.register import open_register

    with open_register(tmp_path / "empty.db", lexicon=LEXICON):
        pass
    served = serve(tmp_path / "empty.db")
    with httpx.Client(base_url=served.url, timeout=30) as web:
        assert "secretariat add" in web.get("/").text
        paths = "/documents /statements /instruments /actors /search?q=port /due /time /map /compare /about /review /decisions"
        for path in paths.split():
            assert web.get(path).status_code == 200, path
        assert web.post("/agreed", data={"wording": "cooperation in education"}).status_code == 200
    served.close()
