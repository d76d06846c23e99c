"""Benchmarks: how long a reader waits, measured in Chromium against other ways to get the same answer.

In: the built site. Out: medians and ratios on standard output; nothing here passes or fails.

    visits.py        what both measure: a visit, from navigation to what the reader came for; read this first
    contestants.py   first-answer: our calculator page and others that answer its question (`pages/`, packages.py)
    search_sites.py  search: our site and a stock one of the same texts; `readers/` act in the reader's place
    corpus.py        any number of invented agreements, as ours and as pages for a stock site
    server.py        serves a site as it is served, and counts the bytes
    status_times.py  needs no site: the status section of histories of several lengths, written by status_corpus.py
    comparing.py     needs no site: two invented versions of one agreement, compared in CPython
    rules_timed.py   calculators: every rule's worked example, asked in CPython
    measured_year.py calculators: a year of samples, invented; year_reader.py makes books of it, each time a new process
"""
