"""No text makes the comparison raise, and no text makes it take for ever: whatever cannot be matched was replaced."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.comparison.comparison import compare
from calculators.comparison.page import compared
from calculators.comparison.runs import new_side, old_side
from calculators.comparison.tokens import tokens
from tests.comparison.two_texts import stated

PIECES = st.sampled_from(
    [
        "## 1. Pris {#price}\n", "2. {#term} ", "[36 måneder]{term.initial}", "[36]{a.b}", "{t.t kind=tiers domain=",
        '"0..1 %"', "}\n| a | b |\n|---|---|\n| minst 1 % | 2 % |\n", "| x |\n", "[se](#price)", "`", "```\n",
        "[", "]", "{", "}", "(", ")", "\n", "\n\n", "---\n", "- ", "  - ", "1. ", "> ", "\\", "|", "||", "**", "_",
        "<br>", "<sup>", "&amp;", "&#8;", "value=", '"', "å", "\u00a0", "1", " ", "  \n",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))
CLAUSE = "## 1 Alt {#all}\n\n"
LONG = 60_000


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_it_compares_any_two_texts(old: str, new: str):
    """Nothing of either text is lost, and the page of the comparison can be made."""
    versions = stated(CLAUSE + old, "2026-01-01"), stated(CLAUSE + new, "2026-07-01")
    comparison = compare(*versions)
    for change in comparison.clauses:
        if change.old and change.new and change.text:
            assert old_side(change.text) == tokens(change.old.text)
            assert new_side(change.text) == tokens(change.new.text)
    assert compared(*versions)["shape"]["entries"] or not comparison.clauses


@pytest.mark.parametrize(
    "unit", ["ord ", "`a ``b ", "*a ", "_a*b ", "[a](", "[a]{b", "<b>", "- a\n", "    - a\n", "|a|\n", "1.1.", "tre "]
)
def test_it_reads_a_long_clause_of_anything(unit: str):
    """A clause of many signs that open something and never close it is read to its end, once."""
    text = unit * (LONG // len(unit))
    change = compare(stated(CLAUSE + text, "2026-01-01"), stated(f"{CLAUSE}{text} slutt", "2026-07-01")).clauses[-1]
    assert change.text is None or new_side(change.text) == tokens(change.new.text)
