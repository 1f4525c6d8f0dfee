"""The parameters of the interface, each with its meaning and an example."""

from typing import Annotated, Any, Literal

from litestar.openapi.spec import Example
from litestar.params import Parameter

from secretariat.model.errors import RegisterError
from secretariat.model.statements import Act, Polarity, StageName
from secretariat.register.asking.filters import Filters
from secretariat.site.queries import MOST

LARGEST = 200
"""Rows of one answer."""
_LONG = 4000
_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""A year, a month or a day."""
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
TIME = r"^[0-9]{1,4} ?[dwmy]$"
WORDS = r"\w"
"""Something that is no sign or blank."""


def _words(meaning: str, example: str, most: int = MOST) -> Any:
    return Parameter(description=meaning, max_length=most, examples=[Example(value=example)], required=False)


def _date(meaning: str, example: str) -> Any:
    return Parameter(
        description=meaning, pattern=_DATE, max_length=10, examples=[Example(value=example)], required=False
    )


Limit = Annotated[int, Parameter(description="Rows of one answer.", ge=1, le=LARGEST, examples=[Example(value=50)])]
Cursor = Annotated[
    str, Parameter(description="Where the list goes on: `cursor` of the answer before.", max_length=_LONG)
]
Organisation = Annotated[str | None, _words("Organisation of the document, by its code.", "sco")]
Kind = Annotated[str | None, _words("Kind: declaration, communique, plan, summit and the like.", "declaration")]
Since = Annotated[str | None, _date("From this date on (a year, month or day), its beginning included.", "2021-09")]
Until = Annotated[str | None, _date("Until this date (a year, month or day), its end included.", "2023")]
Text = Annotated[str | None, _words('In paragraphs with these words: words, "phrases", -not, begin*.', "energy")]
DocumentParameter = Annotated[
    str | None, _words("In this document: its id, the beginning of it, or its name.", "1f3c5a7b")
]
About = Annotated[str | None, _words("About this thing: its id or its name.", "instrument/sco-charter")]
Topic = Annotated[str | None, _words("A topic, by its code.", "energy")]
ActParameter = Annotated[Act | None, Parameter(description="What the statement does.", required=False)]
PolarityParameter = Annotated[Polarity | None, Parameter(description="For or against.", required=False)]
Force = Annotated[int | None, Parameter(description="At least this force, 0 to 5.", ge=0, le=5, required=False)]
Holder = Annotated[str | None, _words("Who makes it: a state's code, all, other, or words of who is named.", "KZ")]
Absent = Annotated[str | None, _words("Statements that this state does not make, by its code.", "KZ")]
StageParameter = Annotated[StageName | None, Parameter(description="A stage of life.", required=False)]
TypeParameter = Annotated[
    Literal["instrument", "event", "body", "person", "state", "group"] | None,
    Parameter(description="Type of the thing.", required=False),
]
What = Annotated[
    Literal["expires", "planned", "promised", "asked"] | None,
    Parameter(description="What falls due.", required=False),
]


def document_filters(
    organisation: Organisation = None,
    kind: Kind = None,
    about: About = None,
    text: Text = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    """Filters of documents."""
    return _sound(organisation=organisation, kind=kind, about=about, text=text, since=since, until=until)


def statement_filters(
    organisation: Organisation = None,
    document: DocumentParameter = None,
    topic: Topic = None,
    act: ActParameter = None,
    force: Force = None,
    polarity: PolarityParameter = None,
    holder: Holder = None,
    absent: Absent = None,
    about: About = None,
    text: Text = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    """Filters of statements."""
    return _sound(
        organisation=organisation, document=document, topic=topic, act=act, force=force, polarity=polarity, holder=holder,
        absent=absent, about=about, text=text, since=since, until=until,
    )  # fmt: skip


def entity_filters(
    type: TypeParameter = None,
    kind: Kind = None,
    stage: StageParameter = None,
    organisation: Organisation = None,
    document: DocumentParameter = None,
    text: Annotated[str | None, _words("All these words in its name.", "charter")] = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    """Filters of things."""
    return _sound(
        type=type,
        kind=kind,
        stage=stage,
        organisation=organisation,
        document=document,
        text=text,
        since=since,
        until=until,
    )


def stage_filters(
    about: About = None,
    type: TypeParameter = None,
    stage: StageParameter = None,
    organisation: Organisation = None,
    document: DocumentParameter = None,
    since: Since = None,
    until: Until = None,
) -> Filters:
    """Filters of steps of lives."""
    return _sound(
        about=about, type=type, stage=stage, organisation=organisation, document=document, since=since, until=until
    )


def place_filters(
    organisation: Organisation = None, document: DocumentParameter = None, since: Since = None, until: Until = None
) -> Filters:
    """Filters of a search."""
    return _sound(organisation=organisation, document=document, since=since, until=until)


def due_filters(organisation: Organisation = None, about: About = None, type: What = None) -> Filters:
    """Filters of what falls due."""
    return _sound(organisation=organisation, about=about, type=type)


def _sound(**given: Any) -> Filters:
    kept = {name: sound(name, value) for name, value in given.items() if value not in (None, "")}
    return Filters(**kept)


def sound(name: str, value: Any) -> Any:
    """A value; raises ``RegisterError`` for words with a character that no database takes."""
    if isinstance(value, str) and "\0" in value:
        raise RegisterError("filter", f"{name} holds the character NUL", "leave it out")
    return value
