"""The addresses of the status pages and of what they lead to, from the site's root and relative to a page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from scripts.status.fields import LANGUAGES
from scripts.status.model import Event, Service

ROOT = {"nb": "", "sv": "sv/", "en": "en/"}
STYLE = "/status/status.css"
SCRIPT = "/status/now.js"
BANNER, PAST = "banner", "history"
BANNER_STYLE = "/status/banner.css"


@dataclass(frozen=True)
class Outside:
    """How the file at `path` names pages: by whole addresses where the site's own is known, else from where it is."""

    site: str  # "" for anywhere
    path: str  # from the root, as "/api/v2/status.json"

    def of(self, address: str) -> str:
        """The address of a page or file given from the root."""
        if not self.site:
            return from_page(address, self.path.rpartition("/")[0])
        return f"{self.site.rstrip('/')}{address}" if address.startswith("/") else address


def overview(language: str) -> str:
    return f"/{ROOT[language]}status/"


def banner(language: str) -> str:
    return f"{overview(language)}{BANNER}/"


def of_service(service: Service, language: str) -> str:
    return f"{overview(language)}{service.id}/"


def of_month(service: Service, month: str, language: str) -> str:
    return f"{of_service(service, language)}{month}/"


def of_evidence(service: Service, month: str) -> str:
    """One file for readers of every language."""
    return f"{of_month(service, month, LANGUAGES[0])}evidence.json"


def of_event(event: Event, language: str) -> str:
    return f"{overview(language)}incidents/{event.id}/"


def of_past(month: str, language: str) -> str:
    """The page of what began in a month ("2026-10")."""
    return f"{overview(language)}{PAST}/{month}/"


def room(name: str, language: str) -> str:
    """One of the house's other rooms, or the front page where the name is empty."""
    return f"/{ROOT[language]}{name}/" if name else f"/{ROOT[language]}"


def calculator(name: str, rule: str, inputs: Mapping[str, Any], language: str) -> str:
    """A calculator's form filled with these inputs; a list is compact JSON in one parameter."""
    given = {"rule": rule} | {key: _compact(value) for key, value in inputs.items()}
    query = "&".join(f"{key}={quote(value, safe='/:,')}" for key, value in given.items())
    return f"/{ROOT[language]}calculators/{name}/?{query}"


def others(address: str, language: str) -> dict[str, str]:
    """The same page in every language, by language."""
    tail = address.removeprefix(f"/{ROOT[language]}")
    return {each: f"/{ROOT[each]}{tail}" for each in LANGUAGES}


def from_page(address: str, page: str) -> str:
    """An address from the root as a link on the page at `page`, so that the site may live in any folder."""
    if not address.startswith("/") or address.startswith("//"):
        return address
    up = "../" * page.strip("/").count("/") + "../" if page.strip("/") else ""
    return f"{up}{address[1:]}" or "./"


def _compact(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"), ensure_ascii=False)
