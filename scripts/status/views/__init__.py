"""Views: plain dicts of ready strings, one module per kind of page; the templates in templates/status print them.

    frame.py       what stands around every page: languages, rooms, the sample notice, the instant
    overview.py    /status/                    does it work?
    service.py     /status/<service>/          one service and its months
    month.py       /status/<service>/2026-10/  one month by the contract's book
    past.py        /status/history/2026-10/    what began in one month
    event.py       /status/incidents/<id>/     one incident or maintenance with its updates

Shared parts: entry.py (an event in a list), verdict.py (a month in a few sentences), accounts.py (classes and their
sums), bars.py (pictures, and the same in words),
closing.py (the records of a closed month), embedding.py (what other sites can take).
"""
