"""Where the shapes and the terms of our linked data stand, as Turtle."""

from pathlib import Path

SHAPES = Path(__file__).parent / "data" / "shapes.ttl"
"""What every graph keeps to (SHACL)."""
TERMS = Path(__file__).parent / "data" / "terms.ttl"
"""What the terms of this project mean."""
