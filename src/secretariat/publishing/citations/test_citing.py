from secretariat.publishing.citations.citing import bibtex, cited

FACTS = {
    "id": "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "name": "a.txt",
    "title": "Declaration on Ports & 100% Safety\n{draft}", "issued_by": None, "organisation": "mbco", "symbol": "MBCO/1_2",
    "place": "Kelmar", "date": "2021-09-17",
}  # fmt: skip


def test_a_citation_tells_who_what_where_when_and_the_checksum() -> None:
    assert cited(FACTS, "Meridian Basin Cooperation Organisation", "https://a.example/d") == (
        "Meridian Basin Cooperation Organisation. “Declaration on Ports & 100% Safety {draft}”. MBCO/1_2. "
        "Kelmar, 17 September 2021. SHA-256 0123456789abcdef. https://a.example/d."
    )


def test_bibtex_escapes_what_tex_takes_for_its_own() -> None:
    made = bibtex(FACTS, "Meridian Basin Cooperation Organisation")
    assert made.startswith("@misc{mbco-2021-01234567,\n")
    assert r"title = {{Declaration on Ports \& 100\% Safety \{draft\}}}" in made
    assert r"number = {MBCO/1\_2}" in made
    assert made.count("{") - made.count(r"\{") == made.count("}") - made.count(r"\}")


def test_what_is_not_known_is_left_out() -> None:
    bare = {**FACTS, "title": None, "date": None, "place": None, "symbol": None, "organisation": None}
    assert cited(bare, "") == "“a.txt”. SHA-256 0123456789abcdef."
    made = bibtex(bare, "")
    assert made.startswith("@misc{document-undated-01234567,")
    assert "year" not in made
    assert "author" not in made
