"""Follows the links of a site and tells which lead nowhere.

    python tools/crawling.py [--register FILE] [--per-shape 40]

Without ``--register`` a register of the shared corpus (else of the examples) is made. Of addresses of one shape (the same page with
other filters) so many are followed; of documents and things all.
"""

import argparse
import re
import sys
import tempfile
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import httpx

_ALL = re.compile(r"/(?:documents|instrument|event|body|person|state|group)/[^/?]+")
"""Pages of documents and of things."""
_PER_SHAPE = 40
"""So many addresses of one shape (the same page with other filters) are followed."""


def shape_of(path: str) -> str:
    """An address without what tells one page of a kind from another."""
    parts = urlsplit(path)
    names = "&".join(sorted(pair.partition("=")[0] for pair in parts.query.split("&")))
    return re.sub(r"/at/\d+", "/at/n", re.sub(r"[0-9a-f]{16}", "id", parts.path)) + "?" + names


def crawl(url: str, per_shape: int = _PER_SHAPE) -> tuple[int, list[str]]:
    """How many pages there are, and every fault: an answer that is no 200, a link to a part that is not there."""
    seen = {"/"}
    waiting = ["/"]
    faults: list[str] = []
    shapes: dict[str, int] = {}
    parts: dict[str, set[str]] = {}
    ids: dict[str, set[str]] = {}
    with httpx.Client(base_url=url, timeout=60, follow_redirects=True) as client:
        while waiting:
            path = waiting.pop()
            answer = client.get(path)
            if answer.status_code != 200:
                faults.append(f"{answer.status_code} {path}")
                continue
            if "html" not in answer.headers["content-type"]:
                continue
            ids[path] = set(re.findall(r'\bid="([^"]+)"', answer.text))
            for href in re.findall(r'<(?:a|link|script|img)\b[^>]*?(?:href|src)="([^"]*)"', answer.text):
                target, part = urldefrag(unescape(href))
                target = target or path
                assert target.startswith("/"), (path, href)
                if part:
                    parts.setdefault(target, set()).add(unescape(part))
                shape = shape_of(target)
                if target not in seen and (shapes.get(shape, 0) < per_shape or _ALL.fullmatch(target)):
                    shapes[shape] = shapes.get(shape, 0) + 1
                    seen.add(target)
                    waiting.append(target)
    for target, wanted in parts.items():
        if target in ids and not wanted <= ids[target]:
            faults.append(f"{target} lacks {sorted(wanted - ids[target])[:3]}")
    return len(seen), faults


def main() -> None:
    """Crawls and prints what it found; ends with 1 where a link leads nowhere."""
    import site_examples
    from bench_site import made_register

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--per-shape", type=int, default=_PER_SHAPE)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        target = asked.register or made_register(Path(folder))
        served = site_examples.serve(target, per_minute=10_000_000)
        pages, faults = crawl(served.url, asked.per_shape)
        served.close()
    print(f"{pages:,} pages of the site followed, {len(faults)} faults")
    print("\n".join(faults[:20]))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
