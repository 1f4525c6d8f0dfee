"""``make golden``: writes the kept readings of the examples and the excerpt of the README, and says which changed."""

import sys

import golden
import readme_excerpt
import texts

import secretariat

FOLDER = texts.ROOT / "tests" / "golden"


def main() -> int:
    """Writes one file a document; prints the names of those that differ from before."""
    FOLDER.mkdir(exist_ok=True)
    kept = set()
    for path in texts.example_documents():
        target = FOLDER / f"{path.name}.json"
        kept.add(target)
        fresh = golden.written(secretariat.read(path, lexicon=texts.lexicon_folders()))
        if not target.exists() or target.read_text(encoding="utf-8") != fresh:
            target.write_text(fresh, encoding="utf-8")
            print(f"{target.name} written")
    for stale in set(FOLDER.glob("*.json")) - kept:
        stale.unlink()
        print(f"{stale.name} removed")
    if readme_excerpt.update():
        print("README.md: excerpt written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
