"""Texts are read for faults together with those they can have anything to do with, and with no others."""

from dataclasses import replace

import pytest

from scripts.agreements.corpus import read_corpus
from scripts.agreements.model import Agreement, Reference
from scripts.benchmarks.corpus import write_corpus
from scripts.checker.circles import circles

Corpus = tuple[Agreement, ...]


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Three suppliers; the last has one agreement, the others ten each."""
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 21, 1)
    return read_corpus(folder / "ours" / "docs").agreements


def test_a_supplier_that_names_no_other_is_alone(agreements: Corpus):
    """Every agreement is in one circle, in its order."""
    found = circles(agreements)
    assert sorted(each.id for circle in found for each in circle) == sorted(each.id for each in agreements)
    assert [{each.supplier.id for each in circle} for circle in found] == [{f"supplier-{n}"} for n in (1, 2, 3)]
    assert [len(circle) for circle in found] == [10, 10, 1]


def test_a_reference_or_a_rank_joins_two_suppliers(agreements: Corpus):
    """Whether the text leads there or is subordinate to it, and whichever of the two comes first."""
    for named in (_with_reference(agreements[0], agreements[-1].id), _under(agreements[0], agreements[-1].id)):
        found = circles((named, *agreements[1:]))
        assert [sorted({each.supplier.id for each in circle}) for circle in found] == [
            ["supplier-1", "supplier-3"],
            ["supplier-2"],
        ]


def test_circles_that_meet_are_one(agreements: Corpus):
    """The first names the second, and the second the third."""
    second = next(at for at, each in enumerate(agreements) if each.supplier.id == "supplier-2")
    chain = list(agreements)
    chain[0], chain[second] = _under(chain[0], chain[second].id), _with_reference(chain[second], chain[-1].id)
    assert len(circles(chain)) == 1
    assert [each.id for each in circles(chain)[0]] == [each.id for each in agreements]


def test_an_agreement_that_is_not_there_joins_nothing(agreements: Corpus):
    assert len(circles((_under(agreements[0], "nobody/nothing"), *agreements[1:]))) == 3


def _under(agreement: Agreement, other: str) -> Agreement:
    return replace(agreement, versions=tuple(replace(each, part_of=(other,)) for each in agreement.versions))


def _with_reference(agreement: Agreement, other: str) -> Agreement:
    version = agreement.versions[0]
    reference = Reference("there", f"/agreements/{other}/", other, None, None, 0, 5, 1)
    clauses = (replace(version.clauses[0], references=(reference,)), *version.clauses[1:])
    return replace(agreement, versions=(replace(version, clauses=clauses),))
