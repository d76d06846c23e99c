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
DEEPEST = 20


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


class _Loader(yaml.SafeLoader):
    """Composes nodes; an alias is an error, as one word could stand for a whole document."""

    def compose_node(self, parent: object, index: object) -> yaml.Node:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise yaml.MarkedYAMLError(problem=f'alias "*{event.anchor}"', problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def read_yaml(text: str, first_line: int, log: ProblemLog) -> Yaml | None:
    """The document, or None after its fault is reported with its line."""
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        log.report(
            first_line + (mark.line if mark else 0),
            f"this is not YAML: {fault.problem}",
            "YAML, as `key: value`",
            "Put a text that holds a colon or starts with a special sign in quotation marks.",
        )
        return None
    except (yaml.YAMLError, RecursionError, ValueError) as fault:
        log.report(first_line, f"this is not YAML: {type(fault).__name__}", "YAML, as `key: value`")
        return None
    finally:
        if loader:
            loader.dispose()
    lines: dict[Path, int] = {(): first_line}
    value = _value(node, (), lines, first_line, log) if node else None
    return Yaml(value, lines)


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], first_line: int, log: ProblemLog) -> object:
    if len(path) > DEEPEST:
        log.report(first_line + node.start_mark.line, f"values nested more than {DEEPEST} deep", "flatter front matter")
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, lines, first_line, log)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*path, index)] = first_line + item.start_mark.line
        return [_value(item, (*path, i), lines, first_line, log) for i, item in enumerate(node.value)]
    return _scalar(node)


def _mapping(node: yaml.MappingNode, path: Path, lines: dict[Path, int], first_line: int, log: ProblemLog) -> dict:
    mapping: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = first_line + key_node.start_mark.line
        if not isinstance(key_node, yaml.ScalarNode):
            log.report(line, "a key that is a list or mapping", "a plain word as key")
            continue
        key = str(key_node.value)
        if key in mapping:
            log.report(line, f'key "{key}" stands twice, first on line {lines[(*path, key)]}', "each key once")
            continue
        lines[(*path, key)] = line
        mapping[key] = _value(value_node, (*path, key), lines, first_line, log)
    return mapping


def _scalar(node: yaml.ScalarNode) -> object:
    text = node.value
    if node.style is not None or node.tag == "!":
        return text
    if text in PLAIN:
        return PLAIN[text]
    return int(text) if re.fullmatch(r"-?(0|[1-9]\d{0,17})", text) else text
