"""How documents are cited: in one line, as BibTeX, as CSL-JSON."""
