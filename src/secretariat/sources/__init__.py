"""Bytes in, exact text out: one file a format.

``read_source(path)`` gives the ``Document`` of a file, ``source_from_bytes`` and ``source_from_text`` that of bytes and
of a text; ``iter_paths`` the files that a person means by names, directories and patterns. What cannot be read raises
``SourceError``, one line that says file, fault and remedy. Nothing is fetched from anywhere.
"""

from secretariat.sources.limits import Limits
from secretariat.sources.paths import iter_paths
from secretariat.sources.read import read_source, source_from_bytes, source_from_text

__all__ = ["Limits", "iter_paths", "read_source", "source_from_bytes", "source_from_text"]
