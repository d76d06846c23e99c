"""A small document for other pages to show in a frame: whether it works, in one line that leads to the status page."""

from scripts.status import addresses
from scripts.status.environment import rendered
from scripts.status.ledger import Ledger
from scripts.status.views.overview import answer
from scripts.status.voice import Voice
from scripts.status.words import words


def banner_file(ledger: Ledger, language: str) -> tuple[str, str]:
    """The banner in one language; it has no script and asks for one style sheet."""
    voice, address = Voice(language, ledger.zone), addresses.banner(language)
    view = {
        "lang": language,
        "house": words(language),
        "style": addresses.BANNER_STYLE,
        "status": addresses.overview(language),
        "answer": answer(ledger, voice),
        "as_of": voice.moment(ledger.now),
        "as_of_iso": voice.iso(ledger.now),
        "is_sample": ledger.status.is_sample,
    }
    return f"{address[1:]}index.html", rendered("banner.html", address, **view) + "\n"
