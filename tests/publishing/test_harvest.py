"""Harvesting: what the protocol asks for, by a harvester that we did not write; its errors for what is asked wrongly."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from oaipmh_scythe import Scythe
from site_examples import serve

import secretariat
from secretariat.publishing.edition import Edition
from secretariat.publishing.harvest.provider import IDENTIFIERS_AT_ONCE, NS, Provider
from secretariat.publishing.harvest.records import FORMS, OWN, SCHEMA
from secretariat.publishing.harvest.tokens import Token, token_from, token_text
from secretariat.register.register import Register, open_register

ADDRESS = "https://register.example.org"
PREFIX = {"o": NS}


def answer(register: Register, **arguments: str) -> Any:
    with register.snapshot() as snapshot:
        pairs = [(name.rstrip("_"), value) for name, value in arguments.items()]
        return etree.fromstring(Provider(Edition(snapshot, ADDRESS)).answer(pairs))


def error(register: Register, **arguments: str) -> str:
    found = answer(register, **arguments).find("o:error", PREFIX)
    assert found is not None, arguments
    assert found.text
    return str(found.get("code"))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register with more documents than one answer has."""
    with open_register(tmp_path_factory.mktemp("many") / "many.db") as register:
        for n in range(IDENTIFIERS_AT_ONCE + 7):
            text = f"JOINT STATEMENT {n}\n\nWe welcome the adoption of Plan {n}.\n"
            register.add(secretariat.read_text(text), text.encode(), f"{n}.txt")
        yield register


def test_a_harvester_takes_everything(examples_file: Path, examples: Register) -> None:
    served = serve(examples_file, contact="desk@register.example.org")
    with Scythe(f"{served.url}/oai") as harvester:
        identity = harvester.identify()
        assert (identity.adminEmail, identity.deletedRecord) == ("desk@register.example.org", "persistent")
        documents = {f"urn:sha256:{r['document'].removeprefix('sha256:')}" for r in examples.ask.documents()}
        assert {f.metadataPrefix for f in harvester.list_metadata_formats()} == set(FORMS)
        for prefix in FORMS:
            records = list(harvester.list_records(metadata_prefix=prefix))
            assert {r.header.identifier for r in records} == documents
        sets = {s.setSpec for s in harvester.list_sets()}
        assert {"organisation.mbco", "kind.declaration"} <= sets
        some = list(harvester.list_records(metadata_prefix="oai_dc", set_="organisation.mbco"))
        assert 0 < len(some) < len(documents)
        one = harvester.get_record(identifier=sorted(documents)[0], metadata_prefix="oai_dc")
        assert one.metadata["title"]
    served.close()


def test_tokens_lead_through_lists_longer_than_an_answer(many: Register) -> None:
    for verb, prefix in (("ListIdentifiers", "oai_dc"), ("ListRecords", "oai_dc"), ("ListRecords", "secretariat")):
        seen: list[str] = []
        arguments = {"verb": verb, "metadataPrefix": prefix}
        cursors = []
        while True:
            root = answer(many, **arguments)
            seen += [e.text for e in root.iterfind(".//o:identifier", PREFIX)]
            token = root.find(".//o:resumptionToken", PREFIX)
            assert token.get("completeListSize") == str(len(many))
            cursors.append(int(token.get("cursor")))
            if not token.text:
                break
            arguments = {"verb": verb, "resumptionToken": token.text}
        assert len(seen) == len(set(seen)) == len(many)
        assert cursors == sorted(set(cursors))


def test_a_document_that_went_is_told_as_deleted_for_good(tmp_path: Path) -> None:
    with open_register(tmp_path / "own.db") as register:
        texts = [f"JOINT STATEMENT {n}\n\nWe welcome the plan.\n" for n in range(3)]
        for n, text in enumerate(texts):
            register.add(secretariat.read_text(text), text.encode(), f"{n}.txt")
        gone = secretariat.read_text(texts[1]).document.id
        register.remove(gone)
        root = answer(register, verb="ListRecords", metadataPrefix="oai_dc")
        records = root.findall(".//o:record", PREFIX)
        assert len(records) == 3
        deleted = [r for r in records if r.find("o:header", PREFIX).get("status") == "deleted"]
        assert [r.find("o:header/o:identifier", PREFIX).text for r in deleted] == [f"urn:sha256:{gone[7:]}"]
        assert deleted[0].find("o:metadata", PREFIX) is None
        again = answer(register, verb="GetRecord", metadataPrefix="akn", identifier=f"urn:sha256:{gone[7:]}")
        assert again.find(".//o:header", PREFIX).get("status") == "deleted"
        register.add(secretariat.read_text(texts[1]), texts[1].encode(), "1.txt")
        back = answer(register, verb="GetRecord", metadataPrefix="oai_dc", identifier=f"urn:sha256:{gone[7:]}")
        assert back.find(".//o:header", PREFIX).get("status") is None


def test_a_correction_is_a_change(decided: Register) -> None:
    from secretariat.register.changes import Wanted

    with decided.snapshot() as snapshot:
        found = snapshot.changes(Wanted(), ("", ""), 100)
        assert len(found) == len(decided)
        assert not any(c.deleted for c in found)
        earliest = snapshot.earliest_change()
        assert earliest == min(c.at for c in found)


def test_our_own_form_keeps_to_its_schema(examples: Register) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    root = answer(examples, verb="ListRecords", metadataPrefix="secretariat")
    documents = root.findall(f".//{{{OWN}}}document")
    assert len(documents) == len(examples)
    for document in documents:
        schema.assertValid(etree.fromstring(etree.tostring(document)))


def test_what_is_asked_wrongly_gets_the_errors_of_the_protocol(examples: Register, many: Register) -> None:
    lists = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
    assert error(examples) == "badVerb"
    assert error(examples, verb="Nothing") == "badVerb"
    assert error(examples, verb="Identify", set="x") == "badArgument"
    assert error(examples, verb="ListRecords") == "badArgument"
    assert error(examples, **lists, from_="2020") == "badArgument"
    assert error(examples, **lists, from_="2020-02-30") == "badArgument"
    assert error(examples, **lists, from_="2021-01-01", until="2020-01-01") == "badArgument"
    assert error(examples, **lists, from_="2021-01-01", until="2022-01-01T00:00:00Z") == "badArgument"
    assert error(examples, **lists, until="1999-01-01") == "noRecordsMatch"
    assert error(examples, **lists, set="organisation.nobody") == "noRecordsMatch"
    assert error(examples, verb="ListRecords", metadataPrefix="marc") == "cannotDisseminateFormat"
    assert error(examples, verb="GetRecord", metadataPrefix="oai_dc", identifier="oai:x:1") == "idDoesNotExist"
    assert error(examples, verb="ListRecords", resumptionToken="nonsense") == "badResumptionToken"
    assert error(examples, verb="ListSets", resumptionToken="nonsense") == "badResumptionToken"
    assert error(examples, **lists, resumptionToken="x") == "badArgument"
    given_by_many = answer(many, verb="ListIdentifiers", metadataPrefix="oai_dc").findtext(
        ".//o:resumptionToken", None, PREFIX
    )
    assert given_by_many
    assert error(examples, verb="ListIdentifiers", resumptionToken=given_by_many) == "badResumptionToken"
    assert error(many, verb="ListRecords", resumptionToken=given_by_many) == "badResumptionToken"


def test_an_empty_register_answers_too(tmp_path: Path) -> None:
    with open_register(tmp_path / "empty.db") as register:
        assert (
            answer(register, verb="Identify").findtext(".//o:earliestDatestamp", None, PREFIX) == "1970-01-01T00:00:00Z"
        )
        assert error(register, verb="ListSets") == "noSetHierarchy"
        assert error(register, verb="ListIdentifiers", metadataPrefix="oai_dc") == "noRecordsMatch"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["verb", "metadataPrefix", "from", "set", "identifier", "resumptionToken", "x"]),
            st.text(max_size=20),
        ),
        max_size=5,
    )
)
def test_whatever_is_asked_gets_xml(examples: Register, pairs: list[tuple[str, str]]) -> None:
    with examples.snapshot() as snapshot:
        root = etree.fromstring(Provider(Edition(snapshot, ADDRESS)).answer(pairs))
    assert root.tag == f"{{{NS}}}OAI-PMH"


@given(st.binary(max_size=60))
def test_a_token_that_is_none_of_ours_is_seen(data: bytes) -> None:
    assert token_from(data.hex()) is None
    token = Token("r", "ListRecords", "akn", "", "", "s", "2024-01-01T00:00:00Z", secrets.token_hex(4), 9, 3)
    text = token_text(token)
    assert token_from(text) == token
    assert token_from(f"A{text[1:]}") in (None, token)
