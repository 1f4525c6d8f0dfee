"""What pages ask of a register: the same answers on both databases, and the counts are those of the rows."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from example_records import LEXICON, example_names, read

from secretariat.model.errors import RegisterError
from secretariat.register.asking.filters import Filters
from secretariat.register.register import Register, open_register

NewUrl = Callable[[], str]


@pytest.fixture(scope="module")
def kept(new_url: NewUrl) -> Iterator[Register]:
    with open_register(new_url(), lexicon=LEXICON) as register:
        for name in example_names():
            record, content = read(name)
            register.add(record, content, name)
        register.refresh()
        yield register


def test_a_marked_document_is_its_text_with_every_mark_in_it(kept: Register) -> None:
    for row in kept.ask.documents().rows:
        marked = kept.ask.marked(row["document"])
        record = kept.record(row["document"])
        assert record is not None
        assert "".join(p["text"] for p in marked.paragraphs) == record.text
        assert [(m["start"], m["end"]) for m in marked.mentions] == sorted(
            ((m.start, m.end) for m in record.mentions), key=lambda s: (s[0], -s[1])
        )
        assert len(marked.statements) == row["statements"] == len(record.statements)
        begins = {m["start"] for m in marked.mentions} | {s["start"] for s in marked.statements}
        assert begins <= set(marked.places)
        assert marked.places == sorted(set(marked.places))


def test_documents_follow_each_other_in_time(kept: Register) -> None:
    rows = [r for r in kept.ask.documents(Filters(organisation="mbco")).rows if r["date"]]
    for later, earlier in pairwise(rows):
        before, _ = kept.ask.following(later["document"])
        _, after = kept.ask.following(earlier["document"])
        assert before is not None
        assert after is not None
        assert (before["id"], after["id"]) == (earlier["document"], later["document"])


def test_totals_count_what_lists_give(kept: Register) -> None:
    totals = kept.ask.totals()
    assert totals["documents"] == len(kept)
    assert totals["statements"] == len(kept.ask.statements())
    for type_ in ("instrument", "event", "body", "person", "state", "group"):
        assert totals[type_] == kept.ask.entities(Filters(type=type_)).total


@pytest.mark.parametrize(
    "filters",
    [
        Filters(), Filters(act="call"), Filters(topic="transport", force=3), Filters(organisation="MBCO", polarity="for"),
        Filters(text="ports", since="2019"), Filters(holder="XA", act="commitment"),
    ],
)  # fmt: skip
def test_the_count_of_a_value_is_what_choosing_it_leaves(kept: Register, filters: Filters) -> None:
    import msgspec

    counts = kept.ask.statement_counts(filters)
    for name in ("act", "organisation", "polarity", "topic"):
        for value, count in list(counts[name].items())[:6]:
            chosen = msgspec.structs.replace(filters, **{name: value})
            assert len(kept.ask.statements(chosen)) == count, (name, value)
    free = msgspec.structs.replace(filters, force=None)
    rows = Counter(str(row["force"]) for row in kept.ask.statements(free))
    assert counts["force"] == dict(sorted(rows.items(), key=lambda r: (-r[1], r[0])))


def test_counts_refuse_what_lists_refuse(kept: Register) -> None:
    with pytest.raises(RegisterError, match="no act"):
        kept.ask.statement_counts(Filters(act="shout"))


def test_what_moved_stands_in_its_words_the_latest_first(kept: Register) -> None:
    rows = kept.ask.moved().rows
    assert rows
    assert [r["told"] for r in rows] == sorted((r["told"] for r in rows), reverse=True)
    for row in rows:
        record = kept.record(row["document"])
        assert record is not None
        assert " ".join(record.text[row["start"] : row["end"]].split()) in row["quote"]
    assert kept.ask.moved(Filters(limit=3)).rows == rows[:3]


def test_happenings_are_in_order_and_narrowed_by_time(kept: Register) -> None:
    rows = kept.ask.happenings().rows
    assert {r["type"] for r in rows} == {"event", "instrument", "document"}
    assert [r["first"] or "9999" for r in rows] == sorted(r["first"] or "9999" for r in rows)
    some = kept.ask.happenings(Filters(since="2020", until="2021-06")).rows
    assert some
    assert all((r["last"] or r["first"]) >= "2020-01-01" and r["first"] <= "2021-06-30" for r in some)
    with pytest.raises(RegisterError, match="no type"):
        kept.ask.happenings(Filters(type="person"))


def test_topics_by_year_count_statements_and_their_force(kept: Register) -> None:
    rows = kept.ask.topic_counts(Filters(topic="transport"))
    wanted = [r for r in rows if r["topic"] == "transport" and r["year"] == "2019"]
    own = [s for s in kept.ask.statements(Filters(topic="transport")).rows if s["date"].startswith("2019")]
    assert wanted[0]["statements"] == len(own)
    assert wanted[0]["force"] == round(sum(s["force"] for s in own) / len(own), 2)


def test_validities_are_those_of_the_things(kept: Register) -> None:
    rows = kept.ask.validities()
    assert rows
    assert {r["id"] for r in rows} == {
        e["id"] for e in kept.ask.entities(Filters(type="instrument")).rows if e["validity"]
    }


def test_neighbours_are_named_in_the_same_paragraphs(kept: Register) -> None:
    own = kept.ask.show("instrument/mbco-charter")
    spots = {(p["document"], p["start"]) for p in own["places"]}
    paragraphs = {
        (row["document"], p["n"]): p
        for row in kept.ask.documents().rows
        for p in kept.ask.marked(row["document"]).paragraphs
        if any(d == row["document"] and p["start"] <= s < p["end"] for d, s in spots)
    }
    found = kept.ask.neighbours("instrument/mbco-charter")
    assert found
    for other in found:
        places = kept.ask.show(other["id"])["places"]
        beside = {
            key
            for key, p in paragraphs.items()
            if any(q["document"] == key[0] and p["start"] <= q["start"] < p["end"] for q in places)
        }
        assert len(beside) == other["paragraphs"], other["id"]


def test_only_the_latest_places_are_shown_where_that_is_asked(kept: Register) -> None:
    whole = kept.ask.show("state/xa")
    part = kept.ask.show("state/xa", most=5)
    assert len(whole["places"]) > 5
    assert part["places"] == whole["places"][-5:]
    assert part["statements"] == whole["statements"][-5:]


def test_names_and_ids_lead_to_things(kept: Register) -> None:
    document = kept.ask.documents().rows[0]
    names = kept.ask.names(["instrument/mbco-charter", document["document"], "instrument/nothing"])
    assert names["instrument/mbco-charter"] == "MBCO Charter"
    assert names[document["document"]] == " ".join((document["title"] or document["name"]).split())
    assert "instrument/nothing" not in names
    assert [r["id"] for r in kept.ask.by_ids(["state/xb", "nothing", "state/xa"])] == ["state/xb", "state/xa"]
    assert ("MBCO Charter", "instrument/mbco-charter") in kept.ask.all_names()


def test_findings_have_their_words(new_url: NewUrl) -> None:
    import secretariat

    texts = [
        "Statement\n\nThe Ministers met on 31 February 2021 in Kelmar and welcomed the report.\n",
        "Statement\n\nThe Ministers met on 03/04/2021 in Kelmar and welcomed the report.\n",
    ]
    with open_register(new_url()) as register:
        for text in texts:
            register.add(secretariat.read_text(text), text.encode(), "a.txt")
        answer = register.ask.findings()
        assert register.ask.doubts() == {"ambiguous-date": 1, "impossible-date": 1}
        assert answer.total == len(answer.rows) == 2
        assert {row["quote"] for row in answer.rows} == {"31 February 2021", "03/04/2021"}
        assert len(register.ask.findings(most=1).rows) == 1


def test_the_first_place_of_a_thing_in_a_document(kept: Register) -> None:
    row = next(d for d in kept.ask.documents(Filters(about="instrument/mbco-charter")).rows)
    found = kept.ask.first_places(["instrument/mbco-charter", "state/none"], row["document"])
    own = [p for p in kept.ask.show("instrument/mbco-charter")["places"] if p["document"] == row["document"]]
    assert list(found) == ["instrument/mbco-charter"]
    assert found["instrument/mbco-charter"]["start"] == own[0]["start"]
    assert found["instrument/mbco-charter"]["quote"] == own[0]["quote"]


def test_an_id_of_today_comes_before_one_of_once(new_url: NewUrl) -> None:
    from sqlalchemy import insert

    from secretariat.register import schema

    with open_register(new_url(), lexicon=LEXICON) as register:
        record, content = read(example_names()[0])
        register.add(record, content, "a.txt")
        one, other = (row["id"] for row in register.ask.entities(Filters(type="state", limit=2)).rows)
        with register.engine.begin() as connection:
            connection.execute(insert(schema.entity_keys).values(key=one, entity=other))
        assert register.ask.find(one) == one


def test_facts_lead_to_the_words_that_tell_them(kept: Register) -> None:
    told = 0
    for entity in kept.ask.entities(Filters(type="event")).rows:
        row = kept.ask.show(entity["id"])
        sources = kept.ask.fact_sources(entity["id"])
        places = {(p["document"], p["start"], p["end"]) for p in row["places"]}
        assert {(s["document"], s["start"], s["end"]) for s in sources.values()} <= places
        for value in row["facts"].get("dates") or []:
            assert ("dates", value) in sources, (entity["id"], value)
            told += 1
    assert told > 20


def test_doubtful_links_are_the_least_sure_first(kept: Register) -> None:
    answer = kept.ask.doubtful_links(below=101, most=20)
    sure = [row["certainty"] for row in answer.rows]
    assert sure == sorted(sure)
    assert len(sure) == 20 < answer.total
    for row in answer.rows:
        own = [p for p in kept.ask.show(row["entity"])["places"] if p["document"] == row["document"]]
        assert (row["start"], row["certainty"]) in {(p["start"], p["certainty"]) for p in own}
        assert row["text"].split()[0] in row["quote"]
