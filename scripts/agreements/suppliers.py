"""Reads `supplier.yml`: whose agreements a folder holds, and the language and conventions they are written in."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from scripts.agreements.languages import LANGUAGES
from scripts.agreements.model import Supplier
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.relations import read_relations
from scripts.agreements.units import CURRENCIES
from scripts.agreements.yaml_lines import Yaml, read_yaml

HOLIDAYS = ("NO", "SE", "DK")
KEYS = ("name", "language", "currency", "time_zone", "holidays", "about", "contact")
MAY_HAVE = ("fictional", "relations")


def read_supplier(id: str, text: str, log: ProblemLog) -> Supplier | None:
    """The supplier, or None after everything wrong with its file is reported."""
    document = read_yaml(text, 1, log)
    if document is None:
        return None
    if not isinstance(document.value, dict):
        log.report(1, "the file is no mapping", f"the keys {', '.join(KEYS)}")
        return None
    before = len(log.problems)
    _check_keys(document, log)
    _check_choice(document, "language", tuple(LANGUAGES), log)
    _check_choice(document, "currency", CURRENCIES, log)
    _check_choice(document, "holidays", HOLIDAYS, log)
    _check_choice(document, "time_zone", _time_zones(), log)
    _check_contact(document, log)
    _check_fictional(document, log)
    relations = read_relations(document, log)
    if len(log.problems) > before:
        return None
    return Supplier(id, **{**document.value, "relations": relations})


def _check_keys(document: Yaml, log: ProblemLog) -> None:
    for key in document.value:
        if key not in KEYS + MAY_HAVE:
            log.report(
                document.line(key),
                f'key "{excerpt(key)}" is not known',
                f"one of {', '.join(KEYS + MAY_HAVE)}",
                did_you_mean(key, KEYS + MAY_HAVE),
            )
    for key in KEYS:
        if key not in document.value:
            log.report(1, f'"{key}" is missing', f"a line `{key}: ...`")
    for key in ("name", "about"):
        if key in document.value and not isinstance(document.value[key], str):
            log.report(document.line(key), f'"{key}" is no text', "a text")


def _check_choice(document: Yaml, key: str, known: tuple[str, ...], log: ProblemLog) -> None:
    value = document.value.get(key)
    if key in document.value and value not in known:
        expected = f"one of {', '.join(known)}" if len(known) < 10 else "a zone of the IANA database, as Europe/Oslo"
        log.report(document.line(key), f'"{key}" is «{excerpt(str(value))}»', expected, did_you_mean(str(value), known))


@cache
def _time_zones() -> tuple[str, ...]:
    """The zones of the IANA database; to list them takes a walk through its files."""
    return tuple(available_timezones())


def _check_contact(document: Yaml, log: ProblemLog) -> None:
    contact = document.value.get("contact", {})
    if not isinstance(contact, Mapping) or not all(isinstance(address, str) for address in contact.values()):
        log.report(
            document.line("contact"),
            '"contact" is no mapping',
            "roles with their addresses, as Support: support@firm.example",
        )


def _check_fictional(document: Yaml, log: ProblemLog) -> None:
    value = document.value.get("fictional", False)
    if not isinstance(value, bool):
        found = f'"fictional" is «{excerpt(str(value))}»'
        log.report(document.line("fictional"), found, "true, for a supplier that only shows how agreements are written")
