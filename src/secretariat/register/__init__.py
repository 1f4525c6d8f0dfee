"""The register: what is known, across documents and over time.

``store`` keeps documents and their records, ``decisions/`` what people decided, ``identity/`` says which names mean the same
thing, ``life/`` what becomes of things, ``refresh`` writes all that follows, ``asking/`` answers questions.
"""
