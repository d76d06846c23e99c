"""Clock times and spans of the day: `kl. 01.00-06.00`, `08-16`, `0830`, `kl 08`, `hele døgnet`."""

import re

from scripts.agreements.languages import Language

TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?!\d)|(\d{2})(\d{2})(?!\d)|(\d{1,2})(?!\d)")
MIDNIGHT_AS_END = 24 * 60


def clock_time(text: str) -> str | None:
    """`HH:MM` for one printed time, up to 24:00; None when it is no time of day."""
    match = TIME.fullmatch(text)
    if not match:
        return None
    hours, minutes = int(match[1] or match[3] or match[5]), int(match[2] or match[4] or 0)
    if minutes > 59 or hours * 60 + minutes > MIDNIGHT_AS_END:
        return None
    return f"{hours:02}:{minutes:02}"


def clock(words: str, language: Language, *, sure: bool) -> str | None:
    """A time or a span `HH:MM-HH:MM`; digits alone count only when `sure`, or when they look like nothing else."""
    if words in language.all_day:
        return "00:00-24:00"
    bare, said = _without_clock_words(words, language)
    times = [clock_time(part) for part in bare.split("-")]
    if None in times or len(times) > 2:
        return None
    if not (sure or said or _looks_like_clock(bare)):
        return None
    return _span(*times) if len(times) == 2 else _start(times[0])


def _without_clock_words(words: str, language: Language) -> tuple[str, bool]:
    """The phrase with hyphens for `til` and without words like `kl`; and whether there were any."""
    kept, said = [], False
    between = any(word in language.between for word in words.split())
    for word in words.split():
        if word in language.clock_words | language.between:
            said = True
        elif word in language.until or (between and word in language.both):
            kept.append("-")
        else:
            kept.append(word)
    return re.sub(r" ?- ?", "-", " ".join(kept)), said


def _looks_like_clock(bare: str) -> bool:
    """A colon, a leading zero, or two times with minutes: no amount is written so."""
    return bool(re.fullmatch(r".*\d:\d.*|0\d.*|\d\d-0\d.*|\d{1,2}\.\d\d-\d{1,2}\.\d\d", bare))


def _span(start: str, end: str) -> str | None:
    return None if start == end or start == "24:00" else f"{start}-{end}"


def _start(time: str) -> str | None:
    return None if time == "24:00" else time
