"""Plots: each a function that gives an Altair chart, for files, pages and notebooks alike; needs the extra ``plots``."""
