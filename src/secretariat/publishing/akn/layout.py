"""Which part of an Akoma Ntoso document each paragraph stands in, and which stands within which.

The parts follow each other in the order of the text: preface (title and what stands before it), preamble, main body, conclusions
(signatures and footnotes at the end). In the main body paragraphs nest as ``within`` says, as far as the order of the text allows.
"""

import msgspec

from secretariat.register.asking.answer import Row

_BEFORE = ("header", "title", "furniture")
_OPENING = ("preambular", "heading", "furniture", "footnote", "item", "header", "title")
_CLOSING = ("signature", "footnote", "furniture")


class Node(msgspec.Struct):
    """A paragraph and those that stand within it."""

    row: Row
    children: list["Node"]


class Parts(msgspec.Struct):
    """The paragraphs of each part; the body as trees."""

    preface: list[Row]
    preamble: list[Row]
    body: list[Node]
    conclusions: list[Row]


def lay_out(paragraphs: list[Row]) -> Parts:
    """The parts of a document from its paragraphs, in order."""
    first = _run(paragraphs, _BEFORE, 0)
    second = _preamble_end(paragraphs, first)
    last = len(paragraphs)
    while last > second and paragraphs[last - 1]["kind"] in _CLOSING:
        last -= 1
    if last == second:  # a main body must not be empty
        last = min(len(paragraphs), second + 1)
        second = min(second, last - 1)
        first = min(first, second)
    return Parts(paragraphs[:first], paragraphs[first:second], _trees(paragraphs[second:last]), paragraphs[last:])


def _run(paragraphs: list[Row], kinds: tuple[str, ...], begin: int) -> int:
    while begin < len(paragraphs) and paragraphs[begin]["kind"] in kinds:
        begin += 1
    return begin


def _preamble_end(paragraphs: list[Row], begin: int) -> int:
    """The end of the preamble: after its last preambular paragraph; ``begin`` where there is none."""
    end = _run(paragraphs, _OPENING, begin)
    while end > begin and paragraphs[end - 1]["kind"] != "preambular":
        end -= 1
    return end


def _trees(paragraphs: list[Row]) -> list[Node]:
    roots: list[Node] = []
    open_: list[Node] = []
    for row in paragraphs:
        node = Node(row, [])
        while open_ and open_[-1].row["id"] != row["within"]:
            open_.pop()
        (open_[-1].children if open_ else roots).append(node)
        open_.append(node)
    return roots
