"""The words of a text, and those of them that tell no clause from another."""

import re
import unicodedata

from scripts.search.records import Record

WORD = re.compile(r"[^\W_]+")
# In the languages of texts and interface.
STOPWORDS = frozenset(
    """
    en ei et ett én den det de dem der då da du dere deres din ditt dine jeg jag meg mig min mitt mine vi oss vår vårt
    våre våra ni er ert era han hun hon og och eller men at att å som hva vad hvem vem hvor var hvordan hur hvorfor
    varför når när hvilken hvilke vilken vilka hvis om så også også i på av til till fra från for för med uten utan ved
    vid under over över etter efter før innan mot hos mellom mellan gjennom er är være vara blir bli har ha hadde hade
    kan kunne kunna skal ska skulle vil vill ville må måste får få gjør göra gör ikke inte ingen inga ingenting noe något
    noen någon alle alla ene man seg sig sin sitt sine sina
    the a an is are of to in on what when how do does can i my and or if
    """.split()
)


def words_of(text: str) -> list[str]:
    """Every word in small letters."""
    return [word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text))]


def words_of_record(record: Record) -> set[str]:
    """Every word that a clause is found by of itself."""
    said = (record.supplier, record.agreement, record.under, record.heading, record.text, record.asked)
    return set(words_of(" ".join(said)))
