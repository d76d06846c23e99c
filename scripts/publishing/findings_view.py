"""The checker's findings ready for the authors' page: by supplier and agreement, in the words of one language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from scripts.agreements.model import Agreement
from scripts.checker.faults import FAULTS, NOTE, SEVERITIES
from scripts.checker.finding import Finding, quoted
from scripts.checker.wording import Message, fault_words, message, page_words, severity_word


@dataclass(frozen=True)
class FindingView:
    """One finding as the page prints it."""

    id: str
    fault: str
    severity: str
    word: str
    place: str
    href: str
    file: str
    said: Message


@dataclass(frozen=True)
class AgreementFindings:
    """An agreement with its findings: what weighs more first, notes apart."""

    agreement: Agreement
    counts: Mapping[str, int]
    main: Sequence[FindingView]
    notes: Sequence[FindingView]

    @property
    def is_empty(self) -> bool:
        return not self.main and not self.notes


def by_agreement(
    found: Iterable[Finding], agreements: Sequence[Agreement], language: str
) -> list[tuple[str, list[AgreementFindings]]]:
    """Each supplier's name with its agreements by title, those without findings too."""
    own: dict[str, dict[str, Finding]] = {agreement.id: {} for agreement in agreements}
    for finding in found:
        own[finding.agreement].setdefault(finding.id, finding)
    in_order = sorted(agreements, key=lambda each: (each.supplier.name.casefold(), each.title.casefold()))
    views = [_of_agreement(each, list(own[each.id].values()), language) for each in in_order]
    return [(name, list(group)) for name, group in groupby(views, lambda each: each.agreement.supplier.name)]


def _of_agreement(agreement: Agreement, found: list[Finding], language: str) -> AgreementFindings:
    by_weight = sorted(found, key=lambda each: SEVERITIES.index(each.severity))
    views = [_view(each, agreement, language) for each in by_weight]
    counts = Counter(each.severity for each in found)
    return AgreementFindings(
        agreement,
        {severity: counts[severity] for severity in SEVERITIES},
        [view for view in views if view.severity != NOTE],
        [view for view in views if view.severity == NOTE],
    )


def _view(finding: Finding, agreement: Agreement, language: str) -> FindingView:
    version = agreement.version(finding.version)
    return FindingView(
        id=finding.id,
        fault=finding.fault,
        severity=finding.severity,
        word=severity_word(finding.severity, language),
        place=_place(finding, agreement, language),
        href=f"{version.href}#{finding.anchor}" if finding.anchor else version.href,
        file=f"{finding.file}:{finding.line}",
        said=message(finding, language),
    )


def _place(finding: Finding, agreement: Agreement, language: str) -> str:
    """The clause, and the version where the agreement has a later one than the one in force."""
    words = page_words(language)
    clause = _clause(finding.clause, words)
    is_latest = len(agreement.versions) > 1 and finding.version == agreement.versions[-1].name
    return f"{clause}, {words['upcoming'].format(version=finding.version)}" if is_latest else clause


def _clause(reference: str, words: Mapping[str, str]) -> str:
    """`punkt 6.6`, or a heading in quotation marks where the clause has no number."""
    if not reference:
        return words["whole"]
    return words["clause"].format(reference=reference) if reference[0].isdigit() else quoted(reference)


def totals(found: Iterable[Finding], language: str) -> list[str]:
    """How many of each weight: `31 errors`."""
    counted = Counter(each.severity for each in found)
    return [f"{counted[each]} {severity_word(each, language, count=counted[each])}" for each in SEVERITIES]


def severity_words(language: str) -> dict[str, str]:
    """The plural of each weight, for the head of a column and of a folded list."""
    return {severity: severity_word(severity, language, count=2) for severity in SEVERITIES}


def classes(found: Iterable[Finding], language: str) -> list[dict[str, str]]:
    """The classes that occur, each with its weight and why it matters, in the order of the guide."""
    occurring, words = {each.fault for each in found}, fault_words(language)
    return [
        {
            "fault": fault,
            "word": severity_word(severity, language),
            "title": words[fault]["title"],
            "why": words[fault]["why"],
        }
        for fault, severity in FAULTS.items()
        if fault in occurring
    ]
