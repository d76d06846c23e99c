"""YAML as plain JSON values together with the line each value stands on.

Only `true`, `false`, `null` and whole numbers are read as such; dates, decimals, `NO` and `08:30` stay the text that
was written. Aliases are refused, duplicate keys reported.
"""

import re
from dataclasses import dataclass, field

import yaml

from scripts.agreements.problems import ProblemLog

Path = tuple[str | int, ...]
PLAIN = {"true": True, "false": False, "null": None, "~": None, "": None}
INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
DEEPEST = 20
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where it is there: several times as fast
MISSING = object()


@dataclass(frozen=True)
class Yaml:
    """A YAML document: its value and the line of every key and list item, by path."""

    value: object
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, *path: str | int) -> int:
        """The line of the value at the path, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, first_line: int, log: ProblemLog) -> Yaml | None:
    """The document, or None after its fault is reported with its line."""
    builder = _Builder(first_line, log)
    try:
        for event in yaml.parse(text, LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        _report_not_yaml(first_line + (mark.line if mark else 0), str(fault.problem), log)
        return None
    except (yaml.YAMLError, ValueError) as fault:
        _report_not_yaml(first_line, type(fault).__name__, log)
        return None
    return Yaml(builder.value, builder.lines)


def _report_not_yaml(line: int, fault: str, log: ProblemLog) -> None:
    log.report(
        line,
        f"this is not YAML: {fault}",
        "YAML, as `key: value`",
        "Put a text that holds a colon or starts with a special sign in quotation marks.",
    )


@dataclass
class _Open:
    """A mapping or list that is being filled; `key` waits for its value."""

    holder: dict[str, object] | list[object]
    path: Path
    key: object = MISSING


class _Builder:
    """Builds the value from YAML's events, one by one: a document of any depth costs no recursion."""

    def __init__(self, first_line: int, log: ProblemLog) -> None:
        self.first_line, self.log = first_line, log
        self.value: object = None
        self.lines: dict[Path, int] = {(): first_line}
        self.open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._take_start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem=f'alias "*{event.anchor}"', problem_mark=event.start_mark)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        around = self.open[-1] if self.open else None
        if around and isinstance(around.holder, dict) and around.key is MISSING:
            self._take_key(around, event)
        else:
            self._put(_scalar(event), event)

    def _take_key(self, around: _Open, event: yaml.ScalarEvent) -> None:
        around.key = event.value
        path = (*around.path, event.value)
        line = self.first_line + event.start_mark.line
        if self.lines.setdefault(path, line) != line or event.value in around.holder:
            self.log.report(
                line, f'key "{event.value}" stands twice, first on line {self.lines[path]}', "each key once"
            )

    def _take_start(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.open) >= DEEPEST:
            raise yaml.MarkedYAMLError(problem=f"more than {DEEPEST} levels", problem_mark=event.start_mark)
        around = self.open[-1] if self.open else None
        if around and isinstance(around.holder, dict) and around.key is MISSING:
            raise yaml.MarkedYAMLError(problem="a list or mapping as key", problem_mark=event.start_mark)
        holder: dict | list = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.open.append(_Open(holder, self._put(holder, event)))

    def _put(self, value: object, event: yaml.Event) -> Path:
        """Stores a value where it belongs and returns its path; of two values with one key the first stays."""
        if not self.open:
            self.value = value
            return ()
        around = self.open[-1]
        if isinstance(around.holder, list):
            path = (*around.path, len(around.holder))
            self.lines.setdefault(path, self.first_line + event.start_mark.line)
            around.holder.append(value)
            return path
        path = (*around.path, around.key)
        around.holder.setdefault(around.key, value)
        around.key = MISSING
        return path


def _scalar(event: yaml.ScalarEvent) -> object:
    """The text as written; a quoted one is never a number."""
    text = event.value
    if event.style or event.tag:
        return text
    if text in PLAIN:
        return PLAIN[text]
    return int(text) if INTEGER.fullmatch(text) else text
