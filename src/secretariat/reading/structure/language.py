"""Whether a text is in a language that has a lexicon: its script and its share of function words, decided once."""

import re
from collections import Counter
from collections.abc import Collection

import msgspec

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLES, _SAMPLE = 8, 4000
_SHORT = 60
"""Of fewer words than this the share of function words says little."""

_SCRIPTS = (
    (0x0400, 0x052F, "Cyrillic", "Russian or another language in Cyrillic"),
    (0x0600, 0x06FF, "Arabic", "Arabic, Persian or Urdu"),
    (0x0750, 0x077F, "Arabic", "Arabic, Persian or Urdu"),
    (0x0900, 0x097F, "Devanagari", "Hindi"),
    (0x0530, 0x058F, "Armenian", "Armenian"),
    (0x10A0, 0x10FF, "Georgian", "Georgian"),
    (0x1780, 0x17FF, "Khmer", "Khmer"),
    (0x0E00, 0x0E7F, "Thai", "Thai"),
    (0x0370, 0x03FF, "Greek", "Greek"),
    (0x0590, 0x05FF, "Hebrew", "Hebrew"),
    (0x3040, 0x30FF, "Kana", "Japanese"),
    (0xAC00, 0xD7AF, "Hangul", "Korean"),
    (0x4E00, 0x9FFF, "Han", "Chinese"),
)
_MARKERS = {
    "French": "le la les des et du une dans pour que sur aux est par".split(),
    "Spanish": "el los las y del una para por con que se en".split(),
    "Portuguese": "os das dos e em uma para não com que da".split(),
    "German": "der die das und den von zu mit auf ist nicht jeder".split(),
    "Italian": "il gli della di che e per con una nel".split(),
    "Indonesian": "dan yang di untuk dengan atau setiap orang tidak hak".split(),
    "Uzbek": "va har bir uchun bilan ega inson huquqiga".split(),
    "Azerbaijani": "və hər bir öz hüququ üçün ilə malikdir".split(),
    "Turkmen": "we her bir hem hukugy üçin bilen öz".split(),
    "Turkish": "ve bir bu için ile olan her hakkı".split(),
}


class LanguageGuess(msgspec.Struct, frozen=True):
    """``code`` of the language that can be read, or none, then ``looks_like`` in words; ``share`` of known words."""

    code: str | None
    looks_like: str
    share: float


def guess_language(text: str, stopwords: Collection[str], code: str = "en") -> LanguageGuess:
    """The language of a text as far as it matters: whether the lexicon with these function words can read it.

    Eight samples over the text are looked at; the text counts as readable where a quarter of them are. A text with
    hardly any words (a table, a list of names) counts as readable too.
    """
    step = max(_SAMPLE, len(text) // _SAMPLES)
    samples = [text[i : i + _SAMPLE] for i in range(0, max(1, len(text)), step)][: _SAMPLES + 1]
    known = total = readable = used = 0
    seen: list[str] = []
    for sample in samples:
        here = _WORD.findall(sample.lower())
        if not here:
            continue
        hits = sum(map(stopwords.__contains__, here))
        latin = sum(map(str.isascii, here))
        used += 1
        enough = hits * 100 >= len(here) * 18 or (len(here) < _SHORT and _short_but_known(here, hits, stopwords))
        readable += enough and latin * 2 >= len(here)
        known, total = known + hits, total + len(here)
        seen += here
    share = known / total if total else 0.0
    if total < 8 or readable * 4 >= used:
        script = _script(text) if total < 8 else None
        return LanguageGuess(None if script else code, script or "English", share)
    return LanguageGuess(None, _script(text) or _by_markers(Counter(seen)), share)


def _short_but_known(words: list[str], hits: int, stopwords: Collection[str]) -> bool:
    """Whether a sentence or two are surely of the language, though it has few function words: more of them than of others."""
    foreign = max(sum(word in markers for word in words) for markers in _MARKERS.values())
    return hits * 10 >= len(words) and hits > foreign and len({w for w in words if w in stopwords}) > 1


def _script(text: str) -> str | None:
    """The language that the script of most letters suggests; none for Latin letters."""
    seen: Counter[str] = Counter()
    letters = 0
    for char, times in Counter(text[:20000]).items():
        if not char.isalpha():
            continue
        letters += times
        place = ord(char)
        if place >= 0x0370:
            seen.update({name: times for low, high, _, name in _SCRIPTS if low <= place <= high})
    if not seen:
        return None
    if seen["Japanese"] * 20 > letters:
        return "Japanese"
    name, count = seen.most_common(1)[0]
    return name if count * 2 > letters else None


def _by_markers(words: Counter[str]) -> str:
    scores = {name: sum(words[m] for m in markers) for name, markers in _MARKERS.items()}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] * 20 > sum(words.values()) else "no language known here"
