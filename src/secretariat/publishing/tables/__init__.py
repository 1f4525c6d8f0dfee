"""The register as tables: what they hold, and the forms in which they are written."""
