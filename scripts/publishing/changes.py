"""What happens to agreements from day to day: a version is announced, takes effect, reaches those who came before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from scripts.agreements.model import Agreement, Version
from scripts.agreements.succession import changed_figures
from scripts.publishing.comparison_pages import comparison_path
from scripts.publishing.dates import shown_date
from scripts.publishing.words import words

ANNOUNCED, EFFECTIVE, EXISTING, RECORDED = "announced", "effective", "existing", "recorded"


@dataclass(frozen=True)
class Change:
    """One thing that happens to one version on one day."""

    agreement: Agreement
    version: Version
    what: str
    day: date

    @property
    def id(self) -> str:
        return lasting_id(f"{self.version.agreement}/{self.version.name}#{self.what}")

    @property
    def before(self) -> Version | None:
        return self.agreement.version_before(self.version)

    @property
    def path(self) -> str:
        """Where a reader sees it: the comparison with the version before, or the first version itself."""
        if self.before is None:
            return self.version.href.removeprefix("/")
        return comparison_path(self.agreement.id, self.before.name, self.version.name)

    @property
    def language(self) -> str:
        return self.agreement.supplier.language

    @property
    def title(self) -> str:
        """What happens, in the language of the text."""
        said = words(self.language)["feeds"][self.what if self.before else f"{self.what}_first"]
        named = {"title": self.version.title, "supplier": self.agreement.supplier.name}
        return said.format(**named, day=shown_date(self.version.first_day, self.language))

    @property
    def summary(self) -> str:
        """Since when it applies to whom, and the figures it changed."""
        return " ".join(_sentences(self))


def lasting_id(name: str) -> str:
    """An id that is the same for ever, wherever the site is published."""
    return str(uuid5(NAMESPACE_URL, f"paragraf:{name}"))


def changes(agreements: Iterable[Agreement], last: date | None = None) -> list[Change]:
    """Everything that happens up to a day, newest first; without a day, what lies ahead too."""
    found = [change for agreement in agreements for change in _of_agreement(agreement)]
    past = [change for change in found if last is None or change.day <= last]
    return sorted(past, key=lambda change: (change.day, change.version.agreement, change.what), reverse=True)


def _of_agreement(agreement: Agreement) -> Iterator[Change]:
    for version in agreement.versions:
        days = {ANNOUNCED: version.announced_on, EFFECTIVE: version.effective_date, EXISTING: _existing(version)}
        told = {what: day for what, day in days.items() if day} or {RECORDED: version.recorded_on}
        yield from (Change(agreement, version, what, day) for what, day in told.items())


def _existing(version: Version) -> date | None:
    """The day that binds existing customers, where it is another than the effective date."""
    day = version.applies_to and version.applies_to.existing_customers
    return day if day != version.effective_date else None


def _sentences(change: Change) -> Iterator[str]:
    own, version = words(change.language)["feeds"], change.version
    if version.is_editorial:
        yield own["editorial"]
    if version.effective_date:
        yield own["from"].format(day=shown_date(version.effective_date, change.language))
    if _existing(version):
        yield own["existing_from"].format(day=shown_date(_existing(version), change.language))
    if change.before:
        yield from _figures(change.before, version, own)


def _figures(earlier: Version, later: Version, own: dict[str, str]) -> Iterator[str]:
    """The figures that are others now, each with its clause: "3.2: 3 months → 1 month"."""
    references = {clause.anchor: clause.reference for clause in later.clauses}
    for was, is_now in changed_figures(earlier, later):
        if was and is_now and was.text and is_now.text:
            place = references[is_now.clause]
            yield own["figure"].format(reference=place, was=was.text, now=is_now.text)
