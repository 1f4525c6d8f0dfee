"""RTF: its text, one block a paragraph."""

from striprtf.striprtf import rtf_to_text

from secretariat.model.errors import SourceError
from secretariat.sources.builder import Extract, TextBuilder
from secretariat.sources.limits import Limits


def extract_rtf(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of an RTF file; a paragraph, a line and a row of a table is a block each.

    Raises ``SourceError`` where the file is damaged or holds nothing but pictures.
    """
    builder = TextBuilder(name, limits)
    source = data.decode("latin-1")
    text: str = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    for line in _with_pairs(text).replace("\r", "\n").split("\n"):
        if line.endswith("|") and line.count("|") > 1:
            builder.add("\t".join(cell.strip() for cell in line.strip("|").split("|")), "table")
        else:
            builder.add(line, "text")
    if not builder.has_content():
        raise SourceError(name, "has no text in it", "save it from a word processor as DOCX or PDF")
    return builder.extract([])


def _with_pairs(text: str) -> str:
    """Halves of a surrogate pair ("\\u55357?\\u56842?") joined to the character that they are; a lone half as U+FFFD."""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")
