"""Every kind of page, in Chromium, under the production headers."""

from pathlib import Path


def one_of_each_kind(site: Path) -> list[str]:
    """The first page of each folder of the site at each depth: a new kind of page is looked at without being named."""
    kinds: dict[tuple[str, int], str] = {}
    for path in sorted(site.rglob("index.html")):
        folders = path.relative_to(site).parts[:-1]
        kinds.setdefault((folders[0] if folders else "", len(folders)), "/" + "".join(f"{name}/" for name in folders))
    return list(kinds.values())


def test_no_kind_of_page_breaks_its_security_policy(site, page):
    """The page fixture fails when a page logs an error or the policy refuses anything."""
    addresses = one_of_each_kind(site)
    assert "/" in addresses
    for address in addresses:
        response = page.goto(address, wait_until="networkidle")
        assert response.status == 200, address
        assert page.title(), address
