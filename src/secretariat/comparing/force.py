"""The scale of force: how strongly a statement binds those who make it, and which way it moved.

The ranks are those that the lexicon declares for its verbs (``lexicon/en/verbs.yaml``); a modal moves a verb when it is read.
Between two statements the rank decides; what is said with the same rank by another verb is neither stronger nor weaker.
"""

from typing import Literal, TypeAlias

Way: TypeAlias = Literal["stronger", "weaker", "verb", "same"]

NAMES = ("tells", "registers", "judges", "insists", "binds", "enacts")
"""What a statement of each rank does, 0 to 5."""


def way(before: int, now: int, *, same_verb: bool) -> Way:
    """Which way the force moved from one statement to another: "notes" (1) → "welcomes" (2) is ``stronger``."""
    if before != now:
        return "stronger" if now > before else "weaker"
    return "same" if same_verb else "verb"
