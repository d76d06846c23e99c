"""The files for machines: each agreement's terms, as the calculators in the browser read them."""

import json
from collections.abc import Iterable, Iterator

from scripts.agreements.model import Agreement
from scripts.agreements.terms import terms
from scripts.publishing.page import StaticFile


def terms_path(agreement: str) -> str:
    """Where the terms of an agreement ("nettsoft/vps-access") are served."""
    return f"api/agreements/{agreement}/terms.json"


def api_files(agreements: Iterable[Agreement]) -> Iterator[StaticFile]:
    """One terms.json per agreement."""
    for agreement in agreements:
        text = json.dumps(terms(agreement), ensure_ascii=False, separators=(",", ":"))
        yield StaticFile(terms_path(agreement.id), f"{text}\n")
