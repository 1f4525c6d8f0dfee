"""The register as linked data: one set of resources, written as N-Quads or as JSON-LD."""
