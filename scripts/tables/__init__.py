"""Tables from outside the contracts, generated from a well-kept source and pinned in `calculators/tables/`.

In: the `holidays` package. Out: JSON that names its source and reach. Read `holiday_table.py`.
"""
