"""Every link of the site leads somewhere."""

from crawling import crawl


def test_no_link_is_broken(site: str) -> None:
    pages, faults = crawl(site)
    assert faults == []
    assert pages > 500
