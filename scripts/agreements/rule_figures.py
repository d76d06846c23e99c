"""The figures a rule names or assumes, wherever it names them: by role, in nested mappings and lists, in a reading."""

from collections.abc import Iterator, Mapping

from scripts.agreements.figures import CANONICAL, marked_figure
from scripts.agreements.problems import Unreadable
from scripts.agreements.wording import Figure


def figure_names(rule: object) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every figure a rule or one of its readings names, with its path; "table/column" names one column of a table."""
    yield from _leaves(mapping(rule, "figures"), ("figures",))
    for key, change in mapping(mapping(rule, "readings"), "changes").items():
        yield from _leaves(mapping(change, "figures"), ("readings", "changes", key, "figures"))


def assumed_figure(entry: dict) -> Figure:
    """The figure that an assumption gives in canonical English; Unreadable where it gives none."""
    value = str(entry["value"])
    return marked_figure(value, {"value": value}, CANONICAL)


def assumed_problem(entry: object) -> Unreadable | None:
    """What keeps an assumption from being read, or None."""
    if not isinstance(entry, dict) or "value" not in entry or not entry.get("because"):
        return Unreadable("an assumption lacks its value or its reason", "value: and because:")
    try:
        assumed_figure(entry)
    except Unreadable as problem:
        return problem
    return None


def mapping(holder: object, key: str) -> dict:
    """The mapping under a key, empty where there is none."""
    value = holder.get(key) if isinstance(holder, dict) else None
    return value if isinstance(value, dict) else {}


def _leaves(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], object]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, (*path, index))
    else:
        yield path, value
