from secretariat.lexicon.entries import Word
from secretariat.lexicon.literals import Form, Hits, Literals

TEXT = "The harbour master of the harbour town met the town council; Harbour Day was named.\n" * 3


def literals(category: str, *forms: str) -> Literals:
    return Literals(Form(category, Word(id=form, forms=(form,)), form) for form in forms)


def found(category: str) -> Hits:
    hits = literals("place", "harbour", "town", "harbour town").scan(TEXT)
    hits.merge(literals(category, "harbour master", "town council", "Harbour Day", "harbour").scan(TEXT))
    return hits


def test_hits_come_in_order_of_place_and_the_longer_first() -> None:
    for category in ("person", "place"):
        places = [(h.start, -h.end) for h in found(category).of("place", "person")]
        assert places == sorted(places)
        assert len(places) > 15


def test_each_gives_what_the_lists_give() -> None:
    hits = found("person")
    assert list(hits.each("place", "person")) == hits.of("place", "person")
    assert list(hits.each("place", longest=True)) == hits.longest("place")
    longest = [TEXT[h.start : h.end] for h in hits.longest("place", "person")]
    assert longest[:4] == ["harbour master", "harbour town", "town council", "Harbour Day"]


def test_a_form_with_a_capital_is_found_with_its_case_alone() -> None:
    assert [h.form.text for h in literals("day", "Harbour Day").scan("a harbour day, a Harbour Day").of("day")] == [
        "Harbour Day"
    ]
