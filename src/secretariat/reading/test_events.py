"""Which words make an event: each sentence with the events in it, and sentences of the same words that name none."""

import pytest

import secretariat


def events(sentence: str) -> list[str]:
    record = secretariat.read_text(sentence, any_language=True)
    return [m.text for m in record.mentions if type(m).__name__ == "Event"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "They recalled the recent 27th Conference of the Parties to the United Nations Framework Convention on "
            "Climate Change (UNFCCC).",
            "27th Conference of the Parties to the United Nations Framework Convention on Climate Change (UNFCCC)",
        ),
        (
            "It was discussed at the Seventy-fourth World Health Assembly in May.",
            "Seventy-fourth World Health Assembly",
        ),
        (
            "They will share it at the upcoming trilateral harbour safety summit in June.",
            "trilateral harbour safety summit",
        ),
        ("The Prime Minister will host the Quad leaders' Summit in the autumn.", "Quad leaders' Summit"),
        ("This was said in the statement issued after their June 15, 2031 summit meeting.", "summit meeting"),
        (
            "The talks took place during the Summit of the leaders of Japan, the African Union members and Peru.",
            "Summit of the leaders of Japan, the African Union members and Peru",
        ),
        ("We held a joint roundtable with representatives of the shipyards.", "joint roundtable"),
        ("They organised a joint stakeholder workshop in Lima.", "joint stakeholder workshop"),
        ("On 3 March 2031 they convened a seminar on the safety of harbours.", "seminar"),
        ("They plan to organize a forum to promote small shipyards.", "forum"),
        ("We welcome the meeting held in Lima on June 27th.", "meeting"),
        (
            "They noted the organizational session of the preparatory committee in Lima, on 13 September 2031.",
            "organizational session of the preparatory committee",
        ),
        ("It was said in the high-level week of the eightieth session of the General Assembly.", "high-level week"),
        ("At the high-level meeting hosted by Norway they agreed.", "high-level meeting"),
        ("We built on the technical meeting of September 20, 2031.", "technical meeting"),
        ("Following our virtual meeting on 3 March 2031 we act.", "virtual meeting"),
        ("It includes an in-person tabletop exercise in Brussels.", "in-person tabletop exercise"),
        (
            "A workshop on “Building lighthouses that last” showed what can be done.",
            "workshop on “Building lighthouses that last”",
        ),
        (
            "The two sides recalled the Meeting of President Ann R. Lind and Prime Minister Olaf Berg in Oslo.",
            "Meeting of President Ann R. Lind and Prime Minister Olaf Berg",
        ),
    ],
)
def test_an_event_is_named(sentence: str, found: str) -> None:
    assert found in events(sentence) or any(name.startswith(found) for name in events(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "They held a meeting.",
        "The meeting was held in Lima.",
        "The session of the committee was long.",
        "They held a series of meetings on trade.",
        "The Parties shall hold consultations.",
        "They recalled the agreement of 4 May 2031 and its 3 May meeting.",
        "A workshop was on their minds; “nobody” came.",
        "The leaders' summit was a success.",
        "We welcomed a dialogue among equals.",
        "They organised a working group on ports.",
    ],
)
def test_the_same_words_alone_name_none(sentence: str) -> None:
    assert events(sentence) == []


def test_a_day_right_before_is_its_day() -> None:
    record = secretariat.read_text("They recalled their June 15, 2031 summit meeting.", any_language=True)
    assert [m.dates for m in record.mentions if type(m).__name__ == "Event"] == [("2031-06-15",)]


def test_an_edition_and_the_organ_whose_it_is_are_both_names() -> None:
    record = secretariat.read_text("The Seventy-fourth World Health Assembly decided so.", any_language=True)
    named = {(type(m).__name__, m.text) for m in record.mentions}
    assert {("Event", "Seventy-fourth World Health Assembly"), ("Body", "World Health Assembly")} <= named
