"""One document in, one record out: one finder a file, in the order of ``reading/order.py``."""
