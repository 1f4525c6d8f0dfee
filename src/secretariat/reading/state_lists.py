"""Lists of states joined by commas and "and": "Japan, the Republic of Korea and the Philippines"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from secretariat.model.mentions import State

_JOINT = re.compile(r"(?:\s*[,;]?\s*(?:and|as well as|&)?\s*(?:the\s+)?(?:Governments? of\s+(?:the\s+)?)?)")


def states_from(text: str, states: Sequence[State], place: int) -> list[State]:
    """The run of states that begins at ``place`` (an article may stand before the first); ``states`` in order of start.

    ``Japan, Palau and the United States`` gives three; ``Japan welcomes Palau`` gives one.
    """
    at = bisect_left(states, place, key=lambda s: s.start)
    run: list[State] = []
    while at < len(states):
        gap = text[place : states[at].start]
        if run:
            if gap.strip() == "" or not _JOINT.fullmatch(gap):
                break
        elif gap not in ("", "the ", "The "):
            break
        run.append(states[at])
        place = states[at].end
        at += 1
    return run


def codes(run: Sequence[State]) -> tuple[str, ...]:
    """The ISO codes of a run, each once, in order of the text."""
    return tuple(dict.fromkeys(s.code for s in run))
