"""Networks of the register as GraphML."""
