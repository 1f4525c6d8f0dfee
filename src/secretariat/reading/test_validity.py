import pytest

from secretariat.reading.validity import validity_of


@pytest.mark.parametrize(
    ("name", "validity"),
    [
        ("Strategy until 2025", "../2025"),
        ("Strategy towards 2030", "../2030"),
        ("Road map to 2030", "../2030"),
        ("Plan for the period up to 2035", "../2035"),
        ("Programme for 2022-2024", "2022/2024"),
        ("2022-2023 Cooperation Plan", "2022/2023"),
        ("Action Plan 2021–2025", "2021/2025"),
        ("Work Programme (2021–2025)", "2021/2025"),
        ("Programme for 2022", "2022"),
        ("2024 Work Plan", "2024"),
        ("Calendar of Events for 2020/21", "2020/2021"),
        ("2030 Agenda", None),
        ("Agenda 2063", None),
        ("Vision 2040", None),
        ("Convention of 1998", None),
        ("Statement of 15-17 May 2020", None),
        ("Protocol of 15 May 2020", None),
        ("Resolution 2231 (2015)", None),
        ("Charter", None),
    ],
)
def test_validity(name: str, validity: str | None) -> None:
    assert validity_of(name) == validity
