"""The frozen run: kept without words, read back as it was, and what came, went or changed is told."""

import gzip
import hashlib
from pathlib import Path

import accuracy
import changes
import frozen
import msgspec
import pytest
import texts

import secretariat
from secretariat.model.record import Record

TEXT = """Joint Statement of the Ministers of Fisheries

The Ministers welcomed the Convention on Safe Harbours, signed in Lima on 3 May 2019.
They decided to establish a Harbour Council, and call for a second meeting of the Working Group on Nets in 2021.
"""


def read(text: str) -> Record:
    return secretariat.read_text(text, name="statement", any_language=True)


def reading(record: Record, name: str = "statement.txt") -> frozen.Reading:
    return frozen.reading_of(name, "0" * 64, record)


def run(*readings: frozen.Reading) -> frozen.Run:
    return frozen.Run("0", "words", {r.name: r for r in readings})


def test_a_run_is_read_back_as_it_was_saved(tmp_path: Path) -> None:
    kept = run(reading(read(TEXT)), frozen.Reading("b.pdf", "1" * 64, 0, "", fault="b.pdf: is empty"))
    frozen.save(kept, tmp_path / "run.jsonl.gz")
    frozen.save(kept, tmp_path / "again.jsonl.gz")
    assert frozen.load(tmp_path / "run.jsonl.gz") == kept
    assert (tmp_path / "run.jsonl.gz").read_bytes() == (tmp_path / "again.jsonl.gz").read_bytes()


def test_every_kind_of_mark_is_kept() -> None:
    marks = reading(read(TEXT)).marks
    assert set(marks) == set(frozen.KINDS)
    for kind in ("document", "paragraph", "date", "instrument", "body", "statement"):
        assert marks[kind], kind


def test_attributes_without_a_value_are_left_out() -> None:
    kept = reading(read(TEXT + "\nThey condemn piracy in all its forms, and will meet again in Lima.\n"))
    lines = [mark.attributes for own in kept.marks.values() for mark in own]
    assert not any("()" in line or "[]" in line or "=;" in line for line in lines)
    assert any("polarity=against" in line for line in lines)


def test_no_words_of_a_document_are_kept(tmp_path: Path) -> None:
    frozen.save(run(reading(read(TEXT))), tmp_path / "run.jsonl.gz")
    kept = gzip.decompress((tmp_path / "run.jsonl.gz").read_bytes()).decode().lower()
    for words in ("safe harbours", "harbour council", "fisheries", "nets", "joint statement"):
        assert words not in kept


def test_the_same_reading_is_no_change() -> None:
    before = run(reading(read(TEXT)))
    assert "no change" in changes.summary("texts", changes.compare(before, run(reading(read(TEXT)))))


def test_gains_losses_and_changes_are_told() -> None:
    record = read(TEXT)
    first, *others = record.statements
    turned = msgspec.structs.replace(first, act="call")
    (date, *_) = [m for m in record.mentions if m.text == "3 May 2019"]
    left = tuple(m for m in record.mentions if m is not date)
    now = msgspec.structs.replace(record, statements=(turned, *others), mentions=left, stages=())
    own = changes.changes(reading(record), reading(now))
    assert len(own["statement"].changed) == 1
    assert len(own["date"].lost) == 1
    back = changes.changes(reading(now), reading(record))
    assert len(back["date"].gained) == 1
    told = changes.difference("statement.txt", own, TEXT)
    assert "- date" in told
    assert "'3 May 2019'" in told
    assert f"act={first.act} → act=call" in told
    table = changes.summary("texts", changes.compare(run(reading(record)), run(reading(now))))
    assert "no change" not in table
    assert "1 documents with changes" in table


def test_a_mark_that_moved_a_little_is_changed_not_lost() -> None:
    one = frozen.Reading("a", "0" * 64, 100, "x", {"body": [frozen.Mark(10, 30, "status=existing")]})
    two = frozen.Reading("a", "0" * 64, 100, "y", {"body": [frozen.Mark(14, 30, "status=existing")]})
    change = changes.changes(one, two)["body"]
    assert (len(change.changed), change.gained, change.lost) == (1, [], [])


def test_what_cannot_be_compared_is_said() -> None:
    record = read(TEXT)
    before = run(reading(record, "a"), reading(record, "b"), reading(record, "c"))
    other = msgspec.structs.replace(reading(record, "a"), sha256="2" * 64)
    broken = msgspec.structs.replace(reading(record, "b"), fault="b: is empty", marks={})
    apart = changes.compare(before, run(other, broken, reading(record, "d"))).apart
    assert set(apart) == {"a", "b", "c", "d"}
    assert apart["a"] == "other bytes than in the frozen run"


def test_a_difference_beyond_the_marks_is_told() -> None:
    same = reading(read(TEXT))
    other = msgspec.structs.replace(same, digest="another")
    assert changes.compare(run(same), run(other)).otherwise == ["statement.txt"]


def test_another_form_of_file_is_refused(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "old.jsonl.gz", "wt") as old:
        old.write('{"format": 0}\n')
    with pytest.raises(ValueError, match="--freeze"):
        frozen.load(tmp_path / "old.jsonl.gz")


def test_reading_files_in_processes_is_the_same(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    documents = [(p.name, p) for p in sorted(tmp_path.iterdir())]
    alone = frozen.read_run(documents, (), 1)
    assert alone == frozen.read_run(documents, (), 2)
    assert alone.readings["c.txt"].fault
    assert alone.readings["a.txt"].sha256 == hashlib.sha256((tmp_path / "a.txt").read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["examples", "corpus"])
def test_the_kept_runs_are_small_and_of_this_form(name: str) -> None:
    path = accuracy.FOLDER / f"{name}.jsonl.gz"
    assert path.stat().st_size < 3_000_000
    kept = frozen.load(path)
    assert kept.readings
    assert not any(r.fault for r in kept.readings.values())


def test_the_examples_are_all_frozen() -> None:
    kept = frozen.load(accuracy.FOLDER / "examples.jsonl.gz")
    now = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in texts.example_documents()}
    assert {name: r.sha256 for name, r in kept.readings.items()} == now
