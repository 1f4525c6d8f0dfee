from secretariat.reading.names.around import Inside, Surroundings


def test_places_inside_a_stretch_know_its_end() -> None:
    inside = Inside([(20, 21, 24), (3, 9, 9)])
    assert [place for place in range(30) if place in inside] == [3, 4, 5, 6, 7, 8, 20]
    assert (inside[3], inside[8], inside[20]) == (9, 9, 24)
    assert 5 not in Inside([])


def test_names_of_states_are_found_around_a_place() -> None:
    around = Surroundings({}, {100: 120, 200: 205}, frozenset(), Inside([]))
    assert [around.in_state(place) for place in (99, 100, 119, 120, 203)] == [False, True, True, False, True]
    assert [around.ends_state(place) for place in (119, 120, 205, 206)] == [False, True, True, False]
