"""Builds the example documents from their sources: ``python tools/build_examples.py``.

Each text of ``examples/source`` is dressed in the form that ``formats.yaml`` names and written to ``examples``. The
result is the same on every run, so that a change of the sources is a change that can be reviewed.
"""

import re
import sys
import textwrap
from pathlib import Path

import yaml
from example_docx import write_docx
from example_html import page_of
from example_pdf import write_pdf

EXAMPLES = Path(__file__).parent.parent / "examples"
FOOTNOTE = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)
FOOTNOTE_MARK = re.compile(r"\[\^(\d+)\]")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
DAY_AND_MONTH = re.compile(r"\b(\d{1,2}) (?=(?:January|February|March|May|June|July|August|October|December)\b)")
NO_BREAK_AFTER = re.compile(r"\b(of|in|on|to|for|the|an?|No\.) (?=\w)")


def superscribe(text: str) -> str:
    """``Union,[^1]`` → ``Union,¹``, and the notes at the end under a rule, as extracted text has them."""

    def note(match: re.Match[str]) -> str:
        opening = "_" * 15 + "\n\n" if match[1] == "1" else "\n"
        return f"{opening}{match[1].translate(SUPERSCRIPTS)} "

    text = FOOTNOTE.sub(note, text)
    return FOOTNOTE_MARK.sub(lambda m: m[1].translate(SUPERSCRIPTS), text)


def wrap(text: str, width: int) -> str:
    """Hard line breaks within paragraphs; a paragraph of several short lines keeps them."""
    return "\n".join("\n".join(textwrap.wrap(line, width)) if line else "" for line in text.split("\n"))


def typeset(text: str) -> str:
    """Curly quotes, and no-break spaces after short words and between day and month."""
    text = re.sub(r'"([^"\n]*)"', "“\\1”", text).replace("'", "’")
    text = NO_BREAK_AFTER.sub("\\1\u00a0", text)
    return DAY_AND_MONTH.sub("\\1\u00a0", text)


def build(name: str, how: dict[str, str | int]) -> Path:
    """Writes one example and gives its path; raises ``ValueError`` for a form that is not known."""
    text = (EXAMPLES / "source" / f"{name}.txt").read_text(encoding="utf-8")
    form = how["form"]
    path = EXAMPLES / f"{name}.{form if form in ('docx', 'html', 'pdf') else 'txt'}"
    match form:
        case "plain":
            path.write_text(superscribe(text), encoding="utf-8")
        case "typographic":
            path.write_text(typeset(text), encoding="utf-8")
        case "wrapped":
            path.write_text(wrap(superscribe(text), int(how["width"])), encoding="utf-8")
        case "docx":
            write_docx(text, path)
        case "html":
            path.write_text(page_of(text), encoding="utf-8")
        case "pdf":
            write_pdf(text, path, symbol=str(how["symbol"]), running=str(how["running"]))
        case _:
            raise ValueError(f"{name}: the form {form!r} is not one of plain, typographic, wrapped, docx, html, pdf")
    return path


def main() -> int:
    """Builds all; prints one line a document."""
    formats = yaml.safe_load((EXAMPLES / "source" / "formats.yaml").read_text(encoding="utf-8"))
    for name, how in formats.items():
        path = build(name, how)
        print(f"{path.relative_to(EXAMPLES.parent)}  {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
