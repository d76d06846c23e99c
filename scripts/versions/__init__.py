"""Versions: from the newest version of an agreement to the file of the next one, and from new versions to locked ones.

In: docs/agreements. Out: a new <date>.md to edit (copying.py), and docs/agreements/lock.json with the hashes of the
versions that were not locked yet (locking.py). What is locked, and what a lock is good for: scripts/agreements/lock.py.
"""
