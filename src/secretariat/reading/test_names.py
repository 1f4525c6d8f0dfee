"""What is the name of an instrument, a body or an event, and how far it reaches."""

from collections.abc import Callable

import pytest

from secretariat.model.mentions import Body, Event, Instrument
from secretariat.reading.draft import Draft

Reads = Callable[[str], Draft]


def named(draft: Draft, kind: type[Instrument] | type[Body] | type[Event]) -> list[str]:
    return [draft.flow.text[m.start : m.end] for m in draft.of(kind)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The ministers recalled the Treaty on Fair Fisheries and Safe Navigation.",
            ["Treaty on Fair Fisheries and Safe Navigation"],
        ),
        ("They referred to the Basin Charter and the Coastal Convention.", ["Basin Charter", "Coastal Convention"]),
        (
            "The parties signed a Memorandum of Understanding on cooperation in plant health in May.",
            ["Memorandum of Understanding on cooperation in plant health"],
        ),
        ("The Assembly recalled its resolution 41/12 of 3 March 1987.", ["resolution 41/12"]),
        (
            "It recalled resolutions 12/7 of 4 June 2003, 14/2 of 8 May 2005 and 15/9 of 1 July 2006 on ports.",
            ["resolutions 12/7", "14/2", "15/9"],
        ),
        (
            "They approved the Action Plan for Clean Harbours for 2022-2024 at once.",
            ["Action Plan for Clean Harbours for 2022-2024"],
        ),
        ("Members reviewed the Basin Growth Strategy until 2030.", ["Basin Growth Strategy until 2030"]),
        ("They welcomed the Protocol on Tolls (PT). The PT is in force.", ["Protocol on Tolls (PT)", "PT"]),
        (
            "They support agreements on the joint patrol of estuaries, signed by all coastal governments.",
            ["agreements on the joint patrol of estuaries"],
        ),
        ("The sides abide by UNSC Resolution 1701 (2006), which stands.", ["UNSC Resolution 1701"]),
        ("They list entities under Section 3 of the Single Harbour Act of 1984.", ["Single Harbour Act of 1984"]),
        (
            "They apply the UN Committee on the Peaceful Uses of Outer Space (COPUOS) Guidelines for the Care of Orbits.",
            ["Guidelines for the Care of Orbits"],
        ),
        ("Following the signing of the Administrative Arrangement in May, they met.", ["Administrative Arrangement"]),
        ("They recalled the Vision Statement issued by the Leaders in Lima.", ["Vision Statement"]),
        ("The Charter is important and the agreement was kept.", []),
        ("They planned to agree and programmed a machine.", []),
    ],
)
def test_instruments_are_found_whole(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert named(draft_of(sentence), Instrument) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Council of Harbour Masters of the Basin met.", ["Council of Harbour Masters of the Basin"]),
        (
            "Delegates of the Regional Information and Coordination Centre for Wreck Removal spoke.",
            ["Regional Information and Coordination Centre for Wreck Removal"],
        ),
        (
            "The Working Group on Tides of the Basin Commission reported.",
            ["Working Group on Tides of the Basin Commission", "Basin Commission"],
        ),
        ("The Dredging Bank (DB) lends, and the DB reports.", ["Dredging Bank (DB)", "DB"]),
        (
            "They will establish a joint salvage training centre for divers.",
            ["joint salvage training centre for divers"],
        ),
        ("The council met and the committee agreed.", []),
        ("The Council met.", []),
    ],
)
def test_bodies_are_found_whole(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert named(draft_of(sentence), Body) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The 7th meeting of the Council of Harbour Masters was held in spring.",
            ["7th meeting of the Council of Harbour Masters"],
        ),
        ("They took part in the Calm Waters joint rescue exercise.", ["Calm Waters joint rescue exercise"]),
        ("The twenty-second session opened.", ["twenty-second session"]),
        ("The year was named the Year of Clean Rivers.", ["Year of Clean Rivers"]),
        ("The meeting was long and the conference room was cold.", []),
    ],
)
def test_events_are_found_whole(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert named(draft_of(sentence), Event) == expected


def test_circumstances_of_an_instrument(draft_of: Reads) -> None:
    draft = draft_of(
        "They recalled the Convention on Salt Trade, signed in Geneva on 4 May 1998, and the Plan for Reefs (2020, Lima)."
    )
    convention, plan = draft.of(Instrument)
    assert (convention.kind, convention.dates, convention.place) == ("convention", ("1998-05-04",), "Geneva")
    assert (plan.kind, plan.dates, plan.place) == ("plan", ("2020",), "Lima")


def test_circumstances_of_an_event(draft_of: Reads) -> None:
    draft = draft_of("The 3rd Meeting of Port Ministers, held on 5 and 6 May 2019 via videoconference, was useful.")
    (event,) = draft.of(Event)
    assert (event.kind, event.ordinal, event.mode) == ("meeting", 3, "videoconference")
    assert event.dates == ("2019-05-05", "2019-05-06")


def test_a_bracket_after_a_nested_name_tells_of_the_whole(draft_of: Reads) -> None:
    draft = draft_of(
        "They noted the Action Plan for the Implementation of the Basin Growth Strategy until 2030 (5 May 2021, Lima)."
    )
    whole, nested = draft.of(Instrument)
    assert whole.dates == ("2021-05-05",)
    assert nested.dates == ()
    assert nested.validity == "../2030"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("They decided to set up the Basin Rescue Centre.", "proposed"),
        ("They noted the idea of creating a Basin Rescue Centre.", "proposed"),
        ("They visited the Basin Rescue Centre.", "existing"),
        ("They welcomed the establishment of the Basin Rescue Centre.", "existing"),
    ],
)
def test_status_of_a_body(draft_of: Reads, sentence: str, status: str) -> None:
    assert [b.status for b in draft_of(sentence).of(Body)] == [status]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("They welcomed the adoption of the Treaty on Tides.", "adopted"),
        ("The Treaty on Tides entered into force.", "adopted"),
        ("They decided to establish the Basin Rescue Centre.", "decided"),
        ("Consultations on the establishment of the Basin Rescue Centre go on.", "preparing"),
        ("They noted the idea of creating the Basin Rescue Centre.", "proposed"),
        ("The Tide Programme for Fishers is being implemented.", "operating"),
        ("The Tide Programme for Fishers has expired.", "ended"),
    ],
)
def test_stages_where_the_words_say_so(draft_of: Reads, sentence: str, stage: str) -> None:
    assert [s.stage for s in draft_of(sentence).stages] == [stage]


@pytest.mark.parametrize(
    "sentence",
    [
        "They stress the need to implement the Treaty on Tides.",
        "They act under the Treaty on Tides.",
        "They read the Treaty on Tides.",
    ],
)
def test_a_wish_or_a_bare_mention_tells_no_stage(draft_of: Reads, sentence: str) -> None:
    assert draft_of(sentence).stages == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They praised the tenth meeting of harbour ministers.", ["tenth meeting of harbour ministers"]),
        ("A technical meeting will be convened in spring.", ["technical meeting"]),
        ("They conducted the joint exercise “Calm Waters” at sea.", ["joint exercise “Calm Waters”"]),
        ("They recalled the major United Nations conferences of the decade.", []),
        ("The committee asked for views at its meeting in May 2024.", ["meeting"]),
    ],
)
def test_events_in_lower_case(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert named(draft_of(sentence), Event) == expected


@pytest.mark.parametrize(
    ("sentence", "dates", "place"),
    [
        ("On 8 May 2023 a meeting of the Pilots Council was held in Astana.", ("2023-05-08",), "Astana"),
        (
            "The leaders met in Astana from 2 to 4 May 2023 for the Harbour Summit.",
            ("2023-05-02/2023-05-04",),
            "Astana",
        ),
        ("They awaited the Harbour Summit, to be hosted by Tajikistan in 2031.", ("2031",), "Tajikistan"),
        ("They welcomed the offer of Tajikistan to host the Harbour Summit.", (), "Tajikistan"),
        ("2031 was proclaimed the Year of Coastal Peace.", ("2031",), None),
        ("The next meeting of the Pilots Council will take place in Astana on 5 June 2031.", ("2031-06-05",), "Astana"),
    ],
)
def test_circumstances_before_and_after(
    draft_of: Reads, sentence: str, dates: tuple[str, ...], place: str | None
) -> None:
    event = draft_of(sentence).of(Event)[0]
    assert (event.dates, event.place) == (dates, place)


def test_an_edition_told_by_its_number_alone(draft_of: Reads) -> None:
    events = draft_of("They praised the 13th Harbour Summit and prepare the 14th, to be hosted by Tajikistan.").of(
        Event
    )
    assert [(e.ordinal, e.place) for e in events][1:] == [(14, "Tajikistan")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They approved a plan of joint action.", ["plan of joint action"]),
        ("They adopted the unified strategy for 2025-2030.", ["unified strategy for 2025-2030"]),
        ("They praised the Pilots Statement on Tolls at the 6th Harbour Summit.", ["Pilots Statement on Tolls"]),
        ("The implementation of this Joint Statement goes on.", []),
        ("They work under the Trade Framework Agreement.", ["Trade Framework Agreement"]),
        ("They studied International Trade Law and the Unified Harbour Law.", ["Unified Harbour Law"]),
        (
            "It recalled resolutions 12/7 of 4 June 2003 on ports, 14/2 of 8 May 2005 on tolls and 15/9 of 1 July 2006.",
            ["resolutions 12/7", "14/2", "15/9"],
        ),
    ],
)
def test_texts_that_are_adopted_and_their_bounds(draft_of: Reads, sentence: str, expected: list[str]) -> None:
    assert named(draft_of(sentence), Instrument) == expected


def test_a_known_body_ends_where_its_name_does(draft_of: Reads) -> None:
    draft = draft_of(
        "They adopted the Strategy for the Further Development of the SCO Interbank Consortium for the Medium Term."
    )
    assert "SCO Interbank Consortium" in named(draft, Body)
    draft = draft_of("They noted the Concept for the Further Development of the Commonwealth of Independent States.")
    assert named(draft, Instrument) == ["Concept for the Further Development of the Commonwealth of Independent States"]


def test_a_session_is_of_the_conference_of_the_parties(draft_of: Reads) -> None:
    draft = draft_of("They welcomed the fifth session of the Conference of the Parties to the Basin Convention.")
    assert named(draft, Body) == ["Conference of the Parties to the Basin Convention"]
    assert named(draft, Event) == ["fifth session of the Conference of the Parties to the Basin Convention"]
