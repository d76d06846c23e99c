"""The files for machines under /api/: terms for the calculators, agreements and versions, and the schemas of those."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import orjson

from scripts.agreements.model import Agreement, Version
from scripts.agreements.terms import terms
from scripts.publishing.api_views import agreement_view, shelf_view
from scripts.publishing.page import StaticFile

SCHEMAS = Path(__file__).parent / "schemas"
SHELF = "api/agreements/index.json"


def terms_path(agreement: str) -> str:
    """Where the terms of an agreement ("nettsoft/vps-access") are served."""
    return f"api/agreements/{agreement}/terms.json"


def agreement_path(agreement: str) -> str:
    """Where an agreement's versions and figures are served."""
    return f"api/agreements/{agreement}.json"


def version_path(version: Version) -> str:
    """Where the whole text of a version is served."""
    return f"api/agreements/{version.agreement}/{version.name}.json"


def shelf_files(agreements: Sequence[Agreement], today: date) -> Iterator[StaticFile]:
    """The list of agreements, and the schemas."""
    yield _json(SHELF, shelf_view(agreements, today))
    yield from _schemas(sorted(SCHEMAS.glob("*.json")))


def agreement_file_paths(agreement: Agreement) -> list[str]:
    """Where the files of an agreement stand, before they are made."""
    return [terms_path(agreement.id), agreement_path(agreement.id), *map(version_path, agreement.versions)]


def agreement_files(
    agreement: Agreement, texts: Sequence[Mapping[str, object]], today: date
) -> Iterator[StaticFile]:
    """An agreement's terms and versions, and each version's text, as version_json states it."""
    own = terms(agreement)
    yield _json(terms_path(agreement.id), own)
    yield _json(agreement_path(agreement.id), agreement_view(agreement, own, today))
    for version, text in zip(agreement.versions, texts, strict=True):
        yield _json(version_path(version), text)


def _schemas(files: Iterable[Path]) -> Iterator[StaticFile]:
    return (StaticFile(f"api/schema/{file.name}", file.read_text(encoding="utf-8")) for file in files)


def _json(path: str, content: object) -> StaticFile:
    """The content as one line of JSON; the whole texts of all versions are much, and orjson writes them in no time."""
    return StaticFile(path, orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE).decode())
