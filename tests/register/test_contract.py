"""What a register promises, on SQLite and on PostgreSQL alike."""

import contextlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from example_records import LEXICON, example_names, read

from secretariat import open_register
from secretariat.model.errors import RegisterError
from secretariat.register.asking.filters import Filters
from secretariat.register.decisions.lines import export_lines, import_lines
from secretariat.register.decisions.making import decide
from secretariat.register.decisions.verdicts import Decision
from secretariat.register.moving import iter_arrived, iter_lines
from secretariat.register.register import Register

AT = "2024-01-0{}T00:00:00.000000+00:00"
NewUrl = Callable[[], str]


def filled(url: str, names: list[str] | None = None) -> Register:
    register = open_register(url, lexicon=LEXICON)
    for name in example_names() if names is None else names:
        record, content = read(name)
        register.add(record, content, name)
    return register


@pytest.fixture
def register(new_url: NewUrl) -> Iterator[Register]:
    with filled(new_url()) as opened:
        yield opened


@pytest.fixture(scope="module")
def kept(new_url: NewUrl) -> Iterator[Register]:
    """A register that tests only ask."""
    with filled(new_url()) as opened:
        yield opened


def exported(register: Register) -> bytes:
    with register.engine.connect() as connection:
        return b"".join(iter_lines(connection))


def everything(register: Register) -> list[object]:
    """All that a register answers, for comparing two of them."""
    ask = register.ask
    rows = ask.entities().rows
    return [
        ask.documents().rows,
        ask.in_full(rows),
        ask.statements().rows,
        ask.due("1900-01-01", "2199-12-31").rows,
        ask.pairs().rows,
        [ask.show(row["id"])["relations"] for row in rows],
    ]


def verdict(register: Register, word: str, things: list[str], value: str = "", day: int = 1) -> Decision:
    register.refresh()
    with register.engine.connect() as connection:
        made = decide(connection, word, things, value, who="a tester", at=AT.format(day), why="because")  # type: ignore[arg-type]
    register.decide([made])
    return made


def test_adding_twice_changes_nothing(register: Register) -> None:
    before = everything(register)
    record, content = read("mbco-2022-declaration.txt")
    assert register.add(record, content, "mbco-2022-declaration.txt") == "known"
    assert not register.refresh()
    assert everything(register) == before
    assert len(register) == len(example_names())


def test_the_order_of_adding_changes_nothing(new_url: NewUrl) -> None:
    names = example_names()[:6]
    seen: list[list[object]] = []
    exports: set[bytes] = set()
    for seed in range(10):
        random.Random(seed).shuffle(names)
        with filled(new_url(), names[:3]) as register:
            register.refresh()
            for name in names[3:]:
                record, content = read(name)
                register.add(record, content, name)
            seen.append(everything(register))
            exports.add(exported(register))
    assert all(one == seen[0] for one in seen)
    assert len(exports) == 1


def test_every_row_has_its_quote(kept: Register) -> None:
    ask = kept.ask
    for row in ask.statements().rows:
        record = kept.record(row["document"])
        assert record is not None
        assert " ".join(record.text[row["start"] : row["end"]].split()) == row["quote"]
    for row in ask.in_full(ask.entities(Filters(type="instrument")).rows):
        assert row["uses"] == len(row["mentions"])
        for mention in row["mentions"]:
            text = read(mention["document"])[0].text
            assert text[mention["start"] : mention["end"]].strip()


def test_the_original_is_kept_with_its_checksum(kept: Register) -> None:
    for row in kept.ask.documents().rows:
        content = kept.content(row["document"])
        assert content == read(row["name"])[1]
    record, content = read("mbco-2022-declaration.txt")
    with pytest.raises(RegisterError, match="has changed since"):
        kept.add(record, content + b" ", "mbco-2022-declaration.txt")


def test_moving_to_another_database_gives_the_same_bytes(new_url: NewUrl, tmp_path: Path) -> None:
    with filled(new_url()) as register:
        some = register.ask.entities(Filters(type="body", limit=2)).rows
        verdict(register, "different", [some[0]["id"], some[1]["id"]])
        verdict(register, "name", [some[0]["id"]], "Another name", day=2)
        data, known = exported(register), everything(register)
    for url in (str(tmp_path / "moved.db"), new_url()):
        with open_register(url, lexicon=LEXICON) as other:
            for arrived in iter_arrived(data.splitlines(keepends=True), "export"):
                if arrived.record is not None:
                    for name in arrived.names:
                        other.add(arrived.record, arrived.content, name)
                elif arrived.decision is not None:
                    other.decide([arrived.decision])
            assert exported(other) == data
            assert everything(other) == known


def test_search_finds_words_phrases_and_leaves_out(kept: Register) -> None:
    ask = kept.ask
    both = ask.search("secretariat report").rows
    assert both
    phrase = ask.search('"member states"').rows
    assert phrase
    for row in phrase:
        assert any(row["quote"][a:b].lower().split() == ["member", "states"] for a, b in row["hits"])
    every = {(r["document"], r["paragraph"]) for r in ask.search("meet*", Filters(limit=500)).rows}
    some = {(r["document"], r["paragraph"]) for r in ask.search("meet* -held", Filters(limit=500)).rows}
    assert some < every
    either = ask.search("fisheries OR railway", Filters(limit=500)).rows
    assert {"fisheries", "railway"} & {r["quote"][a:b].lower() for r in either for a, b in r["hits"]}
    assert ask.search("zzzz").rows == []
    with pytest.raises(RegisterError, match="no word to look for"):
        ask.search(" -  ")


@pytest.mark.parametrize("odd", ["'", '"', "a' OR '1'='1", "NEAR(", "* *", "\\", "上海", "a:b & c | !d", "-x y", "%_"])
def test_search_takes_any_string(kept: Register, odd: str) -> None:
    with contextlib.suppress(RegisterError):
        rows = kept.ask.search(odd).rows
        assert all(row["hits"] for row in rows)


def test_filters_narrow_statements(kept: Register) -> None:
    ask = kept.ask
    every = ask.statements().rows
    calls = ask.statements(Filters(act="call")).rows
    assert calls == [r for r in every if r["act"] == "call"]
    strong = ask.statements(Filters(force=4)).rows
    assert strong == [r for r in every if r["force"] >= 4]
    topic = every[0]["topics"][0]
    assert ask.statements(Filters(topic=topic)).rows == [r for r in every if topic in r["topics"]]
    late = ask.statements(Filters(since="2022")).rows
    assert late == [r for r in every if r["date"] and r["date"] >= "2022"]
    part = ask.statements(Filters(limit=5, offset=3))
    assert part.rows == every[3:8]
    assert part.total == len(every)
    with pytest.raises(RegisterError, match="is no date"):
        ask.statements(Filters(since="soon"))


def test_states_are_found_among_all_who_speak(kept: Register) -> None:
    ask = kept.ask
    document = next(r for r in ask.documents().rows if len(r["speakers"].split()) > 2)
    state = document["speakers"].split()[0]
    made = ask.statements(Filters(document=document["document"], holder=state)).rows
    absent = ask.statements(Filters(document=document["document"], absent=state)).rows
    assert any(r["holders"] == "all" for r in made)
    assert all(r["holders"] not in ("all", "other") and state not in r["holders"] for r in absent)


def test_decisions_about_marks_hold_and_are_taken_back(register: Register) -> None:
    row = next(r for r in register.ask.statements().rows if r["act"] == "position")
    before = everything(register)
    verdict(register, "act", [row["mark"]], "call")
    changed = next(r for r in register.ask.statements().rows if r["mark"] == row["mark"])
    assert changed["act"] == "call"
    verdict(register, "holder", [row["mark"]], "FR DE", day=2)
    assert next(r for r in register.ask.statements().rows if r["mark"] == row["mark"])["holders"] == ["FR", "DE"]
    verdict(register, "undo", ["2"], day=3)
    verdict(register, "undo", ["1"], day=4)
    assert everything(register) == before
    verdict(register, "undo", ["4"], day=5)
    assert next(r for r in register.ask.statements().rows if r["mark"] == row["mark"])["act"] == "call"


def test_a_wrong_mention_goes_and_its_entity_with_it(register: Register) -> None:
    ask = register.ask
    row = next(r for r in ask.entities(Filters(type="instrument")).rows if r["mentions"] == 1)
    place = ask.show(row["id"])["places"][0]
    verdict(register, "wrong", [place["mark"]])
    with pytest.raises(RegisterError, match="nothing is called"):
        register.ask.show(row["id"])


def test_a_stage_of_a_person_takes_the_place_of_those_read(register: Register) -> None:
    ask = register.ask
    row = next(r for r in ask.entities(Filters(stage="proposed")).rows if r["mentions"] == 1)
    place = ask.show(row["id"])["places"][0]
    verdict(register, "stage", [place["mark"]], "operating")
    assert register.ask.show(row["id"])["current_stage"] == "operating"


def test_same_joins_different_parts_and_names_stay(register: Register) -> None:
    one, other = (r["id"] for r in register.ask.entities(Filters(type="body", limit=2)).rows)
    verdict(register, "same", [one, other])
    joined = register.ask.show(one)
    assert register.ask.show(other)["id"] == joined["id"]
    verdict(register, "name", [one], "A name of ours", day=2)
    assert register.ask.show("A name of ours")["id"] == joined["id"]
    verdict(register, "undo", ["1"], day=3)
    assert register.ask.show(one)["id"] != register.ask.show(other)["id"]


def test_decisions_wait_for_their_documents(new_url: NewUrl) -> None:
    with filled(new_url()) as register:
        row = next(r for r in register.ask.statements().rows if r["act"] == "position")
        made = verdict(register, "act", [row["mark"]], "call")
        lines = list(export_lines([d for _, d in register.decisions()]))
    with open_register(new_url(), lexicon=LEXICON) as empty:
        assert empty.decide(import_lines(lines, "file")) == 1
        assert empty.decide(import_lines(lines, "file")) == 0
        record, content = read(row["name"])
        empty.add(record, content, row["name"])
        assert next(r for r in empty.ask.statements().rows if r["mark"] == row["mark"])["act"] == "call"
        assert [d.id for _, d in empty.decisions()] == [made.id]


def test_decisions_outlive_another_reading(register: Register) -> None:
    row = next(r for r in register.ask.statements().rows if r["act"] == "position")
    verdict(register, "act", [row["mark"]], "call")
    record, content = read(row["name"])
    import msgspec

    other = msgspec.structs.replace(
        record, reader=msgspec.structs.replace(record.reader, version="0"), statements=record.statements[:]
    )
    assert register.add(other, content, row["name"]) == "renewed"
    assert next(r for r in register.ask.statements().rows if r["mark"] == row["mark"])["act"] == "call"


def test_a_document_taken_out_takes_what_follows_with_it(register: Register) -> None:
    document = register.ask.documents().rows[0]
    register.remove(document["document"])
    assert all(r["document"] != document["document"] for r in register.ask.statements().rows)
    assert len(register) == len(example_names()) - 1


def test_answers_are_arrow_tables(kept: Register) -> None:
    answer = kept.ask.statements(Filters(limit=10))
    table = answer.to_arrow()
    assert table.num_rows == 10
    assert table.column_names == list(answer.columns)
    assert table.to_pylist() == answer.rows
    assert kept.ask.search("zzzz").to_arrow().num_rows == 0


def test_members_at_a_date(kept: Register) -> None:
    ask = kept.ask
    then = {r["state"] for r in ask.members(kept.vocabulary, "sco", "2016").rows if r["capacity"] == "member"}
    later = {r["state"] for r in ask.members(kept.vocabulary, "sco", "2018").rows if r["capacity"] == "member"}
    assert later - then == {"IN", "PK"}
    with pytest.raises(RegisterError, match="no profile"):
        ask.members(kept.vocabulary, "nobody", "2018")


def test_who_took_part(kept: Register) -> None:
    rows = kept.ask.attendance().rows
    assert {"member", "chair"} & {r["capacity"] for r in rows}
    assert all(r["person"] and r["entity"] for r in rows)


@pytest.mark.parametrize(
    ("word", "things", "value", "told"),
    [
        ("same", ["nothing at all", "x"], "", "nothing is called"),
        ("act", ["not a mark"], "call", "is no mark"),
        ("act", ["ffffffff@1-2"], "call", "no document"),
        ("undo", ["77"], "", "no decision"),
    ],
)
def test_a_wrong_decision_is_refused(kept: Register, word: str, things: list[str], value: str, told: str) -> None:
    with pytest.raises(RegisterError, match=told):
        verdict(kept, word, things, value)
    assert kept.decisions() == []


def test_a_file_of_decisions_is_taken_whole_or_not_at_all() -> None:
    good = next(iter(export_lines([Decision(verdict="undo", value="x", who="a", at="b")])))
    with pytest.raises(RegisterError, match="file:2"):
        import_lines([good, b'{"verdict": "sideways"}'], "file")
    with pytest.raises(RegisterError, match="'same' takes 2"):
        import_lines([good.replace(b'"undo"', b'"same"')], "file")
