"""Where the store lies: an option, else an environment variable, else the user's own folder for such things."""

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "PARAGRAF_MEASUREMENTS"
PUBLISHED = ("docs", "site", "templates")


class Misplaced(Exception):
    """A place that must not hold measurements; the message says why."""


def store_path(given: str | None, environment: Mapping[str, str], home: Path, repository: Path) -> Path:
    """The path of the store; Misplaced where it would be published with the site."""
    state = Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state")
    path = Path(given or environment.get(VARIABLE) or state / "paragraf" / "measurements.sqlite").absolute()
    return outside_published(path, repository)


def outside_published(path: Path, repository: Path) -> Path:
    """The same path; Misplaced where it lies in a folder that is published."""
    for folder in PUBLISHED:
        if path.resolve().is_relative_to((repository / folder).resolve()):
            raise Misplaced(
                f"{path} lies in {folder}/, which is published; expected a place outside it,"
                f" given by an option or by {VARIABLE}."
            )
    return path
