from pathlib import Path

from secretariat.cli.reading_jobs import read_all, tasks_for
from secretariat.cli.reading_one import Settings, Task, read_one

TEXT = b"The Ministers of Norway and Iceland decided to establish a Ferry Safety Centre in May 2020.\n"


def test_a_fault_is_an_outcome() -> None:
    assert read_one(Task("a.txt", fault="a.txt: x; y"), Settings()).fault == "a.txt: x; y"
    empty = read_one(Task("a.txt", data=b""), Settings())
    assert empty.fault is not None
    assert empty.fault.startswith("a.txt: ")
    assert "\n" not in empty.fault


def test_limits_hold() -> None:
    assert read_one(Task("a.txt", data=TEXT), Settings(limits=(("max_bytes", 10),))).fault is not None
    assert read_one(Task("a.txt", data=TEXT), Settings(limits=(("max_bytes", 1000),))).fault is None


def test_more_tasks_than_wait_at_a_time_come_back_in_order() -> None:
    tasks = [Task(f"{n}.txt", data=TEXT * (1 + n % 3)) for n in range(19)]
    parallel = list(read_all(tasks, Settings(), jobs=2))
    assert [o.name for o in parallel] == [t.name for t in tasks]
    serial = list(read_all(tasks, Settings(), jobs=1))
    assert [b"".join(o.pieces()) for o in parallel] == [b"".join(o.pieces()) for o in serial]
    assert [o.record() for o in parallel] == [o.record() for o in serial]


def test_a_file_that_two_arguments_name_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    names = [t.name for t in tasks_for([str(tmp_path / "a.txt"), str(tmp_path), str(tmp_path / "gone.txt")])]
    assert names == [str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")]
