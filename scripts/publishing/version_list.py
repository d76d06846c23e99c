"""The versions of an agreement as its pages list them: when each applies to whom, what it changed, and its banner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from calculators.comparison.house import say
from scripts.agreements.model import Agreement, Version
from scripts.publishing.comparison_pages import comparison_path
from scripts.publishing.dates import shown_date
from scripts.publishing.standing import standing
from scripts.publishing.words import words


@dataclass(frozen=True)
class VersionRow:
    """A line of the list; what it says in words is kept under `version <name> ...` among the words of the page."""

    name: str
    href: str
    standing: str
    is_editorial: bool
    changes_href: str | None
    new_from: str  # the first day it binds who enters the agreement then; empty: every earlier day
    existing_from: str  # the same for those who had the agreement before


@dataclass(frozen=True)
class Span:
    """The days from one to another, both included; None where there is no first or last."""

    first: date | None
    last: date | None

    @property
    def is_empty(self) -> bool:
        return bool(self.first and self.last and self.first > self.last)


def version_rows(agreement: Agreement, today: date) -> list[tuple[Version, VersionRow]]:
    """Every version with its line, the newest first."""
    return [(version, _row(agreement, version, today)) for version in reversed(agreement.versions)]


def applies_apart(agreement: Agreement) -> bool:
    """Whether new and existing customers are bound from different days by some version."""
    return any(version.applies_to for version in agreement.versions)


def version_words(agreement: Agreement, today: date, language: str) -> Iterator[tuple[str, str]]:
    """What the list says in one language, by the names under which a page keeps its words."""
    own = words(language)["versions"]
    for name in ("title", "lead", "new", "existing", "all_customers", "announced", "changes", "compare", "first"):
        yield f"versions.{name}", own[name]
    for name in ("which", "class", "is_existing", "is_new", "agreed_on", "agreed_help", "day", "before", "none"):
        yield f"versions.{name}", own[name]
    if len(agreement.versions) > 1:
        yield "versions.any", say("choose", language)
    for at, version in enumerate(agreement.versions):
        later = agreement.versions[at + 1 :]
        yield f"version {version.name}", _name(version, own, language)
        yield f"version {version.name} standing", own[_standing_key(agreement, version, today)]
        yield f"version {version.name} new", _said(_span(agreement, version, later, new=True), own, language)
        yield f"version {version.name} existing", _said(_span(agreement, version, later, new=False), own, language)
        yield f"version {version.name} announced", _day(version.announced_on, language)
        yield f"version {version.name} applies", _applies(version, own, language)


def first_day(agreement: Agreement, version: Version, *, new: bool) -> date | None:
    """The day from which a version binds a class of customers; None for every earlier day."""
    days = version.applies_to
    if not days:
        return agreement.in_force_from(version)
    return days.new_customers if new else days.existing_customers


def _row(agreement: Agreement, version: Version, today: date) -> VersionRow:
    before = agreement.version_before(version)
    return VersionRow(
        name=version.name,
        href=version.href,
        standing=standing(agreement, version, today),
        is_editorial=version.is_editorial,
        changes_href=f"/{comparison_path(agreement.id, before.name, version.name)}" if before else None,
        new_from=str(first_day(agreement, version, new=True) or ""),
        existing_from=str(first_day(agreement, version, new=False) or ""),
    )


def _span(agreement: Agreement, version: Version, later: Sequence[Version], *, new: bool) -> Span:
    """The days on which it is the newest version that binds a class of customers."""
    ends = [first_day(agreement, each, new=new) for each in later]
    last = min(ends) - timedelta(days=1) if ends else None
    return Span(first_day(agreement, version, new=new), last)


def _said(span: Span, own: dict[str, str], language: str) -> str:
    if span.is_empty:
        return own["never"]
    key = ("from_to" if span.last else "from") if span.first else ("to" if span.last else "always")
    return own[key].format(first=_day(span.first, language), last=_day(span.last, language))


def _name(version: Version, own: dict[str, str], language: str) -> str:
    key = "dated" if version.effective_date else "recorded"
    return own[key].format(day=shown_date(version.first_day, language))


def _standing_key(agreement: Agreement, version: Version, today: date) -> str:
    """Its standing; of an editorial version that it mends the wording only."""
    return standing(agreement, version, today) + ("_editorial" if version.is_editorial else "")


def _applies(version: Version, own: dict[str, str], language: str) -> str:
    key = "applies" if version.effective_date else "applies_unknown"
    return own[key].format(day=shown_date(version.first_day, language))


def _day(day: date | None, language: str) -> str:
    return shown_date(day, language) if day else ""
