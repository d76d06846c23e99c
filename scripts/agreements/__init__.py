"""Agreements: Markdown under docs/agreements in, the clause model and the terms JSON out.

    corpus.py        read_corpus(docs): every supplier and agreement, and every problem; read this first
    checked.py       checked_corpus(docs): the same with every rule held against its kind and its example computed
    versions.py      read_version: one file's text as a Version, in the order front matter, clauses, figures, rules
    model.py         the values: Supplier, Agreement, Version, Clause, Mark, Caption, Reference, Parameter
    terms.py         terms(agreement): the JSON that calculators read
    version_json.py  version_json(agreement, version): the same for one version, with the full text of its clauses
    rendering.py     clause_markdown: a clause's Markdown with its marks as HTML, for pages

From text to clauses: source.py (bytes), yaml_lines.py and front_matter.py, heads.py and clauses.py, markdown_code.py;
known.py holds what the versions of one agreement share, so that it is read once.
Inside a clause: marks.py and attributes.py find, references.py follows, tables.py and ranges.py read tables;
definitions.py knows where defined terms are used.
From words to figures: parameters.py (all of a text), figures.py (a mark), phrases.py and dates.py (one reader per
kind), wording.py, units.py, numbers.py, clock.py, timetables.py, languages/ (the words of nb, sv and en).
Between versions: succession.py (their order and dates), change_notice.py (announced in time), lock.py (unchanged).
rules.py and rule_figures.py check the front matter's rules, lending.py finds the figures they borrow from other
agreements, suppliers.py reads supplier.yml, relations.py what it says of which agreements apply together.
Whatever is wrong becomes a Problem (problems.py); no content makes a reader raise.
"""
