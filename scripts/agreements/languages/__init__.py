"""The words of figures in the languages agreements are written in: one file per language, one `Language` value each.

`LANGUAGES["nb"]` is how Norwegian bokmål says numbers, units, weekdays and comparisons. English doubles as the
language of canonical values (`value="1 working-day"`). A new language is one new file and one line here.
"""

from scripts.agreements.languages.en import ENGLISH
from scripts.agreements.languages.language import Language
from scripts.agreements.languages.nb import BOKMAL
from scripts.agreements.languages.sv import SWEDISH

LANGUAGES: dict[str, Language] = {"nb": BOKMAL, "sv": SWEDISH, "en": ENGLISH}

__all__ = ["LANGUAGES", "Language"]
