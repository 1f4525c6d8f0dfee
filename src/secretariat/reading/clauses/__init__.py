"""The parts of the statements finder: words, verb groups, triggers, clauses, holders, topics, conditions."""
