"""The texts that growth is measured on are what they are called, and time on hard ones grows with their length."""

from pathlib import Path

import bench_growth
import bench_spacy
import pytest


@pytest.mark.parametrize("name", bench_growth.KINDS)
def test_texts_are_about_as_long_as_asked(name: str) -> None:
    make, _ = bench_growth.KINDS[name]
    assert 0.6 < len(make(20_000)) / 20_000 < 1.4


def test_one_line_is_one_line() -> None:
    assert "\n" not in bench_growth.KINDS["one line"][0](50_000)


@pytest.mark.parametrize("name", ["nested brackets", "a list of states", "capitalised words", "commas"])
def test_hard_texts_do_not_take_more_than_their_length(name: str) -> None:
    small, large = bench_growth.measure(name, 10_000), bench_growth.measure(name, 80_000)
    assert large.seconds < max(small.seconds, 0.05) * 8 * 3


def test_memory_of_a_long_text_is_bounded() -> None:
    got = bench_growth.measure("examples repeated", 1_000_000)
    assert got.peak - got.before < 60


def test_the_sample_is_spread_and_large_enough(tmp_path: Path) -> None:
    paths = []
    for number in range(40):
        path = tmp_path / f"{number:02}.txt"
        path.write_text("x" * 100_000)
        paths.append(path)
    chosen = bench_spacy._sample(paths)
    assert 13 <= len(chosen) <= 21
    assert set(chosen) <= set(paths)
    assert bench_spacy._sample(paths[:3]) == paths[:3]
