import csv
import io

import secretariat
from secretariat.cli.only import KINDS, kinds_from
from secretariat.cli.summary import SECTIONS, show_summary
from secretariat.cli.summary_says import strongest
from secretariat.cli.table import COLUMNS, heading, lines
from secretariat.model.statements import Act, Statement

RECORD = secretariat.read_text(
    "Joint Statement on Ferries\n\nOslo, 2 May 2020\n\n"
    "The Prime Ministers of Norway and Iceland decided to establish a Ferry Safety Centre.\n"
    "They condemned the sale of unsafe boats and will continue their talks on a ferry agreement.\n",
    name="ferries.txt",
)


def shown(kinds: str = "") -> str:
    page = io.StringIO()
    show_summary(RECORD, page, kinds_from(kinds) if kinds else frozenset(), ())
    return page.getvalue()


def test_a_summary_opens_with_what_the_document_is() -> None:
    page = shown()
    assert page.index("Joint Statement on Ferries") < page.index("2 May 2020") < page.index("Statements")
    assert "decided to establish" in page
    assert "1 against" in page


def test_every_kind_has_its_section() -> None:
    for kind in KINDS:
        assert shown(kind).strip()
    assert [heading for k, heading, _, _ in SECTIONS if heading not in shown(",".join(KINDS))] == []


def test_what_is_asked_for_and_not_there_is_said() -> None:
    assert "Events" not in shown("persons")
    assert "Persons: none found" in shown("persons")


def says(act: Act, force: int, trigger: int, end: int = 90, subordinate: bool = False) -> Statement:
    span = (trigger, trigger + 5)
    return Statement(start=trigger, end=end, trigger=span, verb="v", act=act, force=force, subordinate=subordinate)


def test_the_strongest_go_first_and_formulas_are_passed_over() -> None:
    weak, strong, formula = says("call", 1, 0), says("call", 4, 10), says("call", 5, 20, end=28)
    participle = says("call", 5, 30, subordinate=True)
    assert strongest([weak, strong, formula, participle]) == [strong, weak]


def test_a_table_line_has_a_cell_for_every_column() -> None:
    for kind, columns in COLUMNS.items():
        rows = list(csv.reader([heading(kind), *lines(RECORD, kind)]))
        assert rows[0] == list(columns)
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(columns)}
