"""A bad text stops a real build, and the site that was there before stays byte for byte."""

from datetime import date
from pathlib import Path

import pytest

from scripts.benchmarks.corpus import write_corpus
from scripts.benchmarks.search_sites import share_all_but_texts
from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.setup.start import ROOT


def test_a_bad_text_leaves_the_previous_site_as_it_was(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    write_corpus(tmp_path, 1, 2)
    root = tmp_path / "ours"
    share_all_but_texts(ROOT, root)
    site = tmp_path / "site-before-a-bad-text"
    (site / "agreements").mkdir(parents=True)
    (site / "agreements" / "index.html").write_bytes(b"the site of yesterday\r\n")
    text = root / "docs" / "agreements" / "supplier-1" / "agreement-1" / "2025-01-01.md"
    text.write_text(text.read_text("utf-8").replace("title: ", "title: : "), "utf-8")
    with pytest.raises(BuildFailed, match="The previous site, if there is one, is unchanged"):
        bring_up_to_date(Build(root, site, date(2026, 11, 20)))
    said = capfd.readouterr()
    assert "supplier-1/agreement-1/2025-01-01.md:2: this is not YAML" in said.out + said.err
    assert (said.out + said.err).count("WARNING") == 1
    kept = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert kept == {"agreements/index.html": b"the site of yesterday\r\n"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ours", site.name, "stock"]
