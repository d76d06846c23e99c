"""The guide's table of rules says what the agreements and the cases say, and every rule that computes has a case."""

import pytest

from calculators.asking import computed_rules
from calculators.words import LANGUAGES
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.publishing.words import ROOT as FOLDER
from scripts.setup.start import ROOT
from scripts.tables.rule_table import PAGE, cases_by_rule, rule_table


@pytest.fixture(scope="module")
def library():
    return {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_what_the_command_writes(library, language):
    """A new rule or case is not in the guide until scripts/rule_table has been run."""
    written = (ROOT / "docs" / FOLDER[language] / PAGE).read_text(encoding="utf-8")
    assert written == rule_table(library, cases_by_rule(), language)


def test_every_rule_that_computes_has_a_case(library):
    cases = cases_by_rule()
    assert [rule for rule in computed_rules(library) if not cases[rule]] == []
