"""Two or more documents side by side, or one wording beside a register: what changed, and where it was agreed before."""
