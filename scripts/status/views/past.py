"""/status/history/2026-10/: what began in one month; other pages show the latest events alone and lead here."""

from datetime import date
from typing import Any

from scripts.status import addresses
from scripts.status.ledger import Ledger
from scripts.status.views.entry import entry
from scripts.status.voice import Voice

LATEST = 20  # the most events that a page lists which is not about one month


def past_view(month: date, ledger: Ledger, voice: Voice) -> dict[str, Any]:
    """The whole page in one language."""
    events, title = ledger.events_by_month[month], voice.say("past.title", month=voice.month(month))
    return {
        "title": title,
        "description": title,
        "overview": addresses.overview(voice.language),
        "events": [entry(event, ledger, voice) for event in events],
        "months": months_view(ledger, voice, but=month),
    }


def months_view(ledger: Ledger, voice: Voice, but: date | None = None) -> list[dict[str, Any]]:
    """The years that anything befell us in, the newest first, with a link to each of their months."""
    years: dict[int, list[dict[str, str]]] = {}
    for month in ledger.events_by_month:
        link = {
            "label": voice.month(month),
            "href": "" if month == but else addresses.of_past(f"{month:%Y-%m}", voice.language),
        }
        years.setdefault(month.year, []).append(link)
    return [{"year": str(year), "months": months} for year, months in years.items()]
