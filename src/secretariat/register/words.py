"""Words of a text as search sees them: folded, without accents, every Chinese character by itself.

"Coöperation" → ``cooperation`` · "COVID-19" → ``covid 19`` · "上海合作" → ``上 海 合 作`` · "State’s" → ``state s``
"""

import re
import unicodedata
from functools import lru_cache

_IDEOGRAPH = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
TOKEN = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+")
"""One word, or one character of a script that writes no spaces."""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in lower case without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def words_of(text: str) -> str:
    """The folded words of a text, one space between."""
    return " ".join(fold(token) for token in TOKEN.findall(text))
