"""The parts of the dates finder: atoms of dates, their grammar, lists, refusals, and the year that a date leaves out."""
