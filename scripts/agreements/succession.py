"""The versions of one agreement in their order, and what their front matter has to agree on.

A version follows the one that began before it. Where nobody knows when a text began, the version that `supersedes` it
says where it belongs.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import pairwise

from scripts.agreements.model import Agreement, Parameter, Version

Finding = tuple[Version, str, str, str]  # the version, its key, what was found, what was expected
Report = Callable[[Version, int, str, str], None]


def in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    """The versions, oldest first; a superseded one stands before the one that took over from it."""
    ordered = sorted(versions, key=lambda version: (version.first_day, version.name))
    for later in list(ordered):
        earlier = next((each for each in ordered if each.name == later.supersedes), None)
        if earlier and not earlier.effective_date and ordered.index(earlier) > ordered.index(later):
            ordered.remove(earlier)
            ordered.insert(ordered.index(later), earlier)
    return tuple(ordered)


def check_succession(agreement: Agreement, report: Report) -> None:
    """Reports dates that contradict each other, and a version that is not what it says of the one before it."""
    for version, key, found, expected in _findings(agreement):
        report(version, version.lines.get(key, version.line_of_dates), found, expected)


def _findings(agreement: Agreement) -> Iterator[Finding]:
    first = agreement.versions[0]
    if first.is_editorial:
        yield first, "kind", "the first version is editorial", "an earlier version whose wording it corrects"
    for version in agreement.versions:
        yield from _of_dates(version)
        yield from _of_supersedes(agreement, version)
    for earlier, later in pairwise(agreement.versions):
        yield from _between(agreement, earlier, later)
        if later.is_editorial:
            yield from _of_meaning(earlier, later)


def _of_dates(version: Version) -> Iterator[Finding]:
    """Announced before it applies, and `applies_to` starts when the version does."""
    if version.announced_on and version.announced_on > version.first_day:
        found = f"announced on {version.announced_on}, after it begins on {version.first_day}"
        yield version, "announced_on", found, "the day customers were told of it, before it applied"
    days = version.applies_to
    if days and min(days.new_customers, days.existing_customers) != version.effective_date:
        found = f"applies to customers from {min(days.new_customers, days.existing_customers)} at the earliest"
        yield version, "applies_to", found, f"its effective date, {version.effective_date or 'which is not stated'}"


def _of_supersedes(agreement: Agreement, version: Version) -> Iterator[Finding]:
    """What it says it supersedes is the version before it."""
    before = agreement.version_before(version)
    if version.supersedes is None or (before and version.supersedes == before.name):
        return
    names = [each.name for each in agreement.versions if each is not version]
    reason = "which is not the version before it" if version.supersedes in names else "which is not there"
    expected = before.name if before else "no such line in the first version"
    yield version, "supersedes", f'supersedes "{version.supersedes}", {reason}', expected


def _between(agreement: Agreement, earlier: Version, later: Version) -> Iterator[Finding]:
    """A later version begins later, for every customer."""
    begins = agreement.in_force_from(earlier)
    if begins and begins >= later.first_day:
        yield later, "effective_date", f"begins on {later.first_day}, and {earlier.name} on {begins}", "a later day"
    elif earlier.applies_to and _last_bound(later) < earlier.applies_to.existing_customers:
        bound = earlier.applies_to.existing_customers
        found = f"binds existing customers from {_last_bound(later)}, and {earlier.name} from {bound}"
        yield later, "applies_to", found, "that day or a later one, in applies_to"


def _last_bound(version: Version) -> date:
    return version.applies_to.existing_customers if version.applies_to else version.first_day


def _of_meaning(earlier: Version, later: Version) -> Iterator[Finding]:
    """An editorial version states the figures of the version before it."""
    for was, is_now in changed_figures(earlier, later):
        words = [f"«{figure.text}»" if figure else "nothing" for figure in (was, is_now)]
        found = f'an editorial version changes figure "{(was or is_now).name}" from {words[0]} to {words[1]}'
        yield later, "kind", found, "kind: substantive, or the same figures"


def changed_figures(earlier: Version, later: Version) -> Iterator[tuple[Parameter | None, Parameter | None]]:
    """Each figure that says something else in the later version, as both state it; None where one does not."""
    for name in {**later.parameters, **earlier.parameters}:
        was, is_now = earlier.parameters.get(name), later.parameters.get(name)
        if (was and was.figure) != (is_now and is_now.figure):
            yield was, is_now
