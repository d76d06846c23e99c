"""Every rule that computes is timed, and a rule that takes too long is named."""

from calculators.asking import computed_rules
from scripts.agreements.corpus import read_corpus
from scripts.agreements.terms import terms
from scripts.benchmarks.rules_timed import requests, table
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY


def test_every_rule_is_asked():
    library = {agreement.id: terms(agreement) for agreement in read_corpus(ROOT / "docs").agreements}
    assert sorted(requests(library, TODAY)) == sorted(computed_rules(library))


def test_the_table_names_the_slowest_and_counts_the_late():
    said = table({"a/b:quick": 0.5, "a/b:late": 7.25, "a/b:fair": 1.0})
    assert said.startswith("3 rules, one request each: median 1.00 ms; 1 take longer than the expected 5 ms.")
    assert said.splitlines()[1] == "    7.25 ms  a/b:late"
