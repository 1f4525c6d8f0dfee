from hypothesis import given
from hypothesis import strategies as st

from secretariat.publishing.sealed import sealed, unsealed


@given(st.binary(max_size=60))
def test_what_is_sealed_comes_back(data: bytes) -> None:
    text = sealed(data)
    assert set(text) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert unsealed(text) == data


@given(st.text(max_size=40))
def test_any_other_text_is_none(text: str) -> None:
    data = unsealed(text)
    assert data is None or unsealed(sealed(data)) == data


@given(st.binary(min_size=1, max_size=30), st.data())
def test_a_slip_is_seen(data: bytes, draw: st.DataObject) -> None:
    text = sealed(data)
    at = draw.draw(st.integers(0, len(text) - 2))
    other = draw.draw(st.sampled_from("AbC9-_").filter(lambda c: c != text[at]))
    assert unsealed(text[:at] + other + text[at + 1 :]) is None
