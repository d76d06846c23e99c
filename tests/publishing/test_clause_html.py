"""Clause text as HTML: what an author may write, and what never reaches a page."""

import pytest

from scripts.publishing.clause_html import clause_html

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
