"""The documents of a register for harvesters: OAI-PMH 2.0."""
