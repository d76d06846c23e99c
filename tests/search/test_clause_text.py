"""Most clauses are mere words, which need not be rid of signs."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.search.clause_text import may_have_signs, without_signs

MARKED_UP = ["a\n - b", "a\n* b", "> a", "## a", "_a_", "`a`", "|-|\n|-|", "[a](#b)", r"a\.", "<div>"]


@given(st.text("ab1 \n\t.,;:()/%«»–-+\u00a0\u2028", max_size=20))
def test_a_text_that_counts_as_mere_words_has_no_sign_to_take_away(text: str):
    """What is not found by one look is not found by all the others either."""
    assume(not may_have_signs(text))
    assert without_signs(text).split() == text.split()


@pytest.mark.parametrize("text", MARKED_UP)
def test_a_text_with_a_sign_does_not(text: str):
    assert may_have_signs(text)
    assert without_signs(text) != text
