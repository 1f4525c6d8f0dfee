"""Answers harvesters: the six verbs of OAI-PMH 2.0 over the documents of an edition.

Deleted documents are told for good; tokens hold all that is needed to go on, and are refused by another register.
"""

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree

from secretariat.publishing.edition import Edition
from secretariat.publishing.exact import allowed
from secretariat.publishing.harvest.arguments import Asked, Fault, first_instant, last_instant, read_arguments
from secretariat.publishing.harvest.records import FORMS, XSI, Form
from secretariat.publishing.harvest.tokens import Token, token_text
from secretariat.publishing.xml import add, element
from secretariat.register.changes import Change, Wanted, instant

NS = "http://www.openarchives.org/OAI/2.0/"
IDENTIFIERS_AT_ONCE = 500
_SCHEME = "urn:sha256:"
_CONTACT = "nobody@register.invalid"
"""The protocol asks for an address of the administrator; where none is set, one that leads nowhere."""


class Provider:
    """Answers over one edition; ``contact`` is the mail address of who looks after it."""

    def __init__(self, edition: Edition, contact: str = "") -> None:
        self._edition = edition
        self._snapshot = edition.snapshot
        self._contact = contact or _CONTACT
        self._base = f"{edition.address}/oai"

    def answer(self, pairs: Sequence[tuple[str, str]]) -> bytes:
        """The answer to a request, as XML; errors are answers too, with a code of the protocol."""
        root = etree.Element(f"{{{NS}}}OAI-PMH", nsmap={None: NS, "xsi": XSI})
        root.set(f"{{{XSI}}}schemaLocation", f"{NS} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
        add(root, "responseDate", instant())
        request = add(root, "request", self._base)
        try:
            asked = read_arguments(pairs)
            made = _VERBS[asked.verb](self, asked)
            told = {"verb": asked.verb, **asked.arguments}
        except Fault as fault:
            made = element(NS, "error", fault.what, code=fault.code)
            told = {} if fault.code in ("badVerb", "badArgument") else dict(pairs)
        for name, value in told.items():
            request.set(name, allowed(value))
        root.append(made)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"

    def _identify(self, asked: Asked) -> Any:
        made = element(NS, "Identify")
        add(made, "repositoryName", "What governments published together")
        add(made, "baseURL", self._base)
        add(made, "protocolVersion", "2.0")
        add(made, "adminEmail", self._contact)
        add(made, "earliestDatestamp", self._snapshot.earliest_change() or "1970-01-01T00:00:00Z")
        add(made, "deletedRecord", "persistent")
        add(made, "granularity", "YYYY-MM-DDThh:mm:ssZ")
        return made

    def _formats(self, asked: Asked) -> Any:
        if "identifier" in asked.arguments:
            self._change(asked.arguments["identifier"])
        made = element(NS, "ListMetadataFormats")
        for form in FORMS.values():
            one = add(made, "metadataFormat")
            add(one, "metadataPrefix", form.prefix)
            add(one, "schema", f"{self._edition.address}{form.schema}" if form.schema.startswith("/") else form.schema)
            add(one, "metadataNamespace", form.namespace)
        return made

    def _sets(self, asked: Asked) -> Any:
        if asked.token is not None:
            raise Fault("badResumptionToken", "the list of sets is given whole")
        made = element(NS, "ListSets")
        for spec, (name, value) in sorted(self._known_sets().items()):
            one = add(made, "set")
            add(one, "setSpec", spec)
            add(one, "setName", self._edition.organisation(value) if name == "organisation" else f"Documents: {value}")
        if not len(made):
            raise Fault("noSetHierarchy", "there are no documents yet, and so no sets")
        return made

    def _known_sets(self) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for organisation, kind in self._snapshot.sets():
            for spec in _specs(organisation, kind):
                name = spec.partition(".")[0]
                found[spec] = name, (organisation if name == "organisation" else kind) or ""
        return found

    def _record_wanted(self, asked: Asked) -> Any:
        change = self._change(asked.arguments["identifier"])
        made = element(NS, "GetRecord")
        made.append(self._record(change, FORMS[asked.arguments["metadataPrefix"]]))
        return made

    def _change(self, identifier: str) -> Change:
        wanted = identifier.removeprefix(_SCHEME)
        found = self._snapshot.change_of(f"sha256:{wanted}") if identifier.startswith(_SCHEME) else None
        if found is None:
            raise Fault("idDoesNotExist", f"identifiers are {_SCHEME} and the 64 digits of a document's checksum")
        return found

    def _identifiers(self, asked: Asked) -> Any:
        return self._list(asked, lambda change, form: _header(change), IDENTIFIERS_AT_ONCE)

    def _records(self, asked: Asked) -> Any:
        return self._list(asked, self._record, 0)

    def _list(self, asked: Asked, make: Callable[[Change, Form], Any], at_once: int) -> Any:
        token = asked.token or self._first(asked)
        if token.register != self._snapshot.register_id:
            raise Fault("badResumptionToken", "this token was given by another register; begin the list again")
        form = FORMS[token.prefix]
        most = at_once or form.at_once
        wanted = self._wanted(token)
        changes = self._snapshot.changes(wanted, (token.at, token.document), most + 1)
        if not changes:
            code = "badResumptionToken" if asked.token else "noRecordsMatch"
            raise Fault(code, "there are no documents that came or changed then")
        made = element(NS, asked.verb)
        for change in changes[:most]:
            made.append(make(change, form))
        if len(changes) > most or asked.token:
            told = {"completeListSize": str(token.size), "cursor": str(token.cursor)}
            more = _after(token, changes[most - 1], most) if len(changes) > most else None
            add(made, "resumptionToken", token_text(more) if more else "", **told)
        return made

    def _first(self, asked: Asked) -> Token:
        given = asked.arguments
        set_ = given.get("set", "")
        if set_ and set_ not in self._known_sets():
            raise Fault("noRecordsMatch", f"there is no set {set_[:60]!r}; ListSets lists them")
        token = Token(
            self._snapshot.register_id, asked.verb, given["metadataPrefix"],
            first_instant(given["from"]) if "from" in given else "",
            last_instant(given["until"]) if "until" in given else "",
            set_, "", "", 0, 0,
        )  # fmt: skip
        size = self._snapshot.count_changes(self._wanted(token))
        return Token(token.register, token.verb, token.prefix, token.first, token.last, token.set, "", "", size, 0)

    def _wanted(self, token: Token) -> Wanted:
        name, value = self._known_sets().get(token.set, ("", ""))
        return Wanted(
            first=token.first,
            last=token.last,
            organisation=value if name == "organisation" else "",
            kind=value if name == "kind" else "",
        )

    def _record(self, change: Change, form: Form) -> Any:
        made = element(NS, "record")
        made.append(_header(change))
        if not change.deleted:
            add(made, "metadata").append(form.make(self._edition, change.document))
        return made


def _header(change: Change) -> Any:
    made = element(NS, "header", **({"status": "deleted"} if change.deleted else {}))
    add(made, "identifier", f"{_SCHEME}{change.document.removeprefix('sha256:')}")
    add(made, "datestamp", change.at)
    for spec in _specs(change.organisation, change.kind):
        add(made, "setSpec", spec)
    return made


def _specs(organisation: str | None, kind: str | None) -> list[str]:
    """The sets that a document is in; ``+`` may not stand in their names."""
    specs = [f"organisation.{organisation.replace('+', '_')}"] if organisation else []
    return [*specs, f"kind.{kind.replace(' ', '_')}"] if kind else specs


def _after(token: Token, change: Change, done: int) -> Token:
    return Token(
        token.register, token.verb, token.prefix, token.first, token.last, token.set, change.at, change.document,
        token.size, token.cursor + done,
    )  # fmt: skip


_VERBS: dict[str, Callable[[Provider, Asked], Any]] = {
    "Identify": Provider._identify,
    "ListMetadataFormats": Provider._formats,
    "ListSets": Provider._sets,
    "GetRecord": Provider._record_wanted,
    "ListIdentifiers": Provider._identifiers,
    "ListRecords": Provider._records,
}
