"""A rule as the newest version that has it declares it; an older one may have been dropped since."""

from typing import Any


def declared_rule(name: str, library: dict[str, Any]) -> dict[str, Any]:
    agreement, _, slug = name.partition(":")
    versions = reversed(library[agreement]["versions"])
    return next(version["rules"][slug] for version in versions if slug in version["rules"])
