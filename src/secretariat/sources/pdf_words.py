"""The words of a PDF page with their places, from pdfium's character boxes."""

import ctypes
import re
from itertools import pairwise

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

_WORD = re.compile("[^ \t\r\n\x0b\x0c\x00\ufffe\x02]+[\ufffe\x02]?")
_MARK_SIGN = re.compile(r"[0-9*†‡§]")
_RAISED_SIZE = 0.82
"""A mark is set at most this high, compared with the words around it."""
_RAISED_BY = 0.12
"""And stands at least this far above their baseline, in heights of theirs."""
WRAPPED = "\ufffe"
"""Stands for a hyphen at the end of a line, as pdfium gives it."""


class Word(msgspec.Struct):
    """Characters without space between them. Units are points; ``y`` is the baseline, ``size`` ascent to descent."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool
    """Whether space stands before it in the file."""
    raised: bool = False
    """Whether it is a footnote mark or another raised figure."""
    first: int = 0
    """Index of its first character on the page."""


class PageWords:
    """Reads one page. pdfium is not safe in threads: one document, one process at a time."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()

    def words(self) -> list[Word]:
        """The words in the order of the file."""
        text = self._text()
        found: list[Word] = []
        end = 0
        for match in _WORD.finditer(text):
            low, high = match.span()
            found += self._split(text, low, high, spaced=low > end)
            end = high
        return found

    def is_bold(self, word: Word) -> bool:
        """Whether a word is set in bold, by the weight or the name of its font."""
        if pdfium.FPDFText_GetFontWeight(self._raw, word.first) >= 600:
            return True
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._raw, word.first, buffer, 128, flags)
        return 0 < length <= 128 and b"bold" in buffer.value.lower()

    def is_turned(self, word: Word) -> bool:
        """Whether a word is set at an angle, as watermarks are."""
        angle = pdfium.FPDFText_GetCharAngle(self._raw, word.first)
        return bool(0.1 < angle < 6.18)

    def close(self) -> None:
        """Gives the page back."""
        self._page.close()

    def _text(self) -> str:
        """All characters; the index of each is its index on the page."""
        count = self._page.count_chars()
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        if written == count + 1:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", errors="replace")
            if len(text) == count:
                return text
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd" for code in codes)

    def _split(self, text: str, low: int, high: int, spaced: bool) -> list[Word]:
        """One word, or more where figures in it are raised or its halves stand apart on the page."""
        whole = text[low:high]
        cuts = [low]
        if _MARK_SIGN.search(whole) and high - low > 1:
            before = self._shape(low)
            for index in range(low + 1, high):
                shape = self._shape(index)
                if abs(shape[1] - before[1]) > 0.15 * before[1] and abs(shape[0] - before[0]) > 0.08 * before[1]:
                    cuts.append(index)
                before = shape
        cuts.append(high)
        words: list[Word] = []
        for start, stop in pairwise(cuts):
            if (word := self._word(text[start:stop], start, stop, spaced and start == low)) is not None:
                words.append(word)
        return words

    def _shape(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, self._box)
        height = self._box.top - self._box.bottom
        pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return self._y.value, height or 1.0

    def _word(self, text: str, start: int, stop: int, spaced: bool) -> Word | None:
        y, size = self._shape(start)
        x0 = self._box.left
        last = stop - 2 if text[-1] in "\ufffe\x02" and stop - start > 1 else stop - 1
        pdfium.FPDFText_GetLooseCharBox(self._raw, last, self._box)
        clean = text.replace("\x02", WRAPPED)
        return Word(clean, x0, max(self._box.right, x0), y, max(size, 0.5), spaced, first=start)


def is_raised(word: Word, beside: Word) -> bool:
    """Whether a figure or a sign ("3", "*") stands raised beside a word."""
    if word.size > _RAISED_SIZE * beside.size or not re.fullmatch(r"[(\[]?[0-9]{1,3}[)\]]?|[*†‡§]{1,3}", word.text):
        return False
    return word.y - beside.y > _RAISED_BY * beside.size
