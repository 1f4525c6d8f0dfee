"""The piece of real output that README.md shows: the first lines of each section of one example."""

import io
import os
import re
from collections.abc import Iterator
from unittest import mock

import texts

from secretariat.cli.summary import SECTIONS, show_summary
from secretariat.reading.order import Options, read_document
from secretariat.sources import source_from_bytes

README = texts.ROOT / "README.md"
DOCUMENT = "examples/mbco-2022-declaration.txt"
WIDTH = 100
"""Characters of a line, whatever terminal or test runner this runs in."""

SHOWN = {"Persons": 3, "Meetings and events": 3, "Instruments": 9, "Statements": 18, "Stages of life": 3}
"""Lines of each section; a section that is not named here is left out."""
BLOCK = re.compile(r"(?<=^```text\n).*?(?=\n```$)", re.M | re.S)


def summary() -> list[str]:
    """What the command of the README prints, line by line."""
    page = io.StringIO()
    lexicon = texts.EXAMPLES / "lexicon"
    document = source_from_bytes((texts.ROOT / DOCUMENT).read_bytes(), DOCUMENT)
    record = read_document(document, Options(lexicon=(lexicon,)))
    with mock.patch.dict(os.environ, {"COLUMNS": str(WIDTH)}):
        show_summary(record, page, frozenset(), (str(lexicon),))
    return page.getvalue().splitlines()


def excerpt() -> str:
    """Its head, and the first lines of the sections of ``SHOWN``."""
    return "\n".join(_chosen(summary())).rstrip()


def _chosen(lines: list[str]) -> Iterator[str]:
    headings = {heading for _, heading, _, _ in SECTIONS}
    section, left = "", 100
    for line in lines:
        if line in headings:
            section, left = line, SHOWN.get(line, 0) + 1
            if left > 1:
                yield line
            continue
        left -= 1
        if left > 0:
            yield line
        elif left == 0 and SHOWN.get(section):
            yield from (("  …", "") if line else ("",))


def update() -> bool:
    """Puts the excerpt of today in the README; whether that changed it."""
    before = README.read_text(encoding="utf-8")
    after = BLOCK.sub(lambda _: excerpt(), before, count=1)
    README.write_text(after, encoding="utf-8")
    return before != after
