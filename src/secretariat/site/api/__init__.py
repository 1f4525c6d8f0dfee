"""The register for programs: answers over HTTP, version 1, described by OpenAPI 3.1."""
