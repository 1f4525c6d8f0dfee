"""How much of a source is taken on: settings with stated defaults."""

import os
from collections.abc import Mapping

import msgspec

from secretariat.model.errors import SourceError

PREFIX = "SECRETARIAT_"
"""Environment variables are this and the name of the field in capitals."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a source may cost at most. Each field can be set by an environment variable.

    ===============  ======================================  ==========================  ===========
    field            meaning                                 variable                    default
    ===============  ======================================  ==========================  ===========
    ``max_bytes``    length of the file                      SECRETARIAT_MAX_BYTES       40 million
    ``max_chars``    length of the extracted text            SECRETARIAT_MAX_CHARS       10 million
    ``max_pages``    pages of a PDF                          SECRETARIAT_MAX_PAGES       2,000
    ``max_depth``    nesting of HTML and XML elements        SECRETARIAT_MAX_DEPTH       500
    ``max_unpacked`` bytes that a DOCX unpacks to            SECRETARIAT_MAX_UNPACKED    200 million
    ``max_ratio``    unpacked bytes for each packed byte     SECRETARIAT_MAX_RATIO       200
    ===============  ======================================  ==========================  ===========
    """

    max_bytes: int = 40_000_000
    max_chars: int = 10_000_000
    max_pages: int = 2_000
    max_depth: int = 500
    max_unpacked: int = 200_000_000
    max_ratio: int = 200

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Limits":
        """The defaults, with what ``SECRETARIAT_MAX_BYTES`` and its fellows say instead.

        Raises ``SourceError`` where a variable holds anything but a whole number above 0.
        """
        variables = os.environ if environment is None else environment
        chosen: dict[str, int] = {}
        for field in cls.__struct_fields__:
            name = PREFIX + field.upper()
            value = variables.get(name, "").strip()
            if not value:
                continue
            digits = value.replace("_", "")
            if not (digits.isascii() and digits.isdigit() and len(digits) < 19 and int(digits) > 0):
                raise SourceError(name, f"is {value!r}, not a whole number above 0", "set it to a number or unset it")
            chosen[field] = int(digits)
        return msgspec.structs.replace(cls(), **chosen)
