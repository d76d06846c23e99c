"""Weekly timetables: `mandag til fredag kl. 07-21, lørdag 09-18` as `mon-fri 07:00-21:00, sat 09:00-18:00`."""

import re

from scripts.agreements.clock import clock
from scripts.agreements.languages import Language
from scripts.agreements.languages.language import WEEK

SEPARATORS = {",", ";", "/"}
TOKEN = re.compile(r"[,;/]|-|[^\s,;/-]+")


def timetable(words: str, language: Language) -> str | None:
    """The canonical timetable, entries as printed; None when any word is neither day nor time.

    Days may stand before their hours or after them; hours without days of their own belong to the days before.
    """
    rest = _tokens(words, language)
    days_first = _days_come_first(rest, language)
    entries, days = [], []
    while rest:
        found, rest = _take_days(rest, language) if days_first else ([], rest)
        span, rest = _take_span(rest, language)
        if not days_first:
            found, rest = _take_days(rest, language)
        days = found or (days if days_first else [])
        if not days or not span:
            return None
        entries += [f"{run} {span}" for run in _runs(days)]
    return ", ".join(entries) or None


def _days_come_first(tokens: list[str], language: Language) -> bool:
    first = next((token for token in tokens if token in language.days or token[0].isdigit()), "")
    return first in language.days


def _tokens(words: str, language: Language) -> list[str]:
    """Words and separators; the language's word groups (`alle dager`, `til og med`) stay together."""
    groups = sorted(
        (g for g in [*language.days, *language.until, *language.all_day, *language.clock_words] if " " in g),
        key=len,
        reverse=True,
    )
    for group in groups:
        words = words.replace(group, group.replace(" ", "_"))
    return [token.replace("_", " ") for token in TOKEN.findall(words)]


def _take_days(tokens: list[str], language: Language) -> tuple[list[str], list[str]]:
    """The days at the front of the tokens; a hyphen between two days fills in the days between."""
    days: list[str] = []
    through = False
    for position, token in enumerate(tokens):
        if token in language.days:
            first, last = language.days[token]
            days += _through(days.pop(), last) if through and days else _through(first, last)
            through = False
        elif token == "-" or token in language.until:
            through = True
        elif token in language.both | language.clock_words or token in SEPARATORS:
            continue
        else:
            return days, tokens[position:]
    return days, []


def _take_span(tokens: list[str], language: Language) -> tuple[str | None, list[str]]:
    """The clock span at the front of the tokens, up to the next day, comma or word for both."""
    between = bool(tokens) and tokens[0] in language.between
    ends = SEPARATORS | set(language.days) | (set() if between else language.both)
    stop = next((at for at, token in enumerate(tokens) if token in ends), len(tokens))
    span = clock(" ".join(tokens[:stop]), language, sure=True)
    return (span if span and "-" in span else None), tokens[stop:]


def _through(first: str, last: str) -> list[str]:
    start, end = WEEK.index(first), WEEK.index(last)
    return list(WEEK[start : end + 1]) if start <= end else [*WEEK[start:], *WEEK[: end + 1]]


def _runs(days: list[str]) -> list[str]:
    """The days as unbroken runs in week order: `mon-fri`, `sat`."""
    runs: list[list[str]] = []
    for day in sorted(set(days), key=WEEK.index):
        if runs and WEEK.index(runs[-1][-1]) + 1 == WEEK.index(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    return [run[0] if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
