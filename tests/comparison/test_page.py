"""The page of a comparison: what stands in it, in which words, and where its links lead."""

import json
import re
from pathlib import Path

import pytest

from calculators.comparison.house import house_words
from calculators.comparison.page import compared, compared_text
from calculators.words import LANGUAGES
from scripts.agreements.model import Agreement
from scripts.agreements.problems import ProblemLog
from scripts.agreements.version_json import version_texts
from scripts.agreements.versions import read_version
from scripts.publishing.comparison_pages import comparison_pages
from scripts.publishing.page import Page
from tests.comparison.test_golden import case
from tests.comparison.two_texts import SUPPLIER, stated

HERE = Path(__file__).parent
TEXTS = ("2026-01-01", "2026-07-01", "2027-01-01")
BLANK = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    """Three versions: the pair of golden/a-rule-under-both, and a third that changes one word."""
    sections = case(HERE / "golden" / "a-rule-under-both.md")
    third = sections["new"].replace("2026-07-01", "2027-01-01").replace("varsel", "skriftlig varsel")
    texts = zip(TEXTS, (sections["old"], sections["new"], third), strict=True)
    versions = (
        read_version(f"{text}\n", day, "example/storage", SUPPLIER, ProblemLog("text.md")) for day, text in texts
    )
    return Agreement("example/storage", SUPPLIER, tuple(versions))


@pytest.fixture(scope="module")
def pages(agreement: Agreement) -> dict[str, Page]:
    return {page.path: page for page in comparison_pages(agreement, version_texts(agreement), "tag")}


def test_it_has_a_page_for_each_version_and_the_next_and_one_to_choose(pages: dict[str, Page]):
    """Consecutive pairs only; any other pair is found on the page to choose."""
    root = "agreements/example/storage/"
    pairs = [f"{root}2026-01-01...2026-07-01/", f"{root}2026-07-01...2027-01-01/"]
    assert list(pages) == [*pairs, f"{root}compare/"]
    assert all(f'href="/{pair}"' in pages[f"{root}compare/"].body for pair in pairs)
    assert f'href="/{pairs[1]}" rel="next"' in pages[pairs[0]].body
    assert f'href="/{pairs[0]}" rel="prev"' in pages[pairs[1]].body


def test_it_has_no_page_for_a_single_version(agreement: Agreement):
    """There is nothing to compare."""
    alone = Agreement(agreement.id, SUPPLIER, agreement.versions[:1])
    assert list(comparison_pages(alone, version_texts(alone), "tag")) == []


def test_it_prints_the_page_as_it_is_kept(pages: dict[str, Page]):
    """What a page says and how it is built changes only with its golden file."""
    body = pages["agreements/example/storage/2026-01-01...2026-07-01/"].body.partition("<script")[0]
    assert body == (HERE / "golden" / "page.html").read_text(encoding="utf-8")


def test_it_links_each_change_to_both_versions(pages: dict[str, Page]):
    """The clause as it was, and as it is."""
    body = pages["agreements/example/storage/2026-01-01...2026-07-01/"].body
    change = body[body.index('id="change-ending"') :]
    for version in TEXTS[:2]:
        assert f'href="/agreements/example/storage/{version}/#ending"' in change


def test_it_says_everything_in_every_language(pages: dict[str, Page]):
    """Every word of a page is there in the others, with nothing left to fill in."""
    for page in pages.values():
        carried = json.loads(re.search(r'id="words-around">(.*?)</script>', page.body, re.DOTALL)[1])
        printed = set(re.findall(r'data-word(?:-label)?="([^"]+)"', page.body))
        assert set(carried["others"]) == set(LANGUAGES) - {"nb"}
        for words in (carried["own"], *carried["others"].values()):
            assert printed <= set(words)
            assert not any(BLANK.search(text) for key, text in words.items() if key != "choose.failed")


def test_it_says_the_same_in_the_browser(agreement: Agreement):
    """The worker's text has the shape and the words that the built page is made from."""
    old, new = (stated(case(HERE / "golden" / "a-rule-under-both.md")[side], day) for side, day in
                (("old", TEXTS[0]), ("new", TEXTS[1])))  # fmt: skip
    assert json.loads(compared_text(json.dumps({"old": old, "new": new}))) == compared(old, new)


def test_it_computes_the_inputs_it_is_given():
    """Instead of the worked example, under both texts."""
    sections = case(HERE / "golden" / "a-rule-under-both.md")
    versions = stated(sections["old"], TEXTS[0]), stated(sections["new"], TEXTS[1])
    words = compared(*versions, {"notice": {"notice_date": "2026-10-31"}})["words"]["nb"]
    assert words["rule notice asked 0 value"] == "31. oktober 2026"
    assert (words["rule notice last_day old"], words["rule notice last_day new"]) == (
        "31. januar 2027",
        "30. november 2026",
    )
    assert words["rule notice last_day difference"] == "62 dager tidligere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_the_same_words_of_the_house_in_every_language(language: str):
    """The same keys with the same blanks."""
    own, first = house_words(language), house_words("nb")
    assert {key: BLANK.findall(text) for key, text in own.items()} == {
        key: BLANK.findall(text) for key, text in first.items()
    }


def test_it_tells_a_new_title():
    """Word by word, above everything else; a title that stands is not repeated."""
    old, new = stated("## 1 A {#a}\n", TEXTS[0]), stated("## 1 A {#a}\n", TEXTS[1])
    assert compared(old, new)["shape"]["title"] == ""
    title = compared(old, {**new, "title": "Lagring i skyen"})["shape"]["title"]
    assert title.startswith("Lagring <ins>")
    assert title.endswith("i skyen</ins>")


def test_it_escapes_the_names_of_clauses_that_stand_as_they_were():
    """A heading is text, on the page and in what the browser puts there."""
    text = '## 1 A <b> & "c" {#a}\n\nx\n\n## 2 D {#d}\n\ny\n'
    made = compared(stated(text, "2026-01-01"), stated(text.replace("y", "z"), "2026-07-01"))
    address, number = "/agreements/example/storage/2026-07-01/#a", '<span class="number">1</span>'
    fold = made["shape"]["entries"][0]
    assert fold["links"] == f'<li><a href="{address}">{number} A &lt;b&gt; &amp; &quot;c&quot;</a></li>'
