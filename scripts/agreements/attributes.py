"""What stands between the braces of a mark or caption: a name and attributes, `credit.tiers kind=tiers hit=first`."""

import re

from scripts.agreements.problems import Unreadable, did_you_mean, excerpt

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*")
TOKEN = re.compile(r'(?P<key>[\w-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))(?=\s|$)|(?P<other>\S+)')


def name_and_attributes(braces: str, known: tuple[str, ...]) -> tuple[str | None, dict[str, str]]:
    """The name (None when there is none) and the attributes; raises `Unreadable` on anything else."""
    if re.search(r"=[“”„«']", braces):
        raise Unreadable(f"{{{excerpt(braces)}}} has typographic quotation marks", 'straight ones, as value="1/2"')
    name, attributes = None, {}
    for position, token in enumerate(TOKEN.finditer(braces)):
        if token["key"]:
            _add(attributes, token["key"], token["quoted"] if token["bare"] is None else token["bare"], known)
        elif position == 0:
            name = _checked_name(token["other"])
        else:
            raise _stray(token["other"], braces)
    return name, attributes


def listed(value: str) -> list[str]:
    """The parts of a comma list."""
    return [part.strip() for part in value.split(",")]


def _add(attributes: dict[str, str], key: str, value: str, known: tuple[str, ...]) -> None:
    if key not in known:
        raise Unreadable(
            f'attribute "{excerpt(key)}" is not known', f"one of {', '.join(known)}", did_you_mean(key, known)
        )
    if key in attributes:
        raise Unreadable(f'attribute "{key}" is given twice', "it once")
    attributes[key] = " ".join(value.split())


def _checked_name(name: str) -> str:
    if NAME.fullmatch(name):
        return name
    plain = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-.")
    likely = f'Did you mean "{plain[:60]}"?' if NAME.fullmatch(plain) else ""
    raise Unreadable(
        f'"{excerpt(name)}" is no name', "a name in lower-case kebab-case with dots, as notice.period", likely
    )


def _stray(token: str, braces: str) -> Unreadable:
    likely = 'Write a value with spaces in quotation marks, as domain="0..100 %".' if "=" in braces else ""
    return Unreadable(
        f'"{excerpt(token)}" after the name in {{{excerpt(braces)}}}', "attributes of the form key=value", likely
    )
