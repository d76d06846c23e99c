"""Testing: the day and the site that all tests share, and the order in which they run.

In: arguments for pytest. Out: pytest's own report, its closing line last. Read first: command.py.
"""
