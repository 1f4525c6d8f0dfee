"""The rules of the house that a program can check: who imports whom, how long files are, what they are called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "secretariat"
ORDER = ("model", "lexicon", "profiles", "sources", "reading", "register", "comparing", "following", "publishing")
ROOF = ("site", "cli")
FREE = {"version"}
MOST_LINES = 400
BANNED_MODULES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
BANNED_PREFIXES = ("process_", "handle_")
NETWORK = {"socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
INPUT_OUTPUT = {"os", "io", "pathlib", "shutil", "sqlite3", "subprocess", "tempfile", *NETWORK}


def modules(source: Path) -> Iterator[Path]:
    return (p for p in sorted(source.rglob("*.py")) if not p.name.startswith("test_"))


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            module = node.module or ""
            yield node.lineno, module
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names if module == "secretariat")


def may_import(package: str) -> set[str]:
    if package in ROOF:
        return {*ORDER, *ROOF[: ROOF.index(package) + 1], *FREE}  # the command line starts the site
    return {*ORDER[: ORDER.index(package) + 1], *FREE}


def faults_in(source: Path) -> list[str]:
    """Every broken rule of the tree under ``source``, one line each."""
    faults: list[str] = []
    for path in modules(source):
        where = path.relative_to(source)
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text)
        package = where.parts[0] if len(where.parts) > 1 else None
        if text.count("\n") > MOST_LINES:
            faults.append(f"{where}: more than {MOST_LINES} lines")
        if path.stem in BANNED_MODULES:
            faults.append(f"{where}: a name that says nothing of what it holds")
        if package is not None and package not in (*ORDER, *ROOF):
            faults.append(f"{where}: a package that the house does not know")
            continue
        faults += (f"{where}: {fault}" for fault in _imports(tree, package))
        faults += (f"{where}: {fault}" for fault in _functions(tree))
    return faults


def _imports(tree: ast.AST, package: str | None) -> Iterator[str]:
    for line, name in imported(tree):
        head, *rest = name.split(".")
        if head in NETWORK and name.split(".")[:2] != ["urllib", "parse"]:  # taking addresses apart reaches nowhere
            yield f"line {line}: reaches for the network by {name}"
        if package == "model" and head in INPUT_OUTPUT:
            yield f"line {line}: the model knows no input or output ({name})"
        if head == "secretariat" and package is not None and rest and rest[0] not in may_import(package):
            yield f"line {line}: {package} imports from {rest[0]}"


def _functions(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith(BANNED_PREFIXES):
            yield f"line {node.lineno}: {node.name} says nothing of what it does"


def test_the_house_is_in_order() -> None:
    assert faults_in(SOURCE) == []


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("model/a.py", "from secretariat.reading import order", "model imports from reading"),
        ("lexicon/a.py", "def f():\n    import secretariat.profiles.load", "lexicon imports from profiles"),
        ("reading/a.py", "from secretariat.cli.read import read_command", "reading imports from cli"),
        ("reading/a.py", "from secretariat import register", "reading imports from register"),
        ("site/a.py", "from secretariat.cli import main", "site imports from cli"),
        ("sources/a.py", "import urllib.request", "network"),
        ("model/a.py", "from pathlib import Path", "no input or output"),
        ("reading/utils.py", "", "says nothing"),
        ("reading/a.py", "def process_text(): ...", "says nothing"),
        ("reading/a.py", "#\n" * (MOST_LINES + 1), "more than"),
        ("storage/a.py", "", "does not know"),
    ],
)
def test_a_broken_rule_is_seen(tmp_path: Path, path: str, text: str, fault: str) -> None:
    (tmp_path / path).parent.mkdir()
    (tmp_path / path).write_text(text)
    assert any(fault in f for f in faults_in(tmp_path))


def test_what_is_allowed_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "reading").mkdir()
    (tmp_path / "reading" / "a.py").write_text(
        "import re\nfrom secretariat.model.record import Record\nfrom secretariat.version import __version__\n"
    )
    (tmp_path / "reading" / "test_a.py").write_text("from secretariat.cli import main\n")
    assert faults_in(tmp_path) == []


def test_every_directory_of_modules_is_a_package() -> None:
    assert [p.parent for p in modules(SOURCE) if not (p.parent / "__init__.py").exists()] == []
