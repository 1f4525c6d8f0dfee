"""What the README tells people to type works."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import readme_excerpt

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def blocks(page: Path, kind: str) -> list[str]:
    return [text for name, text in BLOCK.findall(page.read_text(encoding="utf-8")) if name == kind]


def commands(page: Path) -> list[str]:
    """The lines of ``sh`` blocks, without their comments; a line that ends in a backslash goes on."""
    lines = "".join(blocks(page, "sh")).replace("\\\n", " ").splitlines()
    return [line.split("  #")[0].strip() for line in lines if line.strip() and not line.startswith("#")]


COMMANDS = [(page.name, line) for page in PAGES for line in commands(page)]
PYTHON = [(page.name, text) for page in PAGES for text in blocks(page, "python")]


@pytest.mark.parametrize(("page", "line"), [c for c in COMMANDS if "secretariat" in c[1]], ids=lambda v: str(v)[:60])
def test_a_command_runs(page: str, line: str, tmp_path: Path, python: str) -> None:
    """Each is run by the shell among the examples, with their folder as the reader's own."""
    place = tmp_path / "here"
    shutil.copytree(ROOT / "examples", place / "examples")
    path = f"{Path(python).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        line, shell=True, cwd=place, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.name))
def test_targets_that_are_named_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"`make (\w+)`|^make (\w+)", page.read_text(encoding="utf-8"), re.M)
    assert [t for t in (a or b for a, b in named) if not re.search(rf"^{t}:", makefile, re.M)] == []


@pytest.mark.parametrize(("page", "text"), PYTHON, ids=lambda v: str(v)[:30])
def test_python_runs(page: str, text: str, tmp_path: Path, python: str) -> None:
    place = tmp_path / "here"
    shutil.copytree(ROOT / "examples", place / "examples")
    done = subprocess.run([python, "-c", text], cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.name))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    local = [t for t in targets if "://" not in t]
    assert [t for t in local if not (page.parent / t).exists()] == []


def test_the_readme_shows_commands_and_python() -> None:
    assert [c for c in COMMANDS if c[0] == "README.md"]
    assert [p for p in PYTHON if p[0] == "README.md"]


def test_the_excerpt_is_real() -> None:
    shown = readme_excerpt.BLOCK.search(readme_excerpt.README.read_text(encoding="utf-8"))
    assert shown is not None
    assert shown[0] == readme_excerpt.excerpt(), "make golden"
