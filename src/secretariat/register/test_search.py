import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.model.errors import RegisterError
from secretariat.register.search import Term, fts5_of, iter_hits, parse, tsquery_of
from secretariat.register.words import words_of


def test_words_phrases_alternatives_and_what_is_left_out() -> None:
    assert parse('Bank "central asia" -loan terror* oil OR gas') == (
        (Term(("bank",)),),
        (Term(("central", "asia")),),
        (Term(("loan",), out=True),),
        (Term(("terror",), prefix=True),),
        (Term(("oil",)), Term(("gas",))),
    )
    assert tsquery_of(parse("a-b -c")) == "(('a' <-> 'b')) & !('c')"
    assert fts5_of(parse("x* -y")) == '(("x"*)) NOT ("y")'


def test_accents_case_and_chinese() -> None:
    assert words_of("Coöperation, COVID-19 上海合作") == "cooperation covid 19 上 海 合 作"
    text = "The Coöperation of 上海合作组织 goes on."
    assert [text[a:b] for a, b in iter_hits("cooperation 合作", text)] == ["Coöperation", "合作"]


@pytest.mark.parametrize("nothing", ["", "  ", "-", '""', "-only", "*", "OR"])
def test_nothing_to_look_for(nothing: str) -> None:
    with pytest.raises(RegisterError, match="no word to look for"):
        parse(nothing) if nothing != "OR" else parse("-OR")


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=80))
def test_any_string_is_a_query_that_sqlite_takes(wanted: str, text: str) -> None:
    try:
        query = parse(wanted)
    except RegisterError:
        return
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE VIRTUAL TABLE t USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
        database.execute("INSERT INTO t VALUES (?)", (words_of(text),))
        database.execute("SELECT * FROM t WHERE t MATCH ?", (fts5_of(query),)).fetchall()
    for start, end in iter_hits(wanted, text):
        assert text[start:end]
