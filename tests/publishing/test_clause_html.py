"""Clause text as HTML: what an author may write, and what never reaches a page."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scripts.publishing.clause_html import PLAIN, clause_html, prose_html

LETTERS_AND_SIGNS = "abzÆøåé19 \n.,;:()/%'\"«»§?–-_*#=+&<>!\\`|~\u00a0\u2028\u0301²ªﬁ"

CASES = {
    "a script": ("Text <script>alert(1)</script>.", "<p>Text .</p>"),
    "a handler": ('<a href="#6" onclick="alert(1)">six</a>', '<p><a href="#6">six</a></p>'),
    "an address that is code": ("[six](javascript:alert(1))", "<p><a>six</a></p>"),
    "a style": ('<p style="color: red">six</p>', "<p>six</p>"),
    "a figure": ('<span class="figure" id="figure-a">6</span>', '<p><span class="figure" id="figure-a">6</span></p>'),
    "an aligned column": (
        "| A |\n|--:|\n| 1 |",
        '<div class="table" role="group" tabindex="0" aria-label="Table"><table>\n'
        '<thead>\n<tr>\n<th align="right">A</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td align="right">1</td>\n</tr>\n</tbody>\n</table></div>',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_keeps_only_what_text_needs(name: str):
    """No script, style or handler of a text reaches a page; a table gets a frame that scrolls."""
    written, published = CASES[name]
    assert clause_html(written, "Table") == published


def test_renders_a_distinct_text_once():
    """Versions of an agreement share most clauses."""
    assert clause_html("The same.", "Table") is clause_html("The same.", "Table")


@given(st.text(LETTERS_AND_SIGNS, max_size=30))
@example("Oppsigelsestiden er 3 måneder, se «Varsel».\n1. juli er siste frist.")
@example("a\n---")
@example("a\n- b")
@example("a  \nb")
def test_mere_words_are_what_a_reader_of_markdown_makes_of_them(text: str):
    """The short way for a paragraph without any sign of Markdown leads to the same HTML."""
    assert clause_html(text, "Table") == prose_html(text)


@given(st.from_regex(PLAIN, fullmatch=True))
def test_nothing_that_counts_as_mere_words_means_more(text: str):
    """Letters of every script included."""
    assert clause_html(text, "Table") == prose_html(text)
