"""What somebody takes away from an answer: a receipt that can be checked, its dates for a calendar, its lines as CSV.

In: a request, the terms it was answered by, the day. Out: files as text. Read `files.py`, then `receipt.py`.
"""
