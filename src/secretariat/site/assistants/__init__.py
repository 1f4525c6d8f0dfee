"""The register for assistants, by the Model Context Protocol: read-only tools whose answers can be cited."""
