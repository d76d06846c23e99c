"""A documentation folder of one supplier and one agreement, for tests to write versions into."""

from pathlib import Path

SUPPLIER = """\
name: Eksempel AS
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: "NO"
about: Et eksempel.
contact: {}
"""
RULES = """\
change_notice: change
rules:
  change:
    kind: deadline
    title: {nb: a, sv: b, en: c}
    figures: {period: change.notice}
    example: {event: 2026-11-20}
"""
TEXT = """\
## 1. Endring {#change}

Nye vilkår varsles [30 dager]{change.notice} før de gjelder.
"""


def docs_in(folder: Path, **versions: str) -> Path:
    """A docs folder with versions by date: `_2027_01_01` with the lines of its front matter."""
    write(folder / "docs", "supplier.yml", SUPPLIER)
    for name, lines in versions.items():
        write_version(folder / "docs", name.strip("_").replace("_", "-"), lines)
    return folder / "docs"


def write_version(docs: Path, name: str, lines: str, *, text: str = TEXT, rules: str = RULES) -> None:
    head = f"title: Lagring\nsummary: Vilkår.\n{lines}"
    write(docs, f"storage/{name}.md", f"---\n{head}\n{rules}---\n\n{text}")


def write(docs: Path, name: str, text: str) -> None:
    path = docs / "agreements" / "example" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def dated(effective: str, *, announced: str = "", more: str = "") -> str:
    """The lines that say when a version applies."""
    recorded = announced or effective
    lines = [f"recorded_on: {recorded}", f"effective_date: {effective}", more]
    return "\n".join(line for line in [*lines, f"announced_on: {announced}" if announced else ""] if line)
