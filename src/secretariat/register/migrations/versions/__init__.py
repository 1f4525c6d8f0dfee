"""Steps by which the tables of a register came to their present form."""
