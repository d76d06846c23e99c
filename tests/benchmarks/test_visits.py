"""What a benchmark prints of its visits."""

from scripts.benchmarks.visits import Visit, table


def test_it_prints_medians_and_their_share_of_the_reference():
    """One slow visit does not count; the bytes are in thousands."""
    ours = {"cold": [Visit(200, 9_000), Visit(9999, 10_000), Visit(100, 11_000)], "warm": [Visit(50, 0)]}
    stock = {"cold": [Visit(1000, 300_000)], "warm": [Visit(500, 400)]}
    assert table({"ours": ours, "stock": stock}, "stock").splitlines()[1:] == [
        "ours                          200   0.20       50   0.10       10        0",
        "stock                        1000   1.00      500   1.00      300        0",
    ]
