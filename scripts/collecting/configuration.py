"""Reads collect.yml: the server, its headers, and which series tells of which target."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from scripts.agreements.problems import ProblemLog
from scripts.measuring.store import LONGEST_STEP
from scripts.probing.configuration import Form, Name, Url, headers_with_secrets, read_form


class Collection(Form):
    """All of the file; `step` is how often the server scrapes the series."""

    server: Url
    step: int = Field(ge=1, le=LONGEST_STEP)
    timeout: int = Field(default=30, ge=1)
    headers: dict[str, str] = Field(default_factory=dict)
    secrets: list[str] = Field(default_factory=list)
    series: dict[Name, str] = Field(min_length=1)


def read_collection(path: Path, environment: Mapping[str, str], log: ProblemLog) -> Collection | None:
    """The file with its secrets, or None after everything wrong with it is reported."""
    found = read_form(path, Collection, log)
    if found is None:
        return None
    read, document = found
    headers = headers_with_secrets(read.headers, read.secrets, environment, document, ("headers",), log)
    return None if log.problems else read.model_copy(update={"headers": headers})
