"""What a harvester asks: the verb and its arguments, checked as OAI-PMH 2.0 asks for."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

import msgspec

from secretariat.publishing.harvest.records import FORMS
from secretariat.publishing.harvest.tokens import Token, token_from

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z")
VERBS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set", "resumptionToken"})),
}
"""Verb → the arguments that it must have, and those that it may have."""


class Fault(Exception):
    """An error condition of the protocol: its code, and what is wrong."""

    def __init__(self, code: str, what: str) -> None:
        self.code, self.what = code, what
        super().__init__(what)


class Asked(msgspec.Struct, frozen=True):
    """A request that is in order; ``token`` where it goes on with a list."""

    verb: str
    arguments: dict[str, str]
    token: Token | None = None


def read_arguments(pairs: Sequence[tuple[str, str]]) -> Asked:
    """The request in the pairs of an address or a form; raises ``Fault`` with a code of the protocol."""
    verbs = [value for name, value in pairs if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in VERBS:
        known = ", ".join(VERBS)
        raise Fault(
            "badVerb", f"give one verb: {known}" if verbs else f"the argument verb is missing; give one of {known}"
        )
    verb = verbs[0]
    arguments: dict[str, str] = {}
    for name, value in pairs:
        if name == "verb":
            continue
        if name in arguments:
            raise Fault("badArgument", f"{name} is given twice")
        arguments[name] = value
    must, may = VERBS[verb]
    if "resumptionToken" in arguments and "resumptionToken" in may:
        if len(arguments) > 1:
            raise Fault("badArgument", "resumptionToken goes with no other argument")
        token = token_from(arguments["resumptionToken"])
        if token is None or token.verb != verb or token.prefix not in FORMS:
            raise Fault("badResumptionToken", "this is no token of such a list; begin the list again")
        return Asked(verb, arguments, token)
    for name in arguments:
        if name not in must | may:
            raise Fault("badArgument", f"{verb} takes no argument {name[:60]!r}")
    for name in sorted(must - set(arguments)):
        raise Fault("badArgument", f"{verb} needs the argument {name}")
    if "metadataPrefix" in arguments and arguments["metadataPrefix"] not in FORMS:
        raise Fault("cannotDisseminateFormat", f"give one of {', '.join(FORMS)}")
    _check_times(arguments)
    return Asked(verb, arguments)


def _check_times(arguments: Mapping[str, str]) -> None:
    """Both of the same grain, real days, in order."""
    given = {name: arguments[name] for name in ("from", "until") if name in arguments}
    for name, value in given.items():
        if not (_DAY.match(value) or _SECOND.match(value)):
            raise Fault("badArgument", f"{name} is no date; write it as 2021-09-17 or 2021-09-17T12:00:00Z")
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise Fault("badArgument", f"{name} is a day or time that there is not") from None
    if len({len(value) for value in given.values()}) > 1:
        raise Fault("badArgument", "from and until must both be days, or both be instants")
    if len(given) == 2 and given["from"] > given["until"]:
        raise Fault("badArgument", "from is later than until")


def first_instant(value: str) -> str:
    """The first instant that ``from`` means."""
    return f"{value}T00:00:00Z" if _DAY.match(value) else value


def last_instant(value: str) -> str:
    """The last instant that ``until`` means."""
    return f"{value}T23:59:59Z" if _DAY.match(value) else value
