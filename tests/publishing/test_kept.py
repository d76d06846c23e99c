"""A build that finds the results of another is the same build, and makes only what has changed."""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.benchmarks.corpus import write_corpus
from scripts.benchmarks.search_sites import FRONT_PAGES
from scripts.keeping.keep import anew
from scripts.keeping.store import Store
from scripts.publishing.page import Page, StaticFile
from scripts.publishing.plan import Plan
from scripts.publishing.planning import drafted
from scripts.publishing.site import site
from scripts.setup.start import ROOT
from scripts.testing.watched import Watched

CLAUSE_BEGINS = re.compile(r"(?m)^(?=#{2,4} |[\d.]+[a-z]?\.? +\{#)")
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
EDITED = "supplier-1/agreement-2"
SHARED = ("home", "index", "applying", "calculators", "list", "suppliers", "feeds", "calendar")  # by all agreements


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Eleven agreements of two suppliers, in two versions each."""
    write_corpus(tmp_path / "corpus", 11, 2)
    docs = tmp_path / "corpus" / "ours" / "docs"
    for name in FRONT_PAGES:
        (docs / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / name, docs / name)
    return docs


def edit_a_clause(docs: Path) -> None:
    text = docs / "agreements" / EDITED / "2025-01-01.md"
    text.write_text(f"{text.read_text('utf-8')}\nEn ny setning.\n", encoding="utf-8")


def rename_an_agreement(docs: Path) -> None:
    (docs / "agreements" / EDITED).rename(docs / "agreements/supplier-1/agreement-99")


def remove_a_version(docs: Path) -> None:
    (docs / "agreements" / EDITED / "2025-01-01.md").unlink()


def rename_a_supplier(docs: Path) -> None:
    file = docs / "agreements/supplier-2/supplier.yml"
    file.write_text(file.read_text("utf-8").replace("Leverandør 2 AS", "Leverandør To AS"), encoding="utf-8")


def put_one_above_another(docs: Path) -> None:
    text = docs / "agreements" / EDITED / "2025-01-01.md"
    text.write_text(text.read_text("utf-8").replace("rules:", "part_of: [supplier-2/agreement-11]\nrules:"), "utf-8")


def change_the_title_above(docs: Path) -> None:
    text = docs / "agreements/supplier-2/agreement-11/2025-01-01.md"
    text.write_text(text.read_text("utf-8").replace("title: Avtale 11", "title: Rammeavtale 11"), encoding="utf-8")


def rename_a_clause(docs: Path) -> None:
    text = docs / "agreements" / EDITED / "2025-01-01.md"
    text.write_text(re.sub(r"(?m)^### 10\.4 .*(?= \{#)", "### 10.4 Frist", text.read_text("utf-8")), encoding="utf-8")


def change_a_figure(docs: Path) -> None:
    text = docs / "agreements" / EDITED / "2025-01-01.md"
    text.write_text(re.sub(r"\[\d måneder\]", "[9 måneder]", text.read_text("utf-8")), encoding="utf-8")


def move_a_figure(docs: Path) -> None:
    """To the clause before the one where it stood."""
    text = docs / "agreements" / EDITED / "2025-01-01.md"
    before, heading, after = text.read_text("utf-8").rpartition("### 10.4 ")
    figure = re.search(r"Oppsigelsestiden er .*", after)[0]
    text.write_text(f"{before.rstrip()} {figure}\n\n{heading}{after.replace(figure, '')}", encoding="utf-8")


CHANGES = (
    *(edit_a_clause, rename_a_clause, change_a_figure, move_a_figure),
    *(rename_an_agreement, remove_a_version, rename_a_supplier, change_the_title_above),
)


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_the_site_that_would_be_made_anew(docs: Path, tmp_path: Path, change: Callable[[Path], None]):
    """Every page, file and finding is the same, whichever change the kept results are from before."""
    keep = Store(tmp_path / "kept", "stamp")
    put_one_above_another(docs)
    before = site(docs, NOW, "tag", keep=keep)
    change(docs)
    after = site(docs, NOW, "tag", keep=keep)
    assert after == site(docs, NOW, "tag") != before
    assert before.pages


@pytest.mark.parametrize(
    "asked",
    [
        (datetime(2024, 6, 1, 12, tzinfo=UTC), "tag", ""),
        (NOW, "another tag", ""),
        (NOW, "tag", "https://vilkar.example/"),
    ],
)
def test_it_is_the_site_of_another_day_tag_or_address(docs: Path, tmp_path: Path, asked: tuple[datetime, str, str]):
    """What the site is asked for is part of what its pages are made from."""
    keep = Store(tmp_path / "kept", "stamp")
    before = site(docs, NOW, "tag", keep=keep)
    after = site(docs, *asked, keep=keep)
    assert after == site(docs, *asked) != before


def test_a_second_build_makes_nothing(docs: Path, tmp_path: Path):
    """Not a text is read and not a page is written."""
    first, second = Watched(tmp_path / "kept"), Watched(tmp_path / "kept")
    assert site(docs, NOW, "tag", keep=first) == site(docs, NOW, "tag", keep=second)
    one_each = {"drafts", "examples", "records", "chapter", "printed"}
    assert {kind for kind, _ in first.made} == one_each | set(SHARED) | {"findings", "listed"}
    assert second.made == []


def test_an_edited_clause_makes_only_what_shows_it(docs: Path, tmp_path: Path):
    """One agreement is read and written, and its supplier's texts are read for faults."""
    site(docs, NOW, "tag", keep=Store(tmp_path / "kept", "stamp"))
    edit_a_clause(docs)
    keep = Watched(tmp_path / "kept")
    site(docs, NOW, "tag", keep=keep)
    one_each = ["records", "printed", "chapter"]
    assert [kind for kind, _ in keep.made] == ["drafts", "examples", "findings", *one_each]
    assert {of for kind, of in keep.made if kind != "findings"} == {EDITED}


def test_what_agreements_share_shows_no_wording_of_a_clause(tmp_path: Path):
    """Whatever else the clauses of our own agreements say, those pages, feeds and the calendar are the same."""
    docs, other_docs = tmp_path / "ours" / "docs", tmp_path / "other" / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("lock.json", "months"))
    shutil.copytree(docs, other_docs)
    for text in (other_docs / "agreements").glob("*/*/*.md"):
        first, *clauses = CLAUSE_BEGINS.split(text.read_text("utf-8"))
        text.write_text("\nSomething else.\n\n".join([first + clauses[0], *clauses[1:]]) if clauses else first, "utf-8")
    ours, other = (drafted(folder, NOW, "tag", printing=False) for folder in (docs, other_docs))
    assert other.problems == ()
    assert _shared(ours.planned(anew)) == _shared(other.planned(anew))
    assert len(_shared(ours.planned(anew))) > 50
    assert [chapter.make() for chapter in ours.chapters] != [chapter.make() for chapter in other.chapters]


def _shared(plan: Plan) -> dict[str, Page | StaticFile]:
    files = (file for file in plan.files if file.path.startswith("feeds/"))
    return {made.path: made for made in (*plan.pages, *files) if not made.path.endswith("findings/")}


def test_a_site_without_pdfs_makes_no_document_to_print(docs: Path, tmp_path: Path):
    """Its pages are the same, and what they lead to counts as being there."""
    keep = Watched(tmp_path / "kept")
    made = site(docs, NOW, "tag", keep=keep, printing=False)
    assert made.prints == made.problems == ()
    assert "printed" not in {kind for kind, _ in keep.made}
    assert made.pages == site(docs, NOW, "tag").pages


def test_the_files_are_the_same_bytes(docs: Path, tmp_path: Path):
    """With an empty store, a full one and one from before an edit, MkDocs writes what it writes without."""
    cold = _built(docs, tmp_path / "kept")
    assert _built(docs, tmp_path / "kept") == cold
    edit_a_clause(docs)
    edited = _built(docs, tmp_path / "kept")
    assert edited == _built(docs, tmp_path / "another store")
    changed = {name for name in edited if edited[name] != cold.get(name)}
    assert f"agreements/{EDITED}/index.html" in changed
    assert "agreements/supplier-1/agreement-1/index.html" not in changed


def test_a_frame_reads_nothing_of_the_build_but_its_words_and_what_it_loads():
    """What else stands in the settings of one build, as its moment, is not what a kept frame is made from."""
    frames = [ROOT / "templates" / "main.html", *(ROOT / "templates" / "partials").glob("*.html")]
    read = {name for path in frames for name in re.findall(r"config\.extra\W+(\w+)", path.read_text("utf-8"))}
    assert read == {"front", "words"}


def _built(docs: Path, kept: Path) -> dict[str, bytes]:
    """Every file of the site that MkDocs writes."""
    folder = docs.parent / "built"
    shutil.rmtree(folder, ignore_errors=True)
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder))
    config.extra |= {"today": NOW.date().isoformat(), "bundle": "tag", "kept": str(kept), "pdf": False}
    build(config)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
