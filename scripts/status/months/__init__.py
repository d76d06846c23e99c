"""Closed months: figures that are written once, with all that they rest on, and each record chained to the one before.

    docs/status/months/<service>/<YYYY-MM>.json    a month's records: the first closes it, each later one revises it

    record.py      Record and MonthFile: their JSON, the hash of a record, what makes one no record
    account.py     contents: what a record says of a month; read this first
                   (evidence.py: what it rests on, and the same read back; terms_used.py: of the agreements, just that)
                   (figures.py: the figures; samples.py: the samples as lines, and their runs)
    reading.py     read_months: every file, and each service's chain without a gap
    comparing.py   what a record says and a new computation does not
    closing.py     closed, revised: the file with one record more, or the reason why there is none
    verifying.py   whether a file holds, from the file alone

The file is the evidence too: it is published as it is beside the month's page.
"""
