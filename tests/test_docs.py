"""What the documentation says of settings, words and fields is what the code has."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from secretariat.lexicon.check import faults_of
from secretariat.lexicon.entries import CATEGORIES
from secretariat.model.mentions import Mention, MentionBase
from secretariat.model.record import Facts, Record
from secretariat.model.statements import Finding, Stage, Statement
from secretariat.profiles.load import parse_profile
from secretariat.sources.limits import PREFIX, Limits


@pytest.fixture(scope="module")
def docs() -> dict[str, str]:
    root = Path(__file__).resolve().parent.parent
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    return {page.name: page.read_text(encoding="utf-8") for page in pages}


def test_limits_are_documented_with_their_defaults(docs: dict[str, str]) -> None:
    for name, default in msgspec.structs.asdict(Limits()).items():
        row = re.search(rf"^\|[^|]*\| ([\d,]+) \| `{PREFIX}{name.upper()}` \|", docs["limits.md"], re.M)
        assert row, name
        assert int(row[1].replace(",", "")) == default, name


def test_fields_of_the_record_are_documented(docs: dict[str, str]) -> None:
    types: list[type[msgspec.Struct]] = [Record, Facts, Statement, Stage, Finding, *get_args(Mention)]
    page = docs["record.md"]
    fields = {field for kind in types for field in kind.__struct_fields__} - {*MentionBase.__struct_fields__}
    assert [f for f in sorted(fields) if f"`{f}`" not in page] == []
    assert [k for k in get_args(Mention) if f"| `{k.__struct_config__.tag}` |" not in page] == []


def test_every_kind_of_lexicon_file_is_documented(docs: dict[str, str]) -> None:
    assert [kind for kind in CATEGORIES if f"`{kind}`" not in docs["add-an-organisation.md"]] == []


@pytest.mark.parametrize("page", ["README.md", "add-an-organisation.md"])
def test_yaml_that_is_shown_is_sound(docs: dict[str, str], page: str, tmp_path: Path) -> None:
    for number, text in enumerate(re.findall(r"^```yaml\n(.*?)^```", docs[page], re.M | re.S)):
        path = tmp_path / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        if text.startswith("kind:"):
            assert faults_of(tmp_path)[2] == []
        else:
            assert parse_profile(path).members_at("2010-06-01") == ("XA", "XB", "XC")
            assert parse_profile(path).members_at("2012") == ("XA", "XC")
        path.unlink()


def test_every_runtime_dependency_has_its_reason(docs: dict[str, str]) -> None:
    import tomllib

    root = Path(__file__).resolve().parent.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[><=\[;]", d)[0].lower() for d in project["dependencies"]]
    assert [n for n in names if f"| {n} |" not in docs["dependencies.md"].lower()] == []
