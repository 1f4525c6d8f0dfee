"""The statements of the marked documents, where they are at hand."""

import json
from pathlib import Path

import pytest

from secretariat.lexicon.load import load_lexicon
from secretariat.model.document import Document, Source
from secretariat.profiles.load import load_profiles
from secretariat.reading.prepare import prepare
from secretariat.reading.statements import find_statements

GOLD = Path(__file__).parents[4] / "shared" / "gold"
FILES = sorted(GOLD.glob("*.gold.json"))


@pytest.mark.skipif(not FILES, reason="the marked documents are not beside this checkout")
@pytest.mark.parametrize("path", FILES, ids=[p.stem for p in FILES])
def test_triggers_are_found(path: Path) -> None:
    data = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes()
    document = Document(id="sha256:0", source=Source(path.stem, "text/plain", len(data)), text=data.decode())
    draft = prepare(document, load_lexicon(), load_profiles())
    got = [(draft.flow.span(*s.trigger), s) for s in find_statements(draft)]
    gold = json.loads(path.read_text(encoding="utf-8"))["statements"]
    hit = [next((s for (a, b), s in got if a < g["trigger"][1] and g["trigger"][0] < b), None) for g in gold]
    matched = [(g, s) for g, s in zip(gold, hit, strict=True) if s is not None]
    assert 2 * len(matched) / (len(gold) + len(got)) >= 0.95
    assert sum(g["act"] == s.act for g, s in matched) / len(matched) >= 0.95
    assert sum(g["polarity"] == s.polarity for g, s in matched) / len(matched) >= 0.97
