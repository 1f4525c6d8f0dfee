from secretariat.register.identity.signature import Signature
from secretariat.register.life.deadlines import deadlines_of
from secretariat.register.life.steps import Told, current_stage, steps_of


def mention(n: int, date: str, **more: object) -> Signature:
    fields = {"type": "instrument", "start": n * 10, "end": n * 10 + 5, "name": "Plan", "status": "existing"} | more
    return Signature(document=f"sha256:{n}", mention=n, date=date, **fields)  # type: ignore[arg-type]


def told(n: int, stage: str) -> Told:
    return Told(f"sha256:{n}", n, stage, n * 10, n * 10 + 5, "words")


def test_steps_stand_in_order_of_time_with_their_documents() -> None:
    own = [mention(1, "2022-03-01"), mention(0, "2020-01-05"), mention(2, "2023-05-01", dates=("2023-04-30",))]
    steps = steps_of(own, [told(1, "preparing"), told(0, "proposed")])
    assert [(s.stage, s.date, s.basis) for s in steps] == [
        ("proposed", "2020-01-05", "words"),
        ("preparing", "2022-03-01", "words"),
        ("adopted", "2023-04-30", "dates"),
    ]
    assert current_stage(steps) == "adopted"
    assert current_stage(steps, "2021-01-01") == "proposed"
    assert current_stage(steps, "2019-01-01") is None


def test_validity_ends_a_thing_only_once_it_is_over() -> None:
    steps = steps_of([mention(0, "2021-01-01", validity="../2025")], [told(0, "operating")])
    assert current_stage(steps) == "operating"
    assert current_stage(steps, "2024-06-01") == "operating"
    assert current_stage(steps, "2026-01-01") == "ended"


def test_contradictions_are_told() -> None:
    own = [mention(0, "2019-01-01", dates=("2018-06-10",)), mention(1, "2022-01-01", dates=("2018-06-11",))]
    steps = steps_of(own, [told(0, "adopted"), told(1, "proposed")])
    assert any(s.contradicts and "2018-06-11" in s.contradicts for s in steps if s.stage == "adopted")
    assert any(s.contradicts and "already adopted" in s.contradicts for s in steps if s.stage == "proposed")


def test_a_recalled_proposal_throws_nothing_back() -> None:
    own = [mention(0, "2019-01-01"), mention(1, "2022-01-01")]
    assert current_stage(steps_of(own, [told(0, "adopted"), told(1, "proposed")])) == "adopted"


def test_what_is_due() -> None:
    own = [
        mention(0, "2021-01-01", validity="2022/2024"),
        mention(1, "2021-01-01", type="event", status="planned", dates=("2022-05",)),
        mention(2, "2021-01-01", type="event", status="held", dates=("2020-05-01",)),
    ]
    assert [(d.what, d.by) for d in deadlines_of(own, "x")] == [("expires", "2024-12-31"), ("planned", "2022-05-31")]
