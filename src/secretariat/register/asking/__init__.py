"""Questions that a register answers: one file a question, each a query with filters and rows with their quotes."""
