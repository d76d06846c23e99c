"""Whatever is wrong with a file is said by its name and line, and then nothing is published."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from scripts.benchmarks.corpus import write_corpus
from scripts.publishing.site import Site, site
from scripts.setup.start import ROOT

CASES = yaml.safe_load((Path(__file__).parent / "bad_input.yml").read_text("utf-8"))
VERSION = "agreements/supplier-1/agreement-1/2025-01-01.md"
FRONT_PAGES = ("index.md", "sv/index.md", "en/index.md")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A sound folder of documentation, and a file beside it that is nobody's business."""
    write_corpus(tmp_path, 1, 2)
    docs = tmp_path / "ours" / "docs"
    for name in FRONT_PAGES:
        (docs / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / name, docs / name)
    (tmp_path / "secret.md").write_text("secret")
    return docs


def published(docs: Path) -> Site:
    return site(docs, datetime(2026, 11, 20, 12, tzinfo=UTC), "none")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_it_says_what_is_wrong_and_publishes_nothing(docs: Path, case: dict) -> None:
    damage(docs, case)
    made = published(docs)
    assert list(made.problems) == [filled(line, docs / case["file"]) for line in case["says"]]
    assert made.pages == made.files == ()


def damage(docs: Path, case: dict) -> None:
    """Do to a file what the case says."""
    path = docs / case["file"]
    path.parent.mkdir(exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    for old, new in case.get("change", {}).items():
        assert old in text
        text = text.replace(old, new, 1)
    if "keep" in case:
        text = text[: text.index(case["keep"]) + len(case["keep"])]
    text = case.get("content", text) + case.get("add", "") * case.get("times", 1)
    if "link" in case:
        path.symlink_to(docs.parents[1] / case["link"])
    elif "remove" in case:
        path.unlink()
    else:
        path.write_text(text, "utf-8")


def filled(message: str, path: Path) -> str:
    """The message with the places that depend on the invented text put in."""
    lines = path.read_text("utf-8").split("\n") if path.exists() else []
    headings = [number for number, line in enumerate(lines, 1) if line.startswith("##")]
    if headings:
        last = headings[-1]
        body = "\n".join(lines[last:]).strip("\n")
        heading = re.match(r"#+ (\S+) (.*) \{", lines[last - 1])
        message = message.replace("{last clause}", str(last)).replace("{last number}", heading[1].rstrip("."))
        message = message.replace("{length}", str(len(heading[2]) + len(body)))
    return re.sub(r'\{line of "(.*?)"\}', lambda named: str(line_of(named[1], lines)), message)


def line_of(start: str, lines: list[str]) -> int:
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


@pytest.mark.parametrize("name", [VERSION, "agreements/supplier-1/supplier.yml", *FRONT_PAGES])
def test_it_publishes_the_same_with_a_byte_order_mark_and_windows_line_ends(docs: Path, name: str) -> None:
    """Some editors add them without asking; neither is a reader's business."""
    before = published(docs)
    (docs / name).write_bytes(b"\xef\xbb\xbf" + (docs / name).read_bytes().replace(b"\n", b"\r\n"))
    assert published(docs) == before
    assert before.pages
