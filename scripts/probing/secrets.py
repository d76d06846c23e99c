"""Puts secrets into the headers of a target, from the environment variables that the configuration lists."""

import re
from collections.abc import Mapping, Sequence

PLACE = re.compile(r"\$\{(\w+)\}")


class NoSecret(Exception):
    """A variable that is not listed or not set; the message says what was expected."""


def with_secrets(text: str, listed: Sequence[str], environment: Mapping[str, str]) -> str:
    """The text with `${NAME}` replaced for every listed variable."""
    return PLACE.sub(lambda place: _secret(place[1], listed, environment), text)


def _secret(name: str, listed: Sequence[str], environment: Mapping[str, str]) -> str:
    if name not in listed:
        raise NoSecret(f'"${{{name}}}" is not listed; expected its name under "secrets"')
    value = environment.get(name, "")
    if not value.isascii() or not value.isprintable() or not value:
        raise NoSecret(f"the environment variable {name} is empty or holds signs that a header may not")
    return value
