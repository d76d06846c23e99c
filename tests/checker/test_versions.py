"""Which versions are read, and what their dates may be at fault in."""

from datetime import date
from pathlib import Path

from scripts.checker.checks import findings
from scripts.checker.command import all_findings
from tests.checker.sound import BODY, SUPPLIER, front_matter, read

SUPPLIER_FILE = """\
name: Eksempel AS
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: NO
about: Et eksempel.
contact: {Støtte: support@firm.example}
"""
WITH_FAULT = BODY.replace("se [punkt 3.1](#binding) om", "se punkt 3.7 om")


def version(effective: str, body: str = BODY, **more: str) -> str:
    return front_matter(effective_date=effective, recorded_on=effective, **more) + body


def test_reads_what_is_in_force_and_what_is_to_come():
    """A superseded text is history; one in force and one to come are read, and tell the same finding by one name."""
    texts = (version("2026-01-01", WITH_FAULT), version("2026-02-01", WITH_FAULT), version("2026-03-01", WITH_FAULT))
    agreement, refused = read("storage", *texts)
    assert refused == []
    seen = {
        day: [(each.version, each.anchor) for each in findings([agreement], day)]
        for day in (date(2026, 1, 15), date(2026, 2, 15), date(2026, 5, 1))
    }
    everything = [("2026-01-01", "notice"), ("2026-02-01", "notice"), ("2026-03-01", "notice")]
    assert list(seen.values()) == [everything, everything[1:], everything[2:]]
    assert len({each.id for each in findings([agreement], date(2026, 1, 15))}) == 1


def test_reports_two_versions_of_one_day(tmp_path: Path):
    docs = folder(tmp_path, {"2026-01-01": version("2026-01-01"), "2025-01-01": version("2026-01-01")})
    assert "versions-overlap" in {each.fault for each in all_findings(docs, date(2026, 2, 1))}


def test_reports_a_change_announced_later_than_the_agreement_promises(tmp_path: Path):
    """Thirty days are promised; ten are given."""
    first = version("2026-01-01", change_notice="terms-change")
    later = version("2026-03-01", announced_on="2026-02-19", change_notice="terms-change")
    docs = folder(tmp_path, {"2026-01-01": first, "2026-03-01": later})
    late = [each for each in all_findings(docs, date(2026, 2, 20)) if each.fault == "announced-late"]
    assert [(each.version, each.agreement) for each in late] == [("2026-03-01", "example/storage")]


def test_reports_a_text_that_cannot_be_read(tmp_path: Path):
    docs = folder(tmp_path, {"2026-01-01": "No front matter.\n"})
    assert {each.fault for each in all_findings(docs, date(2026, 2, 1))} == {"format"}


def folder(tmp_path: Path, texts: dict[str, str]) -> Path:
    docs = tmp_path / "docs"
    home = docs / "agreements" / SUPPLIER.id / "storage"
    home.mkdir(parents=True)
    (home.parent / "supplier.yml").write_text(SUPPLIER_FILE, encoding="utf-8")
    for name, text in texts.items():
        (home / f"{name}.md").write_text(text.replace("[example/general]", "[Alminnelige vilkår]"), encoding="utf-8")
    return docs
