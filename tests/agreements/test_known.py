"""What versions share is read once, and each is read as if it stood alone."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.agreements.known import Known
from scripts.agreements.model import Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.versions import Draft, read_draft

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
FRONT_MATTER = "---\ntitle: Vilkår\nsummary: Vilkår.\nrecorded_on: 2027-01-01\n---\n"
LINES = st.sampled_from(
    [
        "## 1. Pris {#price}", "## Pris {#price}", "### Frist {#term}", "#### Frist", "##",
        "1. {#price}  To", "2. {#term} Frist", "3. {#}",
        "  måneder", "Med [36 måneder]{term.initial}", "[36]{a.b}", "[se](#price)", "[se](#term)",
        "[a](../)", '{t.t kind=tiers domain="0..1 %"}', "| a | b |", "|---|---|", "```", "", "",
    ]
)  # fmt: skip
TEXTS = st.lists(st.lists(LINES, max_size=8).map("\n".join), min_size=2, max_size=4)


def read(text: str, known: Known) -> Draft:
    return read_draft(f"{FRONT_MATTER}{text}\n", "2027-01-01", "example/storage", SUPPLIER, ProblemLog("a.md"), known)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example(["3. {#}", "\n3. {#}"])  # an anchor made of the line where none is stated
def test_it_reads_a_text_after_others_as_it_reads_it_alone(texts: list[str]) -> None:
    """Down to the lines and the words of every problem."""
    known = Known()
    for text in texts:
        after, alone = read(text, known), read(text, Known())
        assert after.version == alone.version
        assert after.log.problems == alone.log.problems


@pytest.mark.parametrize("text", ["Frist.", "[36 måneder]{term.initial}, se [pris](#price)."])
def test_it_reads_a_clause_that_stays_where_it_was_once(text: str) -> None:
    """The clause is the same value in both versions, not another like it; so are its figures."""
    known = Known()
    heads = ("## 1. Pris {#price}", "## 2. Frist {#term}")
    earlier, later = (read(f"{heads[0]}\n\n{own}\n\n{heads[1]}\n\n{text}", known).version for own in "ab")
    assert earlier.clauses[0] != later.clauses[0]
    assert earlier.clauses[1] is later.clauses[1]
    assert [*map(id, earlier.parameters.values())] == [*map(id, later.parameters.values())]
