"""Every page of the built site, read as files: nothing inline, nothing from elsewhere, both ids of a clause."""

import re
from pathlib import Path

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.serving.headers import EARLY
from scripts.setup.start import ROOT

INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:"
    r"|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r'<(?:script|link|img|iframe|source)[^>]*\s(?:src|href)="(?:https?:)?//', re.IGNORECASE)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def test_has_no_script_or_style_inside_a_page(pages: dict[str, str]):
    """The security policy allows files only, and the one script that it knows by its hash."""
    known = re.compile(rf'<script data-worker="[\w./]+">{re.escape(EARLY)}</script>')
    faulty = {name: INLINE.search(known.sub("", text, count=1)) for name, text in pages.items()}
    assert {name: found[0] for name, found in faulty.items() if found} == {}


def test_loads_nothing_from_elsewhere(pages: dict[str, str]):
    """Fonts, scripts and pictures are the site's own."""
    assert {name: found[0] for name, text in pages.items() if (found := ELSEWHERE.search(text))} == {}


def test_names_the_language_of_every_page(pages: dict[str, str]):
    """Each page says which language it is in."""
    assert {name for name, text in pages.items() if not re.search(r'<html lang="(nb|sv|en)"', text)} == set()


@pytest.mark.parametrize("agreement", ["nettsoft/vps-access", "maco-io/integration-ops", "cloud-nine/general"])
def test_leads_to_each_clause_by_number_and_by_anchor(pages: dict[str, str], agreement: str):
    """Both #6.6 and the stable anchor are ids of the page, in the version in force and at its own address."""
    version = read_corpus(ROOT / "docs").agreement(agreement).versions[-1]
    expected = {id for clause in version.clauses for id in clause.ids}
    for name in (f"agreements/{agreement}/index.html", f"agreements/{agreement}/{version.name}/index.html"):
        ids = re.findall(r'\sid="([^"]+)"', pages[name])
        assert expected <= set(ids)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("agreement", ["nettsoft/vps-access", "maco-io/integration-ops"])
def test_says_first_that_the_suppliers_own_text_prevails(pages: dict[str, str], agreement: str):
    """Before the first clause: what the page is, and since when the text holds."""
    head = pages[f"agreements/{agreement}/index.html"].partition('class="clause ')[0]
    assert "Ved tvil er det leverandørens egen tekst som gjelder." in head
    assert "Gjelder fra ukjent dato, registrert 20.11.2026" in head


def test_answers_an_example_without_a_script(pages: dict[str, str]):
    """A calculator page shows a worked example as it is built."""
    text = pages["calculators/term-and-notice/index.html"]
    assert re.search(r'data-answered="built">.*?class="headline"[^>]*>[^<]+<', text, re.DOTALL)
