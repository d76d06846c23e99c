"""What a version's page says of its place among the others, at its head and at each clause: links with their words."""

from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import Agreement, Version
from scripts.publishing.comparison_pages import comparison_path
from scripts.publishing.standing import standing

BEFORE = ("to_previous", "is_added")  # the words that lead to a clause in that version, and those where it has none
AFTER = ("to_next", "is_gone")


@dataclass(frozen=True)
class Link:
    """Where a link leads, the name of its words, and what it is to this page."""

    href: str
    word: str
    rel: str = ""


@dataclass(frozen=True)
class Banner:
    """That a version is not the one in force, and where to go instead."""

    standing: str
    links: tuple[Link, ...]


def banner(agreement: Agreement, version: Version, today: date) -> Banner | None:
    """What is said of a version that is not in force; nothing of the one that is."""
    found, in_force = standing(agreement, version, today), agreement.version_in_force(today)
    if found == "in_force":
        return None
    to_in_force = (Link(f"/agreements/{agreement.id}/", "to_in_force"),) if in_force else ()
    return Banner(found, to_in_force + _changes(agreement, version, found))


def _changes(agreement: Agreement, version: Version, found: str) -> tuple[Link, ...]:
    """A superseded version leads to what replaced it, an upcoming one to what it will change."""
    before, after = agreement.version_before(version), agreement.version_after(version)
    if found == "superseded" and after:
        return (_comparison(agreement, version, after, "to_changed"),)
    return (_comparison(agreement, before, version, "to_changes"),) if before else ()


def coming(agreement: Agreement, version: Version, today: date) -> tuple[Link, ...]:
    """That the version in force will be replaced, where one that does so is known."""
    after = agreement.version_after(version)
    if after is None or standing(agreement, version, today) != "in_force":
        return ()
    return (Link(after.href, "to_coming"), _comparison(agreement, version, after, "to_changes"))


def neighbours(agreement: Agreement, version: Version) -> tuple[Link, ...]:
    """The versions before and after this one."""
    before, after = agreement.version_before(version), agreement.version_after(version)
    links = (before and Link(before.href, "to_previous", "prev"), after and Link(after.href, "to_next", "next"))
    return tuple(link for link in links if link)


def clause_neighbours(agreement: Agreement, version: Version) -> dict[str, tuple[Link, ...]]:
    """Each clause, by its anchor, in the versions before and after this one; without an address where one lacks it.

    An address lacks its end, the anchor, which is the same there as here: most clauses of a version have equal links.
    """
    before, after = agreement.version_before(version), agreement.version_after(version)
    beside = [
        ({clause.anchor for clause in other.clauses}, Link(f"{other.href}#", word), Link("", lacking))
        for other, word, lacking in ((before, *BEFORE), (after, *AFTER))
        if other
    ]
    return {
        clause.anchor: tuple(link if clause.anchor in there else lacking for there, link, lacking in beside)
        for clause in version.clauses
    }


def _comparison(agreement: Agreement, old: Version, new: Version, word: str) -> Link:
    return Link(f"/{comparison_path(agreement.id, old.name, new.name)}", word)
