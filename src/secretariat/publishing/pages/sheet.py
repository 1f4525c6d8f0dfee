"""The frame of a page that stands by itself: its styles are in it, nothing is fetched, no script runs.

Readable on a phone and in print, light and dark as the reader's system is. Colours have a contrast of 4.5 to 1 at least.
"""

from html import escape

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2127; --soft: #57606a; --page: #fdfdfb; --card: #f3f3ee; --line: #d5d6cf;
  --link: #1d5694; --out: #9c1c1c; --out-back: #fbe9e7; --in: #14622f; --in-back: #e3f3e6; --warm: #8a4b08; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e1; --soft: #a3abb3; --page: #16191d; --card: #20252b; --line: #3a4149;
  --link: #86b7ee; --out: #f4a29b; --out-back: #42201f; --in: #93d8a5; --in-back: #1a3a24; --warm: #e8b074; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", Georgia, serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.soft, figcaption, summary, .where, th, .tag { font-family: system-ui, "Segoe UI", Roboto, sans-serif; }
.soft, .where { color: var(--soft); font-size: .875rem; line-height: 1.45; }
.tag { display: inline-block; font-size: .75rem; line-height: 1.4; padding: .05rem .45rem; border: 1px solid currentColor;
  border-radius: .75rem; color: var(--soft); white-space: nowrap; }
.tag.out { color: var(--out); } .tag.in { color: var(--in); } .tag.warm { color: var(--warm); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-size: .8125rem; color: var(--soft); font-weight: 600; } td.number { text-align: right; }
ul.plain { list-style: none; padding: 0; margin: 0; } ul.plain > li { padding: .6rem 0; border-bottom: 1px solid var(--line); }
q { quotes: "“" "”"; } blockquote { margin: .25rem 0; padding-left: .9rem; border-left: 3px solid var(--line); }
del { color: var(--out); background: var(--out-back); text-decoration: line-through; }
ins { color: var(--in); background: var(--in-back); text-decoration: underline; text-underline-offset: .15em; }
details { margin: 1rem 0; border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .9rem; }
summary { cursor: pointer; color: var(--soft); font-size: .875rem; }
.pair { margin: 1.1rem 0; padding-left: .9rem; border-left: 3px solid transparent; scroll-margin-top: 1rem; }
.pair.changed { border-color: var(--warm); } .pair.new { border-color: var(--in); } .pair.dropped { border-color: var(--out); }
.pair:target { background: var(--card); } .pair p { margin: .2rem 0; }
@media (max-width: 30rem) { main { padding: 1.25rem 1rem 4rem; } h1 { font-size: 1.35rem; } }
@media print { body { background: #fff; color: #000; font-size: 10.5pt; } main { max-width: none; padding: 0; }
  a { color: inherit; } .pair, li, tr { break-inside: avoid; } }
"""


def esc(text: str) -> str:
    """Text for a page: what HTML would take for its own is written out, control characters become spaces."""
    return escape("".join(c if c.isprintable() or c in "\n\t" else " " for c in text), quote=True)


def page(title: str, body: str, *, language: str = "en") -> str:
    """A whole page; ``title`` is plain text, ``body`` is HTML whose every text went through ``esc``."""
    return (
        f'<!DOCTYPE html>\n<html lang="{esc(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{esc(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
