"""A file's text as readers want it: UTF-8, composed letters, LF line ends; whatever else it held is a problem."""

import unicodedata
from pathlib import Path

from scripts.agreements.problems import ProblemLog


def read_source(path: Path, log: ProblemLog) -> str | None:
    """The text of the file, or None when it cannot be read as text."""
    try:
        return decoded(path.read_bytes(), log)
    except OSError as fault:
        log.report(1, f"the file cannot be read ({fault.strerror})", "a readable file")
        return None


def decoded(content: bytes, log: ProblemLog) -> str | None:
    """The text of the bytes; a byte order mark and Windows line ends are reported and dropped."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        log.report(
            line, f"byte 0x{content[fault.start]:02x} is not UTF-8", "a text in UTF-8", "Save the file as UTF-8."
        )
        return None
    if text.startswith("\ufeff"):
        log.report(1, "the file starts with a byte order mark", "plain UTF-8", "Save the file as UTF-8 without BOM.")
        text = text[1:]
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        log.report(line, "Windows line ends (CR LF)", "LF line ends", "Save the file with Unix line ends.")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
