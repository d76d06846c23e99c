"""Folders of docs/status in which a hostile text stands in every field that takes text."""

from collections.abc import Sequence
from pathlib import Path

import yaml

PAYLOADS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "payloads.yml").read_text(encoding="utf-8"))
EVERY = [payload for family in PAYLOADS.values() for payload in family]

SERVICE = """
  {id}:
    name: {{nb: {nb}, sv: {sv}, en: {en}}}
    about: {{nb: {nb}, sv: {sv}, en: {en}}}
    measured_by: nettsoft/vps-access:uptime-credit
    measured_from: 2026-11
"""
INCIDENT = """---
title: {{nb: {nb}, sv: {sv}, en: {en}}}
services: {{{service}: {{impact: degraded}}}}
started_at: 2026-11-20T08:{minute:02}+01:00
---

## 2026-11-20T09:00+01:00 investigating

{updates}
"""
MAINTENANCE = """---
title: {{nb: {nb}, sv: {sv}, en: {en}}}
services: {{{service}: {{impact: degraded}}}}
announced_on: 2026-11-18
starts_at: 2026-11-28T22:{minute:02}+01:00
ends_at: 2026-11-29T02:00+01:00
---

## 2026-11-18T10:00+01:00 scheduled

{updates}
"""


def write_hostile(docs: Path, services: Sequence[str], events: Sequence[str]) -> Path:
    """A service for each text, and an incident and a maintenance of the first service for each of the others."""
    folder = docs / "status"
    for name in ("incidents", "maintenance"):
        (folder / name).mkdir(parents=True)
    each = "".join(SERVICE.format(id=f"s{at}", **_named(text)) for at, text in enumerate(services))
    (folder / "services.yml").write_text(f"services:{each}", encoding="utf-8")
    for at, text in enumerate(events):
        told = {**_named(text), "service": "s0", "minute": at % 60, "updates": _updates(text)}
        (folder / "incidents" / f"i{at}.md").write_text(INCIDENT.format(**told), encoding="utf-8")
        (folder / "maintenance" / f"m{at}.md").write_text(MAINTENANCE.format(**told), encoding="utf-8")
    return docs


def _named(text: str) -> dict[str, str]:
    """The text in the three languages as quoted YAML, behind a word so that something is left of it."""
    return {language: _quoted(f"{word} {text}") for language, word in (("nb", "Navn"), ("sv", "Namn"), ("en", "Name"))}


def _updates(text: str) -> str:
    """The same below the heading of an update, raw as an editor would save it."""
    body = f"Melding.\n\n{text}".replace("\r\n", "\n")
    return f"{body}\n\n### sv\n\n{body}\n\n### en\n\n{body}"


def _quoted(text: str) -> str:
    """A YAML string in which whatever is no letter is written as its number."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\U{ord(c):08x}" for c in text) + '"'
