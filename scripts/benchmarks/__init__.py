"""Benchmarks: how long a reader waits, measured in Chromium against other ways to get the same answer.

In: the built site. Out: medians and ratios on standard output; nothing here passes or fails.
comparing.py needs no site: two invented versions of one agreement, compared in CPython.
corpus.py writes any number of invented agreements, as ours and as pages for a stock site.
Read first: first_answer.py, then contestants.py. `pages/` holds the pages that the site's own page is compared with.
"""
