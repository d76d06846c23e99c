"""Whether a version is in force, to come or superseded on a day, said in the words of the page."""

from datetime import date

from scripts.agreements.model import Agreement, Version
from scripts.publishing.dates import shown_date
from scripts.publishing.words import words


def standing(agreement: Agreement, version: Version, today: date) -> str:
    """One of in_force, upcoming and superseded."""
    in_force = agreement.version_in_force(today)
    if in_force is version:
        return "in_force"
    return "upcoming" if version.first_day > today else "superseded"


def standing_words(agreement: Agreement, version: Version, today: date, language: str) -> str:
    """The standing as a sentence: since when, or that nobody knows since when."""
    known = "" if version.effective_date else "_unknown"
    sentence = words(language)["agreement"][standing(agreement, version, today) + known]
    return sentence.format(
        effective=shown_date(version.first_day, language), recorded=shown_date(version.recorded_on, language)
    )
