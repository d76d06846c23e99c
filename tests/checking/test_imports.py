"""The rules of the house about imports and the clock, on this repository and on planted faults."""

import pytest

from scripts.checking.finding import repository_files
from scripts.checking.imports import import_findings, source_findings
from scripts.setup.start import ROOT


def messages(place: str, source: str) -> list[str]:
    return [finding.message for finding in source_findings(place, source)]


def test_this_repository_keeps_the_rules():
    assert [str(finding) for finding in import_findings(ROOT, repository_files(ROOT))] == []


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("calculators/notice.py", "import yaml"),
        ("calculators/notice.py", "from scripts.agreements import marks"),
        ("calculators/values/money.py", "from ...scripts import agreements"),
        ("scripts/agreements/terms.py", "from scripts.publishing.page import Page"),
        ("scripts/agreements/terms.py", "from scripts import status"),
        ("scripts/agreements/terms.py", "from ..status import month"),
        ("scripts/agreements/corpus.py", "from scripts.keeping.store import Store"),
        ("scripts/keeping/store.py", "from scripts.agreements.model import Agreement"),
        ("scripts/status/month.py", "import scripts.publishing"),
        ("scripts/status/month.py", "from scripts.operating import desk"),
        ("scripts/operating/desk.py", "from scripts.publishing.page import Page"),
        ("scripts/publishing/page.py", "import mkdocs"),
        ("scripts/mkdocs_doors.py", "import mkdocs"),
        ("scripts/publishing/page.py", "def f():\n    from mkdocs.structure.files import File"),
    ],
)
def test_an_import_against_the_direction_is_found(place, source):
    assert len(messages(place, source)) == 1


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("calculators/notice.py", "from decimal import Decimal\nfrom calculators.values.money import Money"),
        ("calculators/values/money.py", "from .intervals import Interval\nfrom ..notice import term"),
        ("scripts/agreements/__init__.py", "from scripts.agreements.marks import Mark\nimport yaml"),
        ("scripts/status/month.py", "from scripts.agreements import terms\nfrom calculators import availability"),
        ("scripts/hooks.py", "from mkdocs.structure.files import File\nfrom scripts.publishing import site"),
        ("scripts/mkdocs_door/files.py", "from mkdocs.structure.files import File"),
    ],
)
def test_an_import_along_the_direction_is_not(place, source):
    assert messages(place, source) == []


@pytest.mark.parametrize("call", ["date.today()", "datetime.now(UTC)", "datetime.datetime.utcnow()", "time.time()"])
def test_a_look_at_the_clock_is_found_outside_doors(call):
    assert messages("scripts/status/month.py", f"x = {call}") != []
    assert messages("scripts/building/command.py", f"x = {call}") == []


def test_a_word_that_looks_like_a_clock_is_not_one():
    assert messages("calculators/notice.py", "x = request.today\ny = contract.now()") == []
