import msgspec
import pytest

from secretariat import read_text
from secretariat.model import record as module
from secretariat.model.record import Record

TEXT = 'The Ministers of Norway and Iceland “decided”\tto establish a "Ferry Centre" in May 2020. \U0001f6a2\n\nThey met again.\n'


@pytest.mark.parametrize("text", [TEXT, TEXT * 40, "Nothing."])
def test_the_pieces_of_a_record_are_its_json(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    record = read_text(text, any_language=True)
    assert b"".join(record.json_pieces()) == record.to_json()
    monkeypatch.setattr(module, "_PIECE", 3)
    assert b"".join(record.json_pieces()) == record.to_json()
    assert msgspec.json.decode(b"".join(record.json_pieces()), type=Record) == record
