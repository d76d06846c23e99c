"""What publishing makes: pages and plain files, as values that know their address and nothing of who writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml


@dataclass(frozen=True)
class Page:
    """One page of the site: its address ("agreements/nettsoft/", "" for the front page), its HTML body, its head."""

    path: str
    title: str
    lang: str
    description: str
    body: str
    room: str = ""
    sheet: str = ""  # the style sheets of its own, by name
    python: str = ""  # the tag of the browser's Python that the page starts
    alternates: Mapping[str, str] = field(default_factory=dict)
    canonical: str | None = None  # the page that a search engine shows instead; this one where None
    robots: str = ""  # what search engines are asked
    feeds: Mapping[str, str] = field(default_factory=dict)  # the feeds that tell of changes here: address -> title
    structured: Mapping[str, object] = field(default_factory=dict)  # JSON-LD
    parts: Mapping[str, str] = field(default_factory=dict)  # HTML it fetches when it comes to it: file name -> HTML

    @property
    def source(self) -> str:
        """The name a Markdown site generator gives this page's source file."""
        return f"{self.path}index.md"

    @property
    def front_matter(self) -> dict[str, object]:
        """What the templates around the body read."""
        head = {"title": self.title, "lang": self.lang, "description": self.description, "ready": True}
        around = {"room": self.room, "sheet": self.sheet, "python": self.python}
        around["alternates"] = {language: path or "." for language, path in self.alternates.items()}
        around |= {"canonical": self.canonical, "robots": self.robots}
        around |= {"feeds": dict(self.feeds), "structured": dict(self.structured)}
        return head | {name: value for name, value in around.items() if value}

    def as_markdown(self) -> str:
        """The page as a source file: YAML front matter, then the body, which Markdown leaves as it is."""
        head = yaml.safe_dump(self.front_matter, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n{self.body}\n"


@dataclass(frozen=True)
class StaticFile:
    """One file of the site that is served as it is: JSON, a feed, a whole HTML document."""

    path: str
    text: str


@dataclass(frozen=True)
class PrintedPage:
    """One PDF of the site, as the whole HTML document that it is printed from."""

    path: str
    html: str
