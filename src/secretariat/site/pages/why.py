"""Why a place of a document is marked as it is: the rules and their words, what was weighed, what was refused."""

from functools import lru_cache
from pathlib import Path

from secretariat.model.errors import NotThere, SecretariatError
from secretariat.publishing.addresses import digits
from secretariat.reading.explain import Explainer
from secretariat.reading.order import Options
from secretariat.site.frame import Moved, Page
from secretariat.site.queries import Query
from secretariat.site.room import Room
from secretariat.sources.read import source_from_bytes

_KEPT = 2
"""Documents that are kept read, for the next question about them."""


def why(room: Room, query: Query, wanted: str, start: int) -> Page | Moved:
    """The explanation of a place. The document is read anew with everything that was refused, which takes a second or two."""
    found = room.ask.document(wanted)
    if digits(found) != wanted:
        return Moved(to=f"documents/{digits(found)}/why/{start}")
    facts = room.ask.facts(found)
    content = room.register.content(found)
    try:
        explainer = _explainer(content or b"", facts["name"], room.settings.lexicon)
    except SecretariatError as fault:
        raise NotThere("site", f"the document cannot be read again ({fault})", "see what is marked there") from fault
    if not 0 <= start < len(explainer.record.text):
        raise NotThere("site", f"the text has no place {start:,}", "go back to the document")
    return Page(
        template="why.html",
        title="Why this was marked",
        values={"facts": facts, "explanation": explainer.explain(start, start + 1), "start": start, "base": _base},
    )


def _base(path: str | None) -> str:
    """The name of a lexicon file without the folders of this machine."""
    return Path(path).name if path else ""


@lru_cache(_KEPT)
def _explainer(content: bytes, name: str, lexicon: tuple[Path, ...]) -> Explainer:
    return Explainer(source_from_bytes(content, name), Options(lexicon=lexicon, any_language=True))
