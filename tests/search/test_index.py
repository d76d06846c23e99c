"""The index: made once for the same records, the same to the byte when it is made again."""

import json
from pathlib import Path

from scripts.search import index as indexing
from scripts.search.compounds import endings_of
from scripts.search.index import index
from scripts.search.records import RECORDS, Record


def _record(anchor: str, text: str, **values: str) -> dict[str, str]:
    record = {"address": f"/agreements/fjord/drift/#{anchor}", "standing": "in_force", "language": "nb"}
    record |= {"supplier": "Fjord AS", "agreement": "Drift", "number": "1", "heading": "", "under": "", "asked": ""}
    return record | {"text": text} | values


RECORDS_JSON = json.dumps(
    [
        *(_record(f"clause-{number}", f"Vedlikehold nummer {number}", number=str(number)) for number in range(40)),
        _record("old", "Et tidligere punkt", standing="superseded"),
    ]
)


def _indexed(site: Path, cache: Path, records: str = RECORDS_JSON) -> dict[str, bytes]:
    (site / RECORDS).parent.mkdir(parents=True)
    (site / RECORDS).write_text(records)
    index(site, cache)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_it_takes_the_place_of_the_records(tmp_path):
    files = _indexed(tmp_path / "site", tmp_path / "cache")
    assert RECORDS not in files
    assert {"assets/search/vocabulary.json", "assets/search/in-force/pagefind.js"} < set(files)
    assert "assets/search/others/pagefind-entry.json" in files


def test_it_is_the_same_to_the_byte_when_it_is_made_again(tmp_path):
    first = _indexed(tmp_path / "site", tmp_path / "cache")
    assert _indexed(tmp_path / "again", tmp_path / "other-cache") == first


def test_it_is_made_once_for_the_same_records(tmp_path, monkeypatch):
    first = _indexed(tmp_path / "site", tmp_path / "cache")
    monkeypatch.setattr(indexing, "run_pagefind", None)
    assert _indexed(tmp_path / "again", tmp_path / "cache") == first


def test_a_site_without_records_has_no_index(tmp_path):
    index(tmp_path, tmp_path / "cache")
    assert list(tmp_path.rglob("*.pf_meta")) == []


def test_a_clause_gets_the_words_its_compounds_end_with():
    """Only known words count, whichever letter joins them; what the clause has itself is not added."""
    record = Record(**_record("a", "responstid, oppsigelsesfristen, leveringstid, serverpris og pris"))
    known = ["respons", "tid", "oppsigelse", "fristen", "levering", "server", "pris", "responstid"]
    known += ["oppsigelsesfristen", "leveringstid", "serverpris"]
    assert list(endings_of([record], known)) == [["fristen", "tid"]]
