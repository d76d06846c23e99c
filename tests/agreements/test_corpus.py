"""The whole folder of agreements: every problem of every file at once, in the same order each time."""

from datetime import date
from pathlib import Path

import pytest

from scripts.agreements.__main__ import main
from scripts.agreements.corpus import read_corpus

SUPPLIER = """\
name: Eksempel AS
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: NO
about: Et eksempel.
contact: {Støtte: support@firm.example}
"""


def version(recorded: str, *, effective: str = "", text: str = "Vilkår.", more: str = "") -> str:
    dates = f"recorded_on: {recorded}\n" + (f"effective_date: {effective}\n" if effective else "")
    return f"---\ntitle: Lagring\nsummary: Vilkår.\n{dates}{more}---\n\n## 1. Først {{#first}}\n\n{text}\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path / "docs", "example/supplier.yml", SUPPLIER)
    write(tmp_path / "docs", "example/storage/2026-11-20.md", version("2026-11-20"))
    return tmp_path / "docs"


def write(docs: Path, name: str, text: str | bytes) -> None:
    path = docs / "agreements" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def problems(docs: Path) -> list[str]:
    return [str(problem).removeprefix("docs/agreements/example/") for problem in read_corpus(docs).problems]


def test_it_reads_a_sound_folder_without_problems(docs: Path) -> None:
    corpus = read_corpus(docs)
    assert not corpus.problems
    assert [agreement.id for agreement in corpus.agreements] == ["example/storage"]
    assert corpus.suppliers[0].contact == {"Støtte": "support@firm.example"}


def test_it_finds_the_version_in_force(docs: Path) -> None:
    """A first version without effective date covers every earlier day; a later one begins on its own."""
    write(docs, "example/storage/2027-03-01.md", version("2027-01-15", effective="2027-03-01"))
    agreement = read_corpus(docs).agreement("example/storage")
    days = {date(2020, 1, 1): "2026-11-20", date(2027, 2, 28): "2026-11-20", date(2027, 3, 1): "2027-03-01"}
    assert {day: agreement.version_in_force(day).name for day in days} == days


def test_it_knows_no_version_before_the_first_effective_date(docs: Path) -> None:
    write(docs, "example/lease/2027-03-01.md", version("2027-01-15", effective="2027-03-01"))
    assert read_corpus(docs).agreement("example/lease").version_in_force(date(2027, 2, 28)) is None


def test_it_orders_versions_by_their_first_day(docs: Path) -> None:
    write(docs, "example/storage/2025-01-01.md", version("2026-12-01", effective="2025-01-01"))
    assert [v.name for v in read_corpus(docs).agreement("example/storage").versions] == ["2025-01-01", "2026-11-20"]


def test_it_reports_the_problems_of_all_files_together(docs: Path) -> None:
    write(docs, "example/storage/2027-01-01.md", version("2027-01-01", text="[36]{term.initial}"))
    write(docs, "example/lease/2027-01-01.md", version("2027-01-01", text="[se](#secnd)"))
    found = problems(docs)
    assert [line.split(":")[0] for line in found] == ["lease/2027-01-01.md", "storage/2027-01-01.md"]
    assert problems(docs) == found


def test_it_checks_references_between_agreements(docs: Path) -> None:
    write(docs, "example/lease/2027-01-01.md", version("2027-01-01", text=(
        "[a](../storage/#first) [b](../storage/#frist) [c](../stor/) [d](../storage/2026-11-20/#1) "
        "[e](../storage/2020-01-01/) [f](../storage/)"
    )))  # fmt: skip
    assert problems(docs) == [
        'lease/2027-01-01.md:9: clause "1": reference «b» leads to "../storage/#frist", which is not there; '
        'expected the number or anchor of a clause. Did you mean "first"?',
        'lease/2027-01-01.md:9: clause "1": reference «c» leads to "../stor/", which is not there; '
        'expected the number or anchor of a clause. If the source itself points nowhere, write [c]{dangles="why"}.',
        'lease/2027-01-01.md:9: clause "1": reference «e» leads to "../storage/2020-01-01/", which is not there; '
        'expected the number or anchor of a clause. If the source itself points nowhere, write [e]{dangles="why"}.',
    ]


def test_it_reads_past_a_byte_order_mark_and_windows_line_ends(docs: Path) -> None:
    content = "\ufeff" + version("2027-01-01").replace("\n", "\r\n")
    write(docs, "example/storage/2027-01-01.md", content)
    corpus = read_corpus(docs)
    plain, windows = corpus.agreement("example/storage").versions
    assert corpus.problems == ()
    assert plain.clauses[0].sha256 == windows.clauses[0].sha256


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("storage/2027-01-01.md", b"---\ntitle: \xff\n", 'storage/2027-01-01.md:2: byte 0xff is not UTF-8'),
        ("storage/2027-01-01.md", version("2027-01-01")[:40],
         "storage/2027-01-01.md:1: the front matter is never closed"),
        ("storage/first.md", version("2027-01-01"), 'storage/first.md:1: the file is named "first.md"'),
        ("storage/notes.txt", "x", 'storage/notes.txt:1: "notes.txt" among the versions of example/storage'),
        ("notes.md", "x", "notes.md:1: a file that belongs to no agreement"),
        ("Big Name/2027-01-01.md", "x", 'Big Name:1: folder "Big Name"'),
        ("empty/.keep", "", 'empty:1: agreement "example/empty" has no version'),
        ("storage/2027-01-01.md", version("2026-11-20", effective="2027-01-01", more="supersedes: 2020-01-01\n"),
         'storage/2027-01-01.md:6: supersedes "2020-01-01", which is not there'),
    ],
)  # fmt: skip
def test_it_names_the_file_that_is_wrong(docs: Path, name: str, content: str | bytes, message: str) -> None:
    write(docs, f"example/{name}", content)
    assert any(line.startswith(message) for line in problems(docs)), problems(docs)


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("language: no", "language: nb", 'supplier.yml:2: "language" is «no»; expected one of nb, sv, en.'),
        ("time_zone: Europe/Olso", "time_zone: Europe/Oslo", 'Did you mean "Europe/Oslo"?'),
        ("curency: NOK", "currency: NOK", 'Did you mean "currency"?'),
        ("name: [", "name: Eksempel AS", "this is not YAML"),
        ("contact: support", "contact: {Støtte: support@firm.example}", '"contact" is no mapping'),
    ],
)
def test_it_checks_the_supplier(docs: Path, wrong: str, right: str, message: str) -> None:
    write(docs, "example/supplier.yml", SUPPLIER.replace(right, wrong))
    assert any(message in line for line in problems(docs)), problems(docs)


SAYS = "says: {nb: A., sv: B., en: C.}"


@pytest.mark.parametrize(
    ("relations", "message"),
    [
        ("[{kind: silent, SAYS}]", ""),
        ("[{kind: order, SAYS, clauses: [storage#first]}]", ""),
        ("storage", '"relations" is no list of relations; expected entries of the form'),
        ("[{kind: ordre, SAYS, clauses: [storage#first]}]", 'together, order, conflict, silent. Did you mean "order"?'),
        ("[{kind: order, SAYS, clauses: [storage#first], claus: a}]", '"claus"; expected one of kind, says, clauses.'),
        ("[{kind: order, says: {nb: A.}, clauses: [storage#first]}]", "says nothing in sv, en"),
        ("[{kind: order, SAYS}]", "names no clause; expected the clauses that say so, or kind: silent where none does"),
        ("[{kind: order, SAYS, clauses: storage}]", "the clauses of a relation are «storage»"),
        ("[{kind: order, SAYS, clauses: [storage#frist]}]", '"storage#frist", which is not there'),
        ("[{kind: order, SAYS, clauses: [storge#first]}]", 'Did you mean "storage#first"?'),
    ],
)
def test_it_checks_how_agreements_belong_together(docs: Path, relations: str, message: str) -> None:
    """A fault is reported on its line; a sound relation gives no problem."""
    write(docs, "example/supplier.yml", f"{SUPPLIER}relations: {relations.replace('SAYS', SAYS)}\n")
    found = problems(docs)
    assert len(found) == (1 if message else 0), found
    assert all(each.startswith("supplier.yml:8: ") and message in each for each in found), found


def test_it_wants_a_supplier_for_every_folder(docs: Path) -> None:
    write(docs, "other/terms/2027-01-01.md", version("2027-01-01"))
    assert str(read_corpus(docs).problems[0]).startswith(
        'docs/agreements/other/supplier.yml:1: supplier "other" has no supplier.yml'
    )


def test_it_follows_no_link_out_of_the_documentation(docs: Path) -> None:
    outside = docs.parent / "outside.md"
    outside.write_text(version("2027-01-01"), encoding="utf-8")
    (docs / "agreements/example/storage/2027-01-01.md").symlink_to(outside)
    assert problems(docs) == [
        "storage/2027-01-01.md:1: a link that leads out of the documentation; expected a file or folder inside it."
    ]
    assert len(read_corpus(docs).agreements[0].versions) == 1


def test_it_asks_the_calculators_about_every_sound_rule(docs: Path) -> None:
    rule = "kind: statement, title: {nb: a, sv: b, en: c}, figures: {notice: notice.period}"
    text = version("2027-01-01", more=f"rules:\n  notice: {{{rule}}}\n", text="[3 måneder]{notice.period}")
    write(docs, "example/storage/2027-01-01.md", text)
    asked = []

    def check(name: str, rule: dict, parameters: dict) -> list[tuple[tuple[str, ...], str, str, str]]:
        asked.append((name, rule["clause"], parameters))
        return [(("figures", "notice"), '"notice.period" is period', "a percentage", "Did you mean something else?")]

    corpus = read_corpus(docs, check)
    assert asked == [("notice", "first", {"notice.period": {"kind": "period", "value": "3", "unit": "months"}})]
    assert str(corpus.problems[0]) == (
        'docs/agreements/example/storage/2027-01-01.md:6: rule "notice" of kind statement at figures.notice: '
        '"notice.period" is period; expected a percentage. Did you mean something else?'
    )


def test_it_prints_problems_and_one_line_for_each_agreement(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(docs)]) == 0
    assert capsys.readouterr().out == "example/storage: 1 versions, 1 clauses, 0 figures, 0 rules\n0 problems\n"
    write(docs, "example/storage/2027-01-01.md", version("2027-01-01", text="[36]{term.initial}"))
    assert main([str(docs)]) == 1


def test_it_reads_a_folder_without_agreements(tmp_path: Path) -> None:
    assert read_corpus(tmp_path / "docs").agreements == ()
