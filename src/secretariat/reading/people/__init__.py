"""The parts of the persons finder: offices, names, repeats, signatories, and in which capacity somebody takes part."""
