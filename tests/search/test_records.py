"""The records: each clause once, in the words people read, with where it leads and what it is asked about."""

from datetime import date
from pathlib import Path

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.search.records import Record, read_records, records_json, records_text

SUPPLIER = """\
name: Fjord Drift AS
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: "NO"
about: Fjord Drift passer servere for andre.
contact: {support: support@fjord.example}
"""
HEAD = """\
---
title: Drift
summary: Slik passer vi serverne dine.
recorded_on: 2023-12-01
effective_date: %s
rules:
  notice:
    kind: statement
    title: {nb: Når du kan slutte, sv: När du kan sluta, en: When you can leave}
    figures: {notice: notice.period}
---
"""
FIRST = """
## 1. Oppsigelse {#ending}

1.1 {#form} Skriv til [support](#1).

1.2 {#notice} Med [3 måneder]{notice.period} varsel, se [vedlegg A]{dangles="finnes ikke"}:

- **straks** ved *mislighold*
- ellers ved månedens slutt

## Fakturering {#billing}

| Del | Pris |
|---|---|
| Server | 100 kr |
| Disk \\* | 10 kr |
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "agreements" / "fjord" / "drift"
    folder.mkdir(parents=True)
    (folder.parent / "supplier.yml").write_text(SUPPLIER)
    for day, text in (
        ("2024-01-01", FIRST),
        ("2025-01-01", FIRST.replace("3 måneder", "2 måneder")),
        ("2026-01-01", FIRST.replace("3 måneder", "1 måned").replace("Skriv", "Ring")),
    ):
        (folder / f"{day}.md").write_text(HEAD % day + text)
    return tmp_path


def _records(docs: Path, today: date) -> list[Record]:
    corpus = read_corpus(docs)
    assert corpus.problems == ()
    return list(read_records(records_json(records_text(agreement, today) for agreement in corpus.agreements)))


def test_the_version_in_force_comes_whole_and_first(docs):
    found = _records(docs, date(2025, 6, 1))
    assert [(record.address, record.standing) for record in found[:4]] == [
        ("/agreements/fjord/drift/#ending", "in_force"),
        ("/agreements/fjord/drift/#form", "in_force"),
        ("/agreements/fjord/drift/#notice", "in_force"),
        ("/agreements/fjord/drift/#billing", "in_force"),
    ]


def test_of_other_versions_only_what_they_say_otherwise_is_kept(docs):
    found = _records(docs, date(2025, 6, 1))
    assert [(record.address, record.standing) for record in found[4:]] == [
        ("/agreements/fjord/drift/2026-01-01/#form", "upcoming"),
        ("/agreements/fjord/drift/2026-01-01/#notice", "upcoming"),
        ("/agreements/fjord/drift/2024-01-01/#notice", "superseded"),
    ]


def test_a_record_says_where_it_stands_and_what_people_ask_there(docs):
    notice = _records(docs, date(2025, 6, 1))[2]
    assert (notice.number, notice.heading, notice.under) == ("1.2", "", "Oppsigelse")
    assert (notice.agreement, notice.supplier, notice.language) == ("Drift", "Fjord Drift AS", "nb")
    assert notice.asked == "Når du kan slutte – När du kan sluta – When you can leave"


def test_its_text_is_what_people_read(docs):
    """Marks and references as their words, no Markdown, cells and list items apart."""
    ending, form, notice, billing = _records(docs, date(2025, 6, 1))[:4]
    assert ending.text == ""
    assert form.text == "Skriv til support."
    assert notice.text == "Med 2 måneder varsel, se vedlegg A: • straks ved mislighold • ellers ved månedens slutt"
    assert billing.text == "Del · Pris; Server · 100 kr; Disk * · 10 kr;"
