"""A comparison as a page that stands by itself: what it comes to, what the changes mean, and the redline in one reading order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from secretariat.comparing.values import Comparison, Side
from secretariat.model.record import Record
from secretariat.publishing.pages.sheet import esc, page
from secretariat.publishing.redline.meaning import KINDS, kind_said, said
from secretariat.publishing.redline.stream import Block, End, Text, blocks_of

_FOLDED = 3
"""So many unchanged paragraphs in a row are folded away."""
_TAGS = {"new": "in", "dropped": "out", "moved": "warm", "split": "warm", "merged": "warm", "edited": "warm"}


def redline_page(comparison: Comparison, a: Record, b: Record) -> str:
    """The whole page as HTML."""
    title = f"{_name(comparison.a)} → {_name(comparison.b)}"
    head = f'<h1>{esc(_name(comparison.b))}</h1>\n<p class="soft">compared with {esc(_name(comparison.a))}</p>'
    return page(title, f"{head}\n{redline_body(comparison, a, b)}", language=b.document.language or "en")


def redline_body(comparison: Comparison, a: Record, b: Record) -> str:
    """What stands on the page below its title: a part of a page that has the frame's styles."""
    body = [
        _sides(comparison),
        *_summary(comparison),
        *_meanings(comparison),
        "<h2>The text</h2>",
        '<p class="soft"><del>taken out</del> · <ins>put in</ins> · ¶ is the end of a paragraph that one text has</p>',
        *_text(blocks_of(comparison, a, b)),
    ]
    return "\n".join(body)


def _name(side: Side) -> str:
    return " ".join((side.title or side.name).split())


def _sides(comparison: Comparison) -> str:
    rows = "".join(
        f"<tr><th scope=row>{label}</th><td>{esc(side.name)}</td><td>{esc(side.date or 'no date')}</td></tr>"
        for label, side in (("Before", comparison.a), ("Now", comparison.b))
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _summary(comparison: Comparison) -> Iterator[str]:
    s = comparison.summary
    kinds = ", ".join(f"{s.pairs[k]:,} {name}" for k, name in KINDS.items() if s.pairs.get(k))
    total = s.words_same + s.words_deleted
    share = f" ({s.words_same / total:.0%} of the words stayed)" if total else ""
    yield f"<p>Paragraphs: {kinds or 'none'}.<br>Words: {s.words_deleted:,} taken out, {s.words_inserted:,} put in{share}.</p>"
    for states, told in (
        (s.states_joined, "Take part now and did not before"),
        (s.states_left, "Took part before, not now"),
    ):
        if states:
            yield f"<p>{told}: {esc(', '.join(states))}.</p>"


def _meanings(comparison: Comparison) -> Iterator[str]:
    changed = [(n, pair) for n, pair in enumerate(comparison.pairs) if pair.changes]
    if not changed:
        return
    yield '<h2>What the changes mean</h2>\n<ul class="plain">'
    for n, pair in changed:
        told = "<br>".join(f'<a href="#p{n}">{esc(_upper(said(change)))}</a>' for change in pair.changes)
        yield f"<li>{told}</li>"
    yield "</ul>"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(blocks: Sequence[Block]) -> Iterator[str]:
    for quiet, group in groupby(blocks, key=_is_quiet):
        run = list(group)
        if quiet and len(run) >= _FOLDED:
            yield f"<details><summary>{len(run):,} paragraphs unchanged</summary>"
            yield from map(_block, run)
            yield "</details>"
        else:
            yield from map(_block, run)


def _is_quiet(block: Block) -> bool:
    return block.where == "both" and block.pair.kind == "same"


def _block(block: Block) -> str:
    pair = block.pair
    if block.where == "a" and pair.moved:
        text = "".join(item.text for item in block.items if isinstance(item, Text))
        tag = f'<span class="tag warm"><a href="#p{block.n}">moved</a></span>'
        return f'<div class="pair dropped" id="m{block.n}">{tag} <del>{esc(_short(text))}</del></div>'
    label = ""
    if pair.kind != "same":
        back = f' <a class="where" href="#m{block.n}">where it was</a>' if pair.moved else ""
        label = f'<p><span class="tag {_TAGS[pair.kind]}">{kind_said(pair)}</span>{back}</p>'
    told = "".join(f'<p class="where">{esc(_upper(said(change)))}</p>' for change in pair.changes)
    mark = {"same": "", "new": " new", "dropped": " dropped"}.get(pair.kind, " changed")
    words = _paragraphs(block, plain=pair.moved and pair.similarity == 1)
    return f'<div class="pair{mark}" id="p{block.n}">{label}{words}{told}</div>'


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:120].rsplit(" ", 1)[0] + " …"


def _paragraphs(block: Block, *, plain: bool) -> str:
    """The paragraphs of a block; ``plain``: it was only moved, so that its words are no insertion."""
    tag = {"heading": "h3", "title": "h3"}.get(block.kind, "p")
    done, inside = [], ""
    for item in block.items:
        if isinstance(item, End):
            sign = "" if item.kind == "same" or block.where != "both" else _changed(item.kind, "¶")
            done.append(f"<{tag}>{inside}{sign}</{tag}>")
            inside = ""
        else:
            inside += esc(item.text) if plain else _changed(item.kind, item.text)
    return "".join(done)


def _changed(kind: str, text: str) -> str:
    if kind == "same":
        return esc(text)
    lead = text[: len(text) - len(text.lstrip())]
    name = "del" if kind == "deleted" else "ins"
    return f"{lead}<{name}>{esc(text[len(lead) :])}</{name}>"
