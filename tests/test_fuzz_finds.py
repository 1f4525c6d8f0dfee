"""What fuzzing has found, kept: each is read, or refused with a clear fault."""

import pytest
from invariants import broken

import secretariat
from secretariat.model.errors import SourceError
from secretariat.sources import source_from_bytes
from secretariat.sources.limits import Limits


def test_half_a_character_in_a_string_is_a_clear_fault() -> None:
    with pytest.raises(SourceError, match="lone surrogate U\\+D800") as told:
        secretariat.read_text("The sides \ud800 welcomed peace.")
    assert "at 10" in str(told.value)


def test_half_a_character_in_the_name_of_a_string_does_no_harm() -> None:
    record = secretariat.read_text("The sides welcomed peace.", name="a\udcffb")
    assert record.document.source.name == "a\ufffdb"
    assert record.to_json()


def test_halves_of_a_character_in_rtf_are_joined() -> None:
    data = rb"{\rtf1\ansi The sides welcomed peace \u55357?\u56842? and \u55357? water.}"
    text = source_from_bytes(data, "a.rtf", Limits()).text
    assert text == "The sides welcomed peace \U0001f60a and \ufffd water."


def test_a_place_beside_a_turned_apostrophe_stands_where_it_says() -> None:
    text = "Joint Statement\n\nWe, the leaders of Peru and Chile, met in Lima, Per\u2018u, on 12 May 2024. We agreed to trade."
    assert list(broken(secretariat.read_text(text))) == []
