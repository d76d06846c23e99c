"""The checker: agreements in, findings out - what a careful lawyer would write in the margin of a contract.

    checks.py      findings(agreements, today): every finding in a fixed order; read this first
    finding.py     Finding: where it stands, its class, and the facts its sentences are made of
    faults.py      every class of fault with its severity
    document.py    Document: one version among the others its customers are bound by; prose.py its text without marks
    circles.py     which agreements can have anything to do with each other, and are read together
    relations.py   which documents one customer is bound by, and which of them goes first
    detectors/     one module per class of fault, or per family of classes that read the same thing
    problems.py    what the readers of the texts found, as findings of the same form
    wording.py     a finding in words: words/ holds them in nb, sv and en
    seldom.py      words that most clauses do not have, told by their letters before a pattern is tried
    quantities.yml which names of figures state the same quantity
    vocabulary/    the words by which nb, sv and en texts refer, define and leave out; outdated.yml law that has passed

Nothing here mends a text, and nothing is guessed in silence: a finding that rests on likeness of words is a note.
"""
