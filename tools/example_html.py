"""Dresses a text as a page of an organisation's site: navigation, the document, related links, a foot."""

import html

NAVIGATION = ("Home", "About the Organisation", "Member States", "Documents", "News", "Contact")
RELATED = (
    ("mbco-2019-communique", "Joint Communiqué, Torvik, 22 November 2019"),
    ("mbco-2021-roadmap", "Roadmap in Food Security and Fisheries for 2022-2024"),
)


def page_of(text: str) -> str:
    """The page. The first paragraph becomes the heading, the last (a date) the time of publication."""
    title, *body = [part.strip() for part in text.strip().split("\n\n")]
    date = body.pop()
    menu = "".join(f'<li><a href="#">{entry}</a></li>' for entry in NAVIGATION)
    related = "".join(f'<li><a href="{name}.html">{label}</a></li>' for name, label in RELATED)
    main = "\n".join(f"<p>{lines(part)}</p>" for part in body)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{html.escape(title)} | MBCO Secretariat</title>
<meta name="description" content="Official documents of the Meridian Basin Cooperation Organisation">
<style>body {{ font-family: serif }} nav li {{ display: inline }}</style>
<script>window.siteOptions = {{ language: "en", cookies: true }};</script>
</head>
<body>
<header><a href="#main">Skip to content</a><nav aria-label="Main menu"><ul>{menu}</ul></nav></header>
<div class="breadcrumbs">Home &rsaquo; Documents &rsaquo; Council of Foreign Ministers</div>
<main id="main">
<article>
<h1>{html.escape(title)}</h1>
<p class="published">Published on <time datetime="2020-09-17">17 September 2020</time> | <a href="#">Print</a></p>
{main}
<p class="date">{html.escape(date)}</p>
</article>
</main>
<aside><h2>Related documents</h2><ul>{related}</ul></aside>
<footer><p>&copy; MBCO Secretariat. All rights reserved. This site uses cookies.</p></footer>
</body>
</html>
"""


def lines(part: str) -> str:
    """One paragraph with its line breaks, escaped; an apostrophe becomes an entity, as sites write it."""
    return "<br>\n".join(html.escape(line, quote=False).replace("'", "&rsquo;") for line in part.split("\n"))
