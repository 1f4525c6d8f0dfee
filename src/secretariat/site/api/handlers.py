"""The operations of the interface."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar
from urllib.parse import urlencode

import msgspec
from litestar import Request, get, post
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.spec import Example
from litestar.params import Body, Parameter, QueryParameter

from secretariat.register.asking.filters import Filters
from secretariat.site.api import parameters, shapes
from secretariat.site.api.asking import LONGEST, Asker
from secretariat.site.api.cursors import Cursors
from secretariat.site.api.parameters import DAY, TIME, WORDS, Cursor, Limit, sound
from secretariat.site.api.problems import told
from secretariat.site.room import Room

T = TypeVar("T")
Asked = Callable[[Request[Any, Any, Any]], Asker]
"""Gives what asks the register at the address by which a request reached it."""
Wanted = Annotated[str, Parameter(description="Id of the document, the beginning of it, or its name.", max_length=300)]
_FEW = 50


class Wording(msgspec.Struct, frozen=True):
    """A wording to look for, and a document that is left out."""

    wording: Annotated[
        str, msgspec.Meta(max_length=LONGEST, pattern=WORDS, examples=["We reaffirm our support for the Charter."])
    ]
    limit: Annotated[int, msgspec.Meta(ge=1, le=50)] = 10
    but: Annotated[str, msgspec.Meta(max_length=300)] = ""


def handlers(room: Room, asker: Asked) -> list[HTTPRouteHandler]:
    """The operations over a room."""
    return [*_documents(room, asker), *_things(room, asker), *_texts(asker), *_dear(asker)]


def _documents(room: Room, asker: Asked) -> list[HTTPRouteHandler]:
    @get("/", sync_to_thread=True, operation_id="root", tags=["register"], responses=told(400))
    def root(request: Request[Any, Any, Any]) -> shapes.Root:
        """What the register holds."""
        return asker(request).root()

    @get("/documents", sync_to_thread=True, operation_id="documents", tags=["documents"], responses=told(400, 404, 410),
         dependencies=_given(parameters.document_filters))  # fmt: skip
    def documents(
        request: Request[Any, Any, Any], filters: NamedDependency[Filters], limit: Limit = _FEW, cursor: Cursor = ""
    ) -> shapes.Documents:
        """List documents, the latest first."""
        ask = asker(request)
        return _part(room, ask, request, (filters, limit, cursor), ask.documents, shapes.Documents)

    @get("/documents/{document:str}", sync_to_thread=True, operation_id="document", tags=["documents"],
         responses=told(400, 404))  # fmt: skip
    def document(request: Request[Any, Any, Any], document: Wanted) -> shapes.WholeDocument:
        """Show one document."""
        return asker(request).document(sound("document", document))

    @get("/documents/{document:str}/paragraphs", sync_to_thread=True, operation_id="paragraphs", tags=["documents"],
         responses=told(400, 404, 410))  # fmt: skip
    def paragraphs(
        request: Request[Any, Any, Any], document: Wanted, limit: Limit = _FEW, cursor: Cursor = ""
    ) -> shapes.Paragraphs:
        """List the paragraphs of a document, in order; together they are its whole text."""
        ask = asker(request)
        wanted = sound("document", document)
        page = (Filters(), limit, cursor)
        return _part(room, ask, request, page, lambda f: ask.paragraphs(wanted, f), shapes.Paragraphs)

    @get("/documents/{document:str}/paragraphs/{paragraph:str}", sync_to_thread=True, operation_id="paragraph",
         tags=["documents"], responses=told(400, 404))  # fmt: skip
    def paragraph(
        request: Request[Any, Any, Any],
        document: Wanted,
        paragraph: Annotated[str, Parameter(description="Id of the paragraph.", max_length=100)],
    ) -> shapes.Paragraph:
        """Show one paragraph."""
        return asker(request).passage(sound("document", document), sound("paragraph", paragraph))[0]

    return [root, documents, document, paragraphs, paragraph]


def _things(room: Room, asker: Asked) -> list[HTTPRouteHandler]:
    @get("/entities", sync_to_thread=True, operation_id="entities", tags=["entities"], responses=told(400, 404, 410),
         dependencies=_given(parameters.entity_filters))  # fmt: skip
    def entities(
        request: Request[Any, Any, Any], filters: NamedDependency[Filters], limit: Limit = _FEW, cursor: Cursor = ""
    ) -> shapes.Entities:
        """List the things that documents name, the most often named first."""
        ask = asker(request)
        return _part(room, ask, request, (filters, limit, cursor), ask.entities, shapes.Entities)

    @get("/entities/{type:str}/{key:str}", sync_to_thread=True, operation_id="entity", tags=["entities"],
         responses=told(400, 404))  # fmt: skip
    def entity(
        request: Request[Any, Any, Any],
        type: Annotated[str, Parameter(description="Type: the first part of its id.", max_length=40)],
        key: Annotated[str, Parameter(description="The second part of its id.", max_length=300)],
        at: Annotated[str, Parameter(description="Where its life stood at the end of this date.", max_length=40)] = "",
    ) -> shapes.WholeEntity:
        """Show one thing: names, facts, life, relations, and the latest places where it is named."""
        return asker(request).entity(sound("id", f"{type}/{key}"), sound("at", at))

    @get("/statements", sync_to_thread=True, operation_id="statements", tags=["statements"], responses=told(400, 404, 410),
         dependencies=_given(parameters.statement_filters))  # fmt: skip
    def statements(
        request: Request[Any, Any, Any], filters: NamedDependency[Filters], limit: Limit = _FEW, cursor: Cursor = ""
    ) -> shapes.Statements:
        """List statements: who says what, how strongly, about what."""
        ask = asker(request)
        return _part(room, ask, request, (filters, limit, cursor), ask.statements, shapes.Statements)

    @get("/stages", sync_to_thread=True, operation_id="stages", tags=["entities"], responses=told(400, 404, 410),
         dependencies=_given(parameters.stage_filters))  # fmt: skip
    def stages(
        request: Request[Any, Any, Any], filters: NamedDependency[Filters], limit: Limit = _FEW, cursor: Cursor = ""
    ) -> shapes.Stages:
        """List steps in the lives of things, the latest first."""
        ask = asker(request)
        return _part(room, ask, request, (filters, limit, cursor), ask.stages, shapes.Stages)

    return [entities, entity, statements, stages]


def _texts(asker: Asked) -> list[HTTPRouteHandler]:
    @get("/search", sync_to_thread=True, operation_id="search", tags=["texts"], responses=told(400, 404),
         dependencies=_given(parameters.place_filters))  # fmt: skip
    def search(
        request: Request[Any, Any, Any],
        filters: NamedDependency[Filters],
        q: Annotated[
            str,
            Parameter(
                description='Words, "phrases", -not, begin*, one OR other.',
                max_length=500,
                min_length=1,
                pattern=WORDS,
                examples=[Example(value="energy security")],
            ),
        ],
        limit: Limit = _FEW,
    ) -> shapes.Hits:
        """Find paragraphs by their words, the best first."""  # fmt: skip
        part = msgspec.structs.replace(filters, limit=limit)
        return shapes.Hits(rows=asker(request).search(sound("q", q), part))

    @get("/due", sync_to_thread=True, operation_id="due", tags=["register"], responses=told(400, 404),
         dependencies=_given(parameters.due_filters))  # fmt: skip
    def due(
        request: Request[Any, Any, Any],
        filters: NamedDependency[Filters],
        first: Annotated[
            str | None,
            QueryParameter(
                name="from",
                description="From this day on (ISO 8601); today where none is given.",
                pattern=DAY,
                required=False,
                examples=[Example(value="2021-11-25")],
            ),
        ] = None,
        within: Annotated[
            str, Parameter(description="For how long: 30d, 6w, 12m, 2y.", pattern=TIME, examples=[Example(value="2y")])
        ] = "12m",
        limit: Limit = _FEW,
    ) -> shapes.Dues:
        """List what expires, is planned, was promised or asked for by a date."""  # fmt: skip
        part = msgspec.structs.replace(filters, limit=limit)
        return asker(request).due(first or "", sound("within", within), part)

    return [search, due]


def _dear(asker: Asked) -> list[HTTPRouteHandler]:
    document = {"max_length": 300, "min_length": 1}

    @get("/compare", sync_to_thread=True, operation_id="compare", tags=["texts"], responses=told(400, 404, 429))
    def compare(
        request: Request[Any, Any, Any],
        a: Annotated[str, Parameter(description="The earlier document: its id or name.", **document)],
        b: Annotated[str, Parameter(description="The later document: its id or name.", **document)],
    ) -> shapes.Comparison:
        """Compare two documents: what is new, dropped, moved, stronger or weaker."""
        return asker(request).compare(sound("a", a), sound("b", b))

    @get("/documents/{document:str}/new", sync_to_thread=True, operation_id="news", tags=["documents"],
         responses=told(400, 404, 429))  # fmt: skip
    def news(
        request: Request[Any, Any, Any],
        document: Wanted,
        since: Annotated[
            str, Parameter(description="The earlier document; the one before where none is named.", max_length=300)
        ] = "",
    ) -> shapes.Briefing:
        """Tell what is new in a document against an earlier one."""
        return asker(request).news(sound("document", document), sound("since", since))

    @get("/agreed", sync_to_thread=True, operation_id="agreed", tags=["texts"], responses=told(400, 404, 429))
    def agreed(
        request: Request[Any, Any, Any],
        wording: Annotated[
            str,
            Parameter(
                description="A wording of one sentence; longer ones are posted.",
                max_length=2000,
                min_length=1,
                pattern=WORDS,
                examples=[Example(value="We reaffirm our support for the Charter.")],
            ),
        ],
        limit: Annotated[int, Parameter(description="Passages at most.", ge=1, le=50)] = 10,
        but: Annotated[str, Parameter(description="A document that is left out.", max_length=300)] = "",
    ) -> shapes.Passages:
        """Find where a wording was agreed before."""  # fmt: skip
        return shapes.Passages(rows=asker(request).agreed(sound("wording", wording), limit, sound("but", but)))

    @post("/agreed/wording", sync_to_thread=True, operation_id="agreed_posted", tags=["texts"], status_code=200,
          responses=told(400, 404, 429))  # fmt: skip
    def agreed_posted(
        request: Request[Any, Any, Any], data: Annotated[Wording, Body(description="The wording.")]
    ) -> shapes.Passages:
        """Find where a longer wording was agreed before."""
        found = asker(request).agreed(sound("wording", data.wording), data.limit, sound("but", data.but))
        return shapes.Passages(rows=found)

    return [compare, news, agreed, agreed_posted]


def _given(make: Callable[..., Filters]) -> Mapping[str, Any]:
    return {"filters": Provide(make, sync_to_thread=False)}


def _part(
    room: Room,
    asker: Asker,
    request: Request[Any, Any, Any],
    page: tuple[Filters, int, str],
    ask: Callable[[Filters], tuple[list[Any], int]],
    shape: Callable[..., T],
) -> T:
    """One part of a list, and where it goes on."""
    filters, limit, cursor = page
    asked = {name: str(value) for name, value in request.query_params.items()}
    cursors = Cursors(room.ask.register_id(), room.register.state(), request.url.path, asked)
    offset = cursors.offset(cursor)
    rows, total = ask(msgspec.structs.replace(filters, limit=limit, offset=offset))
    done = offset + len(rows)
    more = cursors.at(done) if rows and done < total else None
    here = f"{asker.to.base.removesuffix(room.settings.base)}{request.url.path}"
    address = f"{here}?{urlencode({**asked, 'cursor': more})}" if more else None
    return shape(rows=rows, total=total, cursor=more, next=address)
