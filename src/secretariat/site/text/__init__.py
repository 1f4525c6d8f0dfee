"""A document's text as HTML, with everything that is marked in it."""
