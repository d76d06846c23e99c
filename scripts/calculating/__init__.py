"""The command line of the calculators: requests as JSON in, responses as JSON out.

In CPython or in the browser's bundle.

In: the agreements under docs/ and standard input. Out: standard output. Read `command.py`.
"""
