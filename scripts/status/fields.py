"""Takes values out of a YAML mapping by key; one of the wrong form is reported with its line and is then None."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from calculators.values.zones import Zone
from scripts.agreements.front_matter import iso_date
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import Yaml
from scripts.status.instants import YEARS, NoOffset, offsets_of, read_instant
from scripts.status.model import Text
from scripts.status.text import plain

LANGUAGES = ("nb", "sv", "en")
AMOUNT = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class Fields:
    """The mapping at a path of a document."""

    document: Yaml
    log: ProblemLog
    path: tuple[str, ...] = ()

    @property
    def keys(self) -> dict:
        found = self.document.value
        for key in self.path:
            found = found[key]
        return found

    def at(self, key: str) -> "Fields":
        return replace(self, path=(*self.path, key))

    def has(self, key: str) -> bool:
        """Whether a value is given; a key with nothing after it is as good as left out."""
        return self.keys.get(key) is not None

    def check_keys(self, known: tuple[str, ...]) -> None:
        for key in self.keys:
            if key not in known:
                expected = f"one of {', '.join(known)}"
                self.report(key, f'key "{excerpt(key)}" is not known', expected, did_you_mean(key, known))

    def text(self, key: str) -> str | None:
        value = self.keys.get(key)
        if isinstance(value, str) and plain(value):
            return plain(value)
        self.wrong(key, "a text")
        return None

    def choice(self, key: str, known: tuple[str, ...]) -> str | None:
        value = self.keys.get(key)
        if isinstance(value, str) and value in known:
            return value
        self.wrong(key, f"one of {', '.join(known)}", did_you_mean(str(value), known) if value else "")
        return None

    def yes_or_no(self, key: str) -> bool:
        """Whether a key says true; left out it says no."""
        value = self.keys.get(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, "true or false")
        return value is True

    def day(self, key: str) -> date | None:
        found = iso_date(self.keys.get(key))
        if found is None or found.year not in YEARS:
            self.wrong(key, "a day, as 2026-11-20")
            return None
        return found

    def month(self, key: str) -> date | None:
        """The first day of the month a value like 2026-09 names."""
        value = self.keys.get(key)
        found = iso_date(f"{value}-01") if isinstance(value, str) and len(value) == 7 else None
        if found is None or found.year not in YEARS:
            self.wrong(key, "a month, as 2026-09")
            return None
        return found

    def instant(self, key: str, zone: Zone) -> int | None:
        """The second at a time that names its offset from UTC; nothing is guessed where it names none."""
        expected = "a time with its offset from UTC, as 2026-11-20T09:12+01:00"
        try:
            return read_instant(self.keys.get(key))
        except NoOffset as fault:
            self.wrong(key, expected, f"On the clock of {zone.name} this is {offsets_of(fault.wall, zone)}.")
        except ValueError:
            self.wrong(key, expected)
        return None

    def amount(self, key: str) -> str | None:
        value = self.keys.get(key)
        text = str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
        if AMOUNT.fullmatch(text):
            return f"{Decimal(text):f}"
        self.wrong(key, 'an amount without its currency, as "690" or "690.50"')
        return None

    def users(self, key: str) -> int | None:
        value = self.keys.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.wrong(key, "a number of users, as 12")
        return None

    def texts(self, key: str, language: str) -> Text | None:
        """A text in the file's language alone, or a mapping of languages that has at least that one."""
        value = self.keys.get(key)
        if isinstance(value, str) and plain(value):
            return Text(language, {language: plain(value)})
        if not isinstance(value, dict) or not value:
            self.wrong(key, f"a text, or a text per language, as {{{language}: ...}}")
            return None
        inner, before = self.at(key), len(self.log.problems)
        inner.check_keys(LANGUAGES)
        read = {name: inner.text(name) for name in dict.fromkeys((language, *value)) if name in LANGUAGES}
        return Text(language, read) if len(self.log.problems) == before else None

    def mapping(self, key: str, expected: str) -> "Fields | None":
        """The mapping under a key, where it holds anything."""
        if isinstance(self.keys.get(key), dict) and self.keys[key]:
            return self.at(key)
        self.wrong(key, expected)
        return None

    def wrong(self, key: str, expected: str, likely: str = "") -> None:
        value = self.keys.get(key)
        found = f'"{key}" is missing' if value is None else f'"{key}" is «{excerpt(str(value))}»'
        self.report(key, found, expected, likely)

    def report(self, key: str, found: str, expected: str, likely: str = "") -> None:
        self.log.report(self.document.line(*self.path, key), found, expected, likely)
