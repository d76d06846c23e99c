"""Checking: what can be found by looking at files alone, as a list of places and messages.

In: the files that git tracks or would track. Out: lines like `file:line: what is wrong`. Read first: command.py.
"""
