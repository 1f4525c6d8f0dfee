"""What visitors may write: decisions, and documents of their own."""
