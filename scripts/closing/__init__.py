"""The commands about closed months: `scripts/close_month` writes and revises them, `scripts/verify_month` checks one.

command.py              scripts/close_month; what it writes is decided in scripts/status/months/closing.py
stored.py               the samples that a month of a measured service is closed with
verifying_command.py    scripts/verify_month; it reads the file and nothing else
"""
