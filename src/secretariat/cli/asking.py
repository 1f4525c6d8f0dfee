"""The commands that ask a register: ``documents``, ``entities``, ``statements``, ``search``, ``due``, ``who``, ``members``."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli import answers, registers

if TYPE_CHECKING:
    from secretariat.register.asking.filters import Filters

Type = Annotated[str, typer.Option(metavar="TYPE", help="instrument, event, body, person, state or group.")]
Kind = Annotated[str, typer.Option(metavar="KIND", help="The kind: declaration, plan, meeting, summit …")]
Document = Annotated[
    str, typer.Option(metavar="ID", help="In this document: its id or the beginning of it, or its name.")
]
About = Annotated[str, typer.Option(metavar="ENTITY", help="About this thing: its id or its name.")]
Stage = Annotated[str, typer.Option(metavar="STAGE", help="proposed, preparing, decided, adopted, operating, ended.")]
Topic = Annotated[str, typer.Option(metavar="TOPIC", help="A topic code: energy, trade, terrorism …")]
Act = Annotated[str, typer.Option(metavar="ACT", help="assertion, position, appraisal, call, commitment, decision.")]
Force = Annotated[
    int | None, typer.Option(min=0, max=5, metavar="N", help="At least this force, 0 to 5.", show_default=False)
]
Polarity = Annotated[str, typer.Option(metavar="WORD", help="for or against.")]
Holder = Annotated[str, typer.Option(metavar="WHO", help="A state's code (KZ), all, other, or words of who is named.")]
Absent = Annotated[str, typer.Option(metavar="STATE", help="Statements that this state does not make.")]
Body = Annotated[str, typer.Option(metavar="ENTITY", help="About this body.")]


def narrowed(**given: object) -> "Filters":
    """The filters that are given; empty ones are left out."""
    from secretariat.register.asking.filters import Filters

    return Filters(**{name: value for name, value in given.items() if value not in ("", None)})  # type: ignore[arg-type]


def documents_command(
    register: registers.At = registers.DEFAULT,
    organisation: answers.Organisation = "",
    kind: Kind = "",
    about: About = "",
    text: answers.Text = "",
    since: answers.Since = "",
    until: answers.Until = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List the documents of a register, the latest first."""
    with registers.opened(register) as opened:
        ask = opened.ask
        thing = ask.find(about) if about else ""
        filters = narrowed(organisation=organisation, kind=kind, about=thing, text=text, since=since, until=until,
                           limit=answers.limit_of(limit, json or csv))  # fmt: skip
        answers.show(ask.documents(filters), ("date", "organisation", "kind", "name", "title"), json=json, csv_=csv)


def entities_command(
    register: registers.At = registers.DEFAULT,
    type_: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="instrument, event, body, person, state, group.")
    ] = "",
    kind: Kind = "",
    stage: Stage = "",
    organisation: answers.Organisation = "",
    document: Document = "",
    text: Annotated[str, typer.Option(metavar="WORDS", help="All these words in its name.")] = "",
    since: answers.Since = "",
    until: answers.Until = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List the things that documents name, the most often named first; with --json every mention and stage of each."""
    with registers.opened(register) as opened:
        ask = opened.ask
        filters = narrowed(type=type_, kind=kind, stage=stage, organisation=organisation, text=text, since=since,
                           until=until, document=ask.document(document) if document else "",
                           limit=answers.limit_of(limit, json or csv))  # fmt: skip
        answer = ask.entities(filters)
        if json:
            answers.print_json(ask.in_full(answer.rows))
        else:
            columns = ("id", "mentions", "documents", "current_stage", "validity", "name")
            answers.show(answer, columns, json=False, csv_=csv)


def statements_command(
    register: registers.At = registers.DEFAULT,
    organisation: answers.Organisation = "",
    topic: Topic = "",
    act: Act = "",
    force: Force = None,
    polarity: Polarity = "",
    holder: Holder = "",
    absent: Absent = "",
    about: About = "",
    body: Body = "",
    document: Document = "",
    text: answers.Text = "",
    since: answers.Since = "",
    until: answers.Until = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List statements with who makes them, each with its document, paragraph and quote."""
    with registers.opened(register) as opened:
        ask = opened.ask
        filters = narrowed(
            organisation=organisation, topic=topic, act=act, force=force, polarity=polarity, holder=holder,
            absent=absent, about=ask.find(about) if about else "", body=ask.find(body) if body else "",
            document=ask.document(document) if document else "", text=text, since=since, until=until,
            limit=answers.limit_of(limit, json or csv),
        )  # fmt: skip
        columns = ("date", "organisation", "act", "holders", "mark", "quote")
        answers.show(ask.statements(filters), columns, json=json, csv_=csv)


def search_command(
    words: Annotated[str, typer.Argument(metavar="WORDS", help='Words, "phrases", -not, begin*, one OR other.')],
    register: registers.At = registers.DEFAULT,
    organisation: answers.Organisation = "",
    document: Document = "",
    since: answers.Since = "",
    until: answers.Until = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """Find paragraphs by their words, the best first."""
    with registers.opened(register) as opened:
        ask = opened.ask
        filters = narrowed(organisation=organisation, document=ask.document(document) if document else "",
                           since=since, until=until, limit=limit or None)  # fmt: skip
        answer = ask.search(words, filters)
        if json or csv or not answer.rows:
            answers.show(answer, (), json=json, csv_=csv)
        else:
            from secretariat.cli.hits import print_hits

            print_hits(answer.rows)


def due_command(
    register: registers.At = registers.DEFAULT,
    within: Annotated[str, typer.Option(metavar="TIME", help="How far to look: 30d, 6w, 12m, 2y.")] = "12m",
    from_: Annotated[str, typer.Option("--from", metavar="DATE", help="From this day on; today where not given.")] = "",
    what: Annotated[str, typer.Option(metavar="WORD", help="expires, planned, promised or asked.")] = "",
    organisation: answers.Organisation = "",
    about: About = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List what expires, is planned, was promised or asked for by a date."""
    from secretariat.register.asking.periods import end_of

    with registers.opened(register) as opened:
        ask = opened.ask
        first, last = end_of(from_ or date.today().isoformat(), within)
        filters = narrowed(type=what, organisation=organisation, about=ask.find(about) if about else "",
                           limit=answers.limit_of(limit, json or csv))  # fmt: skip
        answers.show(ask.due(first, last, filters), ("by", "what", "name", "quote"), json=json, csv_=csv)


def who_command(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words of the clause, or with --about none.")] = "",
    register: registers.At = registers.DEFAULT,
    about: About = "",
    verb: Annotated[str, typer.Option(metavar="WORD", help="Only where the verb has this word: support.")] = "",
    polarity: Polarity = "",
    since: answers.Since = "",
    until: answers.Until = "",
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List which states speak of a thing or in these words, and which of those who speak beside them do not."""
    if not words and not about:
        raise typer.BadParameter("say of what: WORDS, or --about ENTITY")
    with registers.opened(register) as opened:
        ask = opened.ask
        filters = narrowed(about=ask.find(about) if about else "", polarity=polarity, since=since, until=until)
        columns = ("state", "says", "verb", "date", "quote")
        answers.show(ask.who(filters, words or None, verb or None), columns, json=json, csv_=csv)


def members_command(
    organisation: Annotated[str, typer.Argument(metavar="ID", help="The organisation: sco, asean, g20 …")],
    at: Annotated[str, typer.Option(metavar="DATE", help="On this date; today where not given.")] = "",
    register: registers.At = registers.DEFAULT,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List the members, observers and partners of an organisation at a date."""
    with registers.opened(register) as opened:
        answer = opened.ask.members(opened.vocabulary, organisation, at or date.today().isoformat())
        answers.show(answer, ("state", "capacity", "since", "until"), json=json, csv_=csv)


def attendance_command(
    register: registers.At = registers.DEFAULT,
    organisation: answers.Organisation = "",
    document: Document = "",
    holder: Annotated[str, typer.Option("--of", metavar="STATE", help="Persons of this state or body.")] = "",
    since: answers.Since = "",
    until: answers.Until = "",
    limit: answers.Limit = None,
    json: answers.Json = False,
    csv: answers.Csv = False,
) -> None:
    """List who took part: persons with office, state or body, and capacity (member, chair, observer, guest …)."""
    with registers.opened(register) as opened:
        ask = opened.ask
        filters = narrowed(organisation=organisation, holder=holder, since=since, until=until,
                           document=ask.document(document) if document else "")  # fmt: skip
        answer = ask.attendance(filters)
        most = answers.limit_of(limit, json or csv)
        total, answer.rows = len(answer.rows), answer.rows[:most]
        answer.total = total
        answers.show(answer, ("date", "name", "capacity", "of", "person", "office"), json=json, csv_=csv)
