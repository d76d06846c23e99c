"""A day as a reader of each language writes it."""

from datetime import date

from calculators.words import table


def shown_date(day: date, language: str) -> str:
    """20.11.2026 in Norwegian, 2026-11-20 in Swedish, 20 November 2026 in English."""
    if language == "nb":
        return f"{day:%d.%m.%Y}"
    if language == "sv":
        return day.isoformat()
    return f"{day.day} {table('calendar')['months']['en'][day.month - 1]} {day.year}"
