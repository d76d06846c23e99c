"""What a rule knows of its agreement: marked figures with their clauses, settings, readings, and the version in force.

In: the terms of an agreement as JSON (`scripts/agreements/terms.py` writes it). Out: typed figures and a `BoundRule`.
Read `terms.py` first, it finds the version: `figures.py` gives a figure its type, `rule.py` binds a rule.
"""
