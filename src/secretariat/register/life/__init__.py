"""What becomes of things over time: their steps of life, what they have to do with each other, and what is due when."""
