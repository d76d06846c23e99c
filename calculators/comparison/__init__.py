"""Two versions of one agreement, compared: what became of every clause, every figure and every rule.

In: the JSON of two versions (scripts/agreements/version_json.py). Out: `compare(old, new)` gives a Comparison, and
`page.compared(old, new)` what its page shows.

    comparison.py   the Comparison, put together; read this first
    versions.py     a version as it is read here
    alignment.py    which clause is which
    clauses.py      what became of each clause; figures.py of each figure; rules.py of each rule's answer
    redline.py      what became of a text, as the runs of runs.py; tables.py of a table, matching.py which words match
    tokens.py       a text as words, breaks and tables, by way of blocks.py (paragraphs) and inline.py (their inside)
    differences.py  how far two values lie apart

For the page: shape.py what stands where, wording.py what is said (words.json, house.py, rule_words.py, asked.py,
said.py), markup.py, inside.py and layout.py the redline as HTML, folding.py the list of clauses.
"""
