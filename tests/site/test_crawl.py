"""Every link of the site leads somewhere."""

import re
from html import unescape
from urllib.parse import urldefrag, urlsplit

import httpx

_PER_SHAPE = 40
"""So many addresses of one shape (the same page with other filters) are followed."""


def shape_of(path: str) -> str:
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
                if target not in seen and shapes.get(shape, 0) < per_shape:
                    shapes[shape] = shapes.get(shape, 0) + 1
                    seen.add(target)
                    waiting.append(target)
    for target, wanted in parts.items():
        if target in ids and not wanted <= ids[target]:
            faults.append(f"{target} lacks {sorted(wanted - ids[target])[:3]}")
    return len(seen), faults


def test_no_link_is_broken(site: str) -> None:
    pages, faults = crawl(site)
    assert faults == []
    assert pages > 500
