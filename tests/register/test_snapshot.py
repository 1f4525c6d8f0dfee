"""A register read whole: as it stood, the same from both databases, while others write."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from example_records import LEXICON, example_names, read

import secretariat
from secretariat import open_register
from secretariat.model.errors import RegisterError
from secretariat.publishing.edition import Edition
from secretariat.publishing.files import Directory
from secretariat.publishing.formats import FORMATS
from secretariat.register.asking.filters import Filters
from secretariat.register.changes import Wanted
from secretariat.register.register import Register

NewUrl = Callable[[], str]


def filled(url: str, names: list[str]) -> Register:
    register = open_register(url, lexicon=LEXICON)
    for name in names:
        register.add(*read(name), name)
    return register


def released(register: Register, folder: Path) -> dict[str, str]:
    """The files of a release with their checksums."""
    with register.snapshot() as snapshot:
        FORMATS["release"].write_folder(Edition(snapshot, lexicons=tuple(map(str, LEXICON))), Directory(folder))
    files = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_a_release_is_the_same_from_every_database_in_whatever_order_documents_came(
    new_url: NewUrl, tmp_path: Path
) -> None:
    names = example_names()
    with filled(new_url(), names[::-1]) as one, filled(str(tmp_path / "other.db"), names) as other:
        assert released(one, tmp_path / "one") == released(other, tmp_path / "two")


def test_a_snapshot_stays_as_it_was_while_others_write(new_url: NewUrl) -> None:
    url = new_url()
    text = "JOINT STATEMENT\n\nWe welcome the adoption of the Harbour Plan.\n"
    with filled(url, example_names()[:3]) as register, open_register(url, lexicon=LEXICON) as writer:
        with register.snapshot() as snapshot:
            before = list(snapshot.documents), sum(1 for _ in snapshot.things()), snapshot.state
            writer.add(secretariat.read_text(text), text.encode(), "late.txt")
            writer.remove(before[0][0])
            writer.refresh()
            assert snapshot.facts(before[0][0])["id"] == before[0][0]
            assert (sum(1 for _ in snapshot.things()), snapshot.state) == before[1:]
            assert len(snapshot.changes(Wanted(), ("", ""), 100)) == 3
        with register.snapshot() as now:
            assert len(now.documents) == 3
            assert sum(c.deleted for c in now.changes(Wanted(), ("", ""), 100)) == 1
            assert now.change_of(before[0][0]).deleted  # type: ignore[union-attr]


def test_what_statements_alone_can_meet_chooses_documents_and_statements(new_url: NewUrl) -> None:
    filters = Filters(act="decision", force=4)
    with filled(new_url(), example_names()) as register, register.snapshot(filters) as snapshot:
        asked = register.ask.statements(filters)
        assert {row["document"] for row in asked} == set(snapshot.documents)
        given = [row for document in snapshot.documents for row in snapshot.statements(document)]
        assert len(given) == len(asked)
        assert {row["act"] for row in given} == {"decision"}


def test_a_filter_that_means_nothing_is_an_error(new_url: NewUrl) -> None:
    with filled(new_url(), example_names()[:1]) as register:
        for filters in (Filters(since="someday"), Filters(act="promise")):
            with pytest.raises(RegisterError), register.snapshot(filters):
                pass
