"""The shared start of every command: from a bare machine to a command running in its own environment.

In: the lock files of the repository. Out: .venv, node_modules, Pango for the PDFs and, for the tests, a Chromium and
the servers of a real monitoring.
Standard library only and written for Python 3.8 and newer: this runs before the right Python is known. Read first:
start.py.
"""
