"""What a change means: who says it, with what force, on which conditions, by which date, under which instrument."""
