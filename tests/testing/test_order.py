"""The order of the tests: quick answers first, the browser last."""

import pytest

from scripts.testing.order import cost


@pytest.mark.parametrize(
    ("fixtures", "rank"),
    [
        ([], 0),
        (["tmp_path"], 0),
        (["real_servers"], 1),
        (["bundle_folder"], 2),
        (["site"], 3),
        (["site", "base_url"], 4),
        (["page", "new_page", "browser", "base_url", "site", "faults"], 5),
    ],
)
def test_a_test_costs_what_its_dearest_fixture_costs(fixtures, rank):
    assert cost(fixtures) == rank
