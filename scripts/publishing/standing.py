"""Whether a version is in force, to come or superseded on a day, said in the words of the page."""

from datetime import date, timedelta

from scripts.agreements.model import Agreement, Version
from scripts.publishing.dates import shown_date
from scripts.publishing.words import words


def standing(agreement: Agreement, version: Version, today: date) -> str:
    """One of in_force, upcoming and superseded."""
    in_force = agreement.version_in_force(today)
    if in_force is version:
        return "in_force"
    begun = agreement.versions[: agreement.versions.index(in_force)] if in_force else ()
    return "superseded" if version in begun else "upcoming"


def standing_words(agreement: Agreement, version: Version, today: date, language: str) -> str:
    """The standing as a sentence: since when, or that nobody knows since when, and until when."""
    own = words(language)["agreement"]
    known = "" if version.effective_date else "_unknown"
    sentence = own[standing(agreement, version, today) + known].format(
        effective=shown_date(version.first_day, language),
        recorded=shown_date(version.recorded_on, language),
        until=_until(agreement, version, language),
    )
    return sentence + _customers(version, today, language)


def _until(agreement: Agreement, version: Version, language: str) -> str:
    after = agreement.version_after(version)
    return shown_date(after.first_day - timedelta(days=1), language) if after else ""


def _customers(version: Version, today: date, language: str) -> str:
    """That those who had the agreement before are bound later, as long as that lies ahead."""
    days = version.applies_to
    if not days or days.existing_customers <= max(today, days.new_customers):
        return ""
    return words(language)["agreement"]["existing"].format(day=shown_date(days.existing_customers, language))
