"""A file's text as readers want it: UTF-8, composed letters, LF line ends; what is no text is a problem."""

import unicodedata
from pathlib import Path

from scripts.agreements.problems import ProblemLog

CUT_OFF = "The file ends in the middle of a letter: the rest of it may have been lost."


def read_source(path: Path, log: ProblemLog) -> str | None:
    """The text of the file, or None when it cannot be read as text."""
    try:
        return decoded(path.read_bytes(), log)
    except OSError as fault:
        log.report(1, f"the file cannot be read ({fault.strerror})", "a readable file")
        return None


def decoded(content: bytes, log: ProblemLog) -> str | None:
    """The text of the bytes; a byte order mark and Windows line ends, which some editors add, are dropped."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        likely = CUT_OFF if fault.reason == "unexpected end of data" else "Save the file as UTF-8."
        log.report(line, f"byte 0x{content[fault.start]:02x} is not UTF-8", "a text in UTF-8", likely)
        return None
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
