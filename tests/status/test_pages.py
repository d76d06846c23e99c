"""The documents: whole, in three languages, without script, with links that lead somewhere, whatever was written."""

import re
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from scripts.status.model import Impact, Incident, Status, Suffered, Text, Update
from scripts.status.pages import pages_of
from scripts.status.reading import read_status
from scripts.status.text import safe_html
from tests.status.sample import NOW, second

PAGES_PER_LANGUAGE = 1 + 3 + 2 * (1 + 3) + 13
INSIDE_THE_PAGE = "data:image/svg+xml,"
VOID = {"meta", "link", "br", "hr", "img"}
OTHER_ROOMS = ("agreements/", "calculators/", "sv/agreements/", "sv/calculators/", "en/agreements/", "en/calculators/")
OWN_SCRIPT = re.compile(r'<script src="(?:\.\./)*(?:status/)?now\.js" defer></script>')


class Document(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.tags if attributes.get(name) is not None]

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def pages(status: Status, library: dict[str, Any]) -> dict[str, str]:
    return dict(pages_of(status, library, NOW))


@pytest.fixture(scope="module")
def documents(pages: dict[str, str]) -> dict[str, Document]:
    return {path: Document(text) for path, text in pages.items() if path.endswith(".html") and "/banner/" not in path}


def test_makes_every_page_in_every_language_and_one_style_sheet(pages: dict[str, str]):
    """The same addresses under /, /sv/ and /en/."""
    norwegian = [path for path in pages if path.startswith("status/") and path.endswith(".html")]
    norwegian.remove("status/banner/index.html")
    assert len(norwegian) == PAGES_PER_LANGUAGE
    expected = {f"{root}{path}" for root in ("", "sv/", "en/") for path in norwegian}
    for_people = {path for path in pages if path.endswith((".html", ".css")) and "/banner" not in path}
    assert for_people == expected | {"status/status.css"}
    evidence = {f"status/{service}/2026-{month}/evidence.json" for service in ("vps", "vpn") for month in ("09", "10")}
    assert {path for path in pages if path.endswith("/evidence.json")} == evidence
    assert len(pages["status/index.html"].encode()) < 40_000


def test_makes_whole_documents(documents: dict[str, Document]):
    """A language, a title, one heading, landmarks, a way past the menu; every tag closed, every id once."""
    for path, page in documents.items():
        assert page.unbalanced == page.open == [], path
        assert page.named("html")[0]["lang"] == {"sv": "sv", "en": "en"}.get(path[:2], "nb")
        assert [len(page.named(tag)) for tag in ("h1", "main", "body")] == [1, 1, 1], path
        assert page.tags.index(("title", {})) < page.tags.index(("body", {}))
        assert {"href": "#content", "class": "skip"} in page.named("a")
        ids = page.values("id")
        assert len(ids) == len(set(ids)), path
        assert all(label in ids for label in page.values("aria-labelledby")), path


def test_has_one_style_sheet_and_one_small_script(documents: dict[str, Document]):
    """Nothing inline, nothing from elsewhere, and a policy of its own that forbids it."""
    for page in documents.values():
        assert page.named("style") == page.named("img") == page.values("style") == []
        assert [src.rpartition("/")[2] for src in page.values("src")] == ["now.js"]
        assert len(page.named("script")) == 1
        assert [link["rel"] for link in page.named("link")] == ["stylesheet", "icon", *["alternate"] * (3 + 4)]
        policy = next(meta["content"] for meta in page.named("meta") if "http-equiv" in meta)
        assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; img-src data:")
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


def test_leads_only_to_pages_that_are_there(pages: dict[str, str], documents: dict[str, Document]):
    """Every link is relative, and within the section it leads to a page and to an id on it."""
    for path, page in documents.items():
        for href in (href for href in page.values("href") if not href.startswith(INSIDE_THE_PAGE)):
            assert not href.startswith(("/", "http")), (path, href)
            target, _, anchor = href.partition("#")
            found = resolved(path, target.partition("?")[0])
            if not ("status/" in found or found.startswith("api/")):
                assert found.startswith(OTHER_ROOMS) or found in ("", "sv/", "en/"), found
                continue
            file = found if found in pages else f"{found}index.html"
            assert file in pages, (path, href)
            assert not anchor or anchor in documents[file].values("id"), (path, href)


def resolved(path: str, target: str) -> str:
    """Where a relative link on the page at `path` leads, from the root of the site."""
    if not target:
        return path.removesuffix("index.html")
    parts = list(PurePosixPath(path).parent.parts)
    for step in PurePosixPath(target).parts:
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts) + ("/" if parts and target.endswith("/") else "")


def test_says_on_every_page_that_it_is_sample_data(status: Status, library: dict[str, Any], pages: dict[str, str]):
    """And on none where it is not."""
    said = {"sv": "Exempeldata.", "en": "Sample data."}
    for path, text in pages.items():
        assert not path.endswith(".html") or said.get(path[:2], "Eksempeldata.") in text
    real = pages_of(replace(status, is_sample=False), library, NOW)
    assert not any('class="sample"' in text for _, text in real)


def test_says_in_words_what_its_pictures_show(documents: dict[str, Document], pages: dict[str, str]):
    """A picture has a name or stands beside its words, and no class is told by colour alone."""
    for page in documents.values():
        for picture in page.named("svg"):
            assert picture.get("aria-hidden") == "true" or picture.get("aria-label")
    overview = pages["status/index.html"]
    assert "Siste 90 dager: oppe 72 dager, nedetid 3 dager, stans som ikke teller 3 dager" in overview
    assert "7. oktober 2026: nedetid 2\u00a0t\u00a028\u00a0min" in overview


def test_makes_nothing_where_there_are_no_services(library: dict[str, Any], tmp_path: Path):
    """A site without docs/status has no status page."""
    assert pages_of(read_status(tmp_path, library), library, NOW) == []


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '<a href="//evil.example" style="x" onclick=alert(1)>x</a>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "</main></body>{{ 7*7 }}{% raw %}",
    '<https://status.example/"onmouseover=alert(1)>',
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_shows_whatever_an_operator_writes_and_runs_none_of_it(status: Status, library: dict[str, Any], payload: str):
    """In titles, names and updates alike."""
    service = replace(status.service("vps"), name=Text("nb", {"nb": payload}), about=Text("nb", {"nb": payload}))
    told = (Update(second("2026-11-20T10:00+01:00"), "investigating", Text("nb", {"nb": safe_html(payload)})),)
    start = second("2026-11-20T09:00+01:00")
    stop = Incident(
        "stop", "a.md", Text("nb", {"nb": payload}), {"vps": Suffered(Impact.MAJOR_OUTAGE)}, start, None, told
    )
    for path, text in pages_of(Status((service,), (stop,)), library, NOW):
        if path.endswith(".html"):
            page = Document(OWN_SCRIPT.sub("", text, count=1))
            assert page.unbalanced == page.open == [], path
            assert not {"script", "iframe", "img"} & {tag for tag, _ in page.tags}
            assert not any(name.startswith(("on", "src", "style")) for _, given in page.tags for name in given)
            assert not any(re.match(r"\s*(javascript|data):", link.get("href") or "") for link in page.named("a"))
            assert not any(href.startswith("//") for href in page.values("href"))
            assert "49" not in text[: text.index("</title>")]


def test_holds_on_any_day_of_the_year(status: Status, library: dict[str, Any]):
    """Also before the first month, at the turn of a month and of a year, and on the night the clock changes."""
    for now in ("2026-08-01T00:00+02:00", "2026-09-01T00:00+02:00", "2026-10-25T02:30+01:00", "2027-01-01T00:00+01:00"):
        assert pages_of(status, library, datetime.fromisoformat(now))


def test_shows_no_draft_and_says_what_was_called_off(library: dict[str, Any], status: Status):
    """A draft has no page; cancelled maintenance keeps its page, which no longer speaks of downtime."""
    november = next(event for event in status.maintenance if event.id == "2026-11-28-storage-firmware")
    cancelled = replace(november, cancelled_at=second("2026-11-20T10:00+01:00"))
    seen = replace(status, incidents=(), maintenance=(cancelled,), drafts=status.incidents)
    pages = dict(pages_of(seen, library, NOW))
    events = [path for path in pages if path.startswith("en/status/incidents/")]
    assert events == ["en/status/incidents/2026-11-28-storage-firmware/index.html"]
    assert "Cancelled maintenance" in pages[events[0]]
    assert "In time: at the latest" not in pages[events[0]]
    assert "New firmware" not in pages["en/status/index.html"].partition('id="past"')[0]
