"""What stands behind the question mark of an address, read with care."""

from collections.abc import Mapping

from secretariat.model.errors import RegisterError
from secretariat.register.asking.filters import Filters

MOST = 500
"""Letters of one value that are read; a longer one is refused."""
PER_PAGE = 50
_LAST_PAGE = 100_000
NAMES = (
    "type", "kind", "topic", "act", "force", "polarity", "holder", "absent", "organisation", "document", "about", "stage",
    "since", "until", "text",
)  # fmt: skip
"""The filters that an address can name, as in ``Filters``."""


class Query:
    """The values of an address. Raises ``RegisterError`` for a value that cannot be meant."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name: value.strip() for name, value in values.items()}
        for name, value in self._values.items():
            if len(value) > MOST or "\0" in value:
                raise RegisterError("filter", f"{name} is no filter of at most {MOST} letters", "give fewer words")

    def __getitem__(self, name: str) -> str:
        return self._values.get(name, "")

    def __contains__(self, name: str) -> bool:
        return bool(self._values.get(name))

    def chosen(self, *names: str) -> dict[str, str]:
        """The values of some names that are set, in the order of the names; of all filters, where none is named."""
        return {name: self._values[name] for name in names or NAMES if self._values.get(name)}

    def number(self, name: str, least: int, most: int, otherwise: int) -> int:
        """A whole number between two others."""
        value = self._values.get(name, "")
        if not value:
            return otherwise
        if not value.isascii() or not value.isdigit() or len(value) > 9 or not least <= int(value) <= most:
            raise RegisterError(
                "filter", f"{name} is {value[:40]!r}", f"write a whole number from {least:,} to {most:,}"
            )
        return int(value)

    @property
    def page(self) -> int:
        """The number of the page of a list, from 1."""
        return self.number("page", 1, _LAST_PAGE, 1)

    def filters(self, *, per_page: int | None = PER_PAGE) -> Filters:
        """The filters of the address; of one page of a list, of all where ``per_page`` is None."""
        values = self.chosen()
        values.pop("force", None)
        force = self.number("force", 0, 5, 0) if "force" in self else None
        part = {"limit": per_page, "offset": (self.page - 1) * per_page} if per_page else {}
        return Filters(**values, force=force, **part)  # type: ignore[arg-type]
