"""The arithmetic of the contracts: a self-contained wheel, standard library only, for CPython and the browser.

In: a request (which rule, which inputs) and the terms of the agreements (their marked figures, as JSON).
Out: a response with its status, result, steps, clauses, readings and conventions.

Read `answer.py` first: it follows a request from the door to the response. `registry.py` lists the kinds of rule, one
module each at the root of this folder. `contract/` is what a rule knows of its agreement, `values/` are the numbers,
dates and intervals, `words/` is everything a person reads, `pictures/` what an answer looks like. `comparison/` is a
room of its own: two versions of one agreement, compared. Nothing here reads a clock, a user's file or the network.
"""
