"""The text of an event's file: made new, a key of its front matter set, an update added; the rest stays as it is."""

import json
import re
from collections.abc import Mapping

from scripts.agreements.markdown_code import without_code
from scripts.agreements.problems import ProblemLog
from scripts.agreements.yaml_lines import read_yaml
from scripts.status.model import Suffered

FENCE = "---"
HEADING = re.compile(r"#{1,6}")


def new_document(keys: Mapping[str, str]) -> str:
    """A file with these keys, each already in its YAML form, and no update yet."""
    return "\n".join([FENCE, *(_line(key, value) for key, value in keys.items()), FENCE, ""])


def with_key(text: str, key: str, value: str | None) -> str:
    """The text with a key of its front matter set, or taken out where there is no value."""
    lines = text.split("\n")
    closing = lines.index(FENCE, 1)
    start = next((at for at in range(1, closing) if lines[at].partition(":")[0] == key), closing)
    end = start
    if start < closing:
        end = next((at for at in range(start + 1, closing) if lines[at] and lines[at][0] not in " #"), closing)
    return "\n".join([*lines[:start], *([_line(key, value)] if value is not None else []), *lines[end:]])


def with_update(text: str, at: str, state: str, told: Mapping[str, str], language: str) -> str:
    """The text with an update at its end: the file's own language right below the heading, the others under theirs."""
    others = [part for spoken, words in told.items() if spoken != language for part in (f"### {spoken}", _body(words))]
    return "\n\n".join([text.rstrip("\n"), f"## {at} {state}", _body(told[language]), *others]) + "\n"


def title_value(title: Mapping[str, str]) -> str:
    """A title in YAML: a line for each language."""
    return "".join(f"\n  {language}: {_scalar(words)}" for language, words in title.items())


def services_value(suffered: Mapping[str, Suffered]) -> str:
    """The services hit in YAML: a line for each."""
    return "".join(f"\n  {service}: {{{_hit(each)}}}" for service, each in suffered.items())


def _hit(each: Suffered) -> str:
    users = f", affected_users: {each.affected_users}, total_users: {each.total_users}"
    return f"impact: {each.impact}{users if each.total_users is not None else ''}"


def _line(key: str, value: str) -> str:
    return f"{key}:{value}" if value.startswith("\n") else f"{key}: {value}"


def _scalar(words: str) -> str:
    """The words as they are where YAML reads them so, else in quotation marks."""
    log = ProblemLog("")
    read = read_yaml(f"words: {words}", 1, log) if "\n" not in words else None
    is_plain = read is not None and not log.problems and read.value == {"words": words} and words[:1] not in "'\""
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def _body(words: str) -> str:
    """The words with every line that would be read as a heading, and so as another update, turned to plain text."""
    stripped = words.strip()
    shown = without_code(stripped).split("\n")
    lines = zip(stripped.split("\n"), shown, strict=True)
    return "\n".join(f"\\{line}" if HEADING.match(visible) else line for line, visible in lines)
