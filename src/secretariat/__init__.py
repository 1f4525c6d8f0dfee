"""Secretariat reads what governments publish together and gives a record that can be checked.

``read(path)`` and ``read_text(text)`` give a ``Record``; every mark of it is ``record.text[mark.start:mark.end]``.
``compare(a, b)`` tells what changed between two of them, ``open_register(url)`` keeps many.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from secretariat.version import __version__

if TYPE_CHECKING:
    from secretariat.comparing.values import Comparison
    from secretariat.model.record import Record
    from secretariat.register.register import Register


def read(path: str | Path, *, lexicon: Sequence[str | Path] = (), any_language: bool = False) -> "Record":
    """The record of one file (text, HTML, PDF with a text layer, DOCX, RTF, Markdown).

    ``lexicon``: folders with further lexicon files (and profiles under ``profiles/``). ``any_language``: read the
    structure of a text even in a language that has no lexicon. Raises ``SourceError`` for a file that cannot be read,
    ``LanguageError`` for a language without a lexicon, ``DataError`` for a broken lexicon.
    """
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import Limits, read_source

    options = Options(lexicon=tuple(Path(p) for p in lexicon), any_language=any_language)
    return read_document(read_source(path, Limits.from_environment()), options)


def read_text(
    text: str, *, name: str = "text", lexicon: Sequence[str | Path] = (), any_language: bool = False
) -> "Record":
    """The record of a text that is at hand as a string; raises as ``read`` does."""
    from secretariat.reading.order import Options, read_document
    from secretariat.sources import source_from_text

    options = Options(lexicon=tuple(Path(p) for p in lexicon), any_language=any_language)
    return read_document(source_from_text(text, name), options)


def compare(a: "Record | str | Path", b: "Record | str | Path") -> "Comparison":
    """What changed from one document to another: pairs of paragraphs, the words that changed, what the changes mean.

    ``a`` and ``b`` are records, or files to read with ``read``, which says what may be raised.
    """
    from secretariat.comparing.compare import compare as compared

    one, other = (read(side) if isinstance(side, str | Path) else side for side in (a, b))
    return compared(one, other)


def open_register(
    target: str | Path = "secretariat.db", *, create: bool = True, lexicon: Sequence[str | Path] = ()
) -> "Register":
    """Opens the register in a file (SQLite) or at a ``postgresql://`` address; makes a new one where ``create``.

    Raises ``RegisterError`` where it cannot be opened, holds something else, or was written by a newer version.
    """
    from secretariat.register.register import open_register as opened

    return opened(target, create=create, lexicon=lexicon)


__all__ = ["__version__", "compare", "open_register", "read", "read_text"]
