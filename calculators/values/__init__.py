"""Numbers, dates and intervals with their units in the type; each module stands alone.

In: plain Python values. Out: frozen values and pure functions of them. Read `periods.py` and `intervals.py` first.
"""
