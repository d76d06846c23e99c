"""The clause model as values: a supplier's agreements, their versions, clauses, marks and figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from scripts.agreements.wording import Figure


@dataclass(frozen=True)
class Relation:
    """How agreements of a supplier belong together, in words, and the clauses that say so ("umbrella#general")."""

    kind: str  # together, order, conflict, silent
    says: Mapping[str, str]  # by language
    clauses: tuple[str, ...]
    line: int  # in supplier.yml


@dataclass(frozen=True)
class Supplier:
    """Whose agreements these are, and how it writes: language, currency, time zone, holiday calendar."""

    id: str
    name: str
    language: str
    currency: str
    time_zone: str
    holidays: str
    about: str
    contact: Mapping[str, str]  # role -> address
    fictional: bool = False  # an example for those who write agreements
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True)
class Mark:
    """`[text]{name kind=...}` in a clause; `start` and `end` are positions in the clause's body.

    A figure has a name; an override of a table cell has none; a dangling reference has the reason in `dangles`.
    """

    text: str
    name: str | None
    attributes: Mapping[str, str]
    start: int
    end: int
    line: int

    @property
    def dangles(self) -> str | None:
        return self.attributes.get("dangles")


@dataclass(frozen=True)
class Caption:
    """`{name kind=tiers ...}` and the table below it, up to `table_end` in the clause's body."""

    name: str
    attributes: Mapping[str, str]
    start: int
    end: int
    table_start: int
    table_end: int
    line: int
    table_line: int


@dataclass(frozen=True)
class Reference:
    """`[text](target)` to a clause: of this version, or of another agreement (`version` None: the one in force)."""

    text: str
    target: str
    agreement: str | None
    version: str | None
    anchor: str | None
    start: int
    end: int
    line: int

    @property
    def href(self) -> str:
        """Where it leads: within the page, or from the root of the site."""
        anchor = f"#{self.anchor}" if self.anchor else ""
        if self.agreement is None:
            return anchor
        return f"/agreements/{self.agreement}/{f'{self.version}/' if self.version else ''}{anchor}"


@dataclass(frozen=True)
class Clause:
    """One clause without its child clauses."""

    anchor: str  # stable across versions
    printed_number: str | None  # as printed: "4.1."
    heading: str | None  # None for a numbered paragraph
    level: int  # 2-4; a numbered paragraph stands one below its heading
    parent: str | None  # anchor of the clause it belongs under
    reference: str  # how people cite it
    ids: tuple[str, ...]  # every id that leads here: the anchor and, for the first with that number, the number
    body: str  # Markdown below the heading, or after the paragraph's number
    line: int  # in the file, of its first line
    body_line: int
    last_line: int
    sha256: str
    marks: tuple[Mark, ...] = ()
    captions: tuple[Caption, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def number(self) -> str | None:
        """The printed number without a closing full stop."""
        return self.printed_number.rstrip(".") if self.printed_number else None


@dataclass(frozen=True)
class Parameter:
    """A marked figure: its canonical value and the clause that states it."""

    name: str
    figure: Figure
    clause: str  # anchor
    text: str  # as printed
    line: int


@dataclass(frozen=True)
class AppliesTo:
    """The first day a version binds those who enter the agreement then, and those who had it before."""

    new_customers: date
    existing_customers: date


@dataclass(frozen=True)
class Borrowed:
    """A figure that a rule reads in another agreement: the clause and the version that state it there."""

    parameter: Parameter
    clause: Clause
    agreement: str
    version: str
    href: str
    title: str


@dataclass(frozen=True)
class Version:
    """The text of an agreement from one day on; a text without `effective_date` goes back to an unknown one."""

    agreement: str
    name: str  # the file's name and last part of its address: a date
    file: str
    title: str
    summary: str
    recorded_on: date
    effective_date: date | None
    announced_on: date | None
    applies_to: AppliesTo | None  # None where all customers are bound from one day
    supersedes: str | None
    kind: str | None
    part_of: tuple[str, ...]
    change_notice: str | None  # the rule that says how long ahead a change has to be announced
    clauses: tuple[Clause, ...]
    parameters: Mapping[str, Parameter]
    rules: Mapping[str, object]  # plain JSON
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)  # of the keys of the front matter
    borrowed: Mapping[str, Borrowed] = field(default_factory=dict)  # by the name the rules use
    definitions: Mapping[str, str] = field(default_factory=dict)  # anchor of the defining clause, by form of the term
    source_sha256: str = field(default="", compare=False)  # of the whole file, front matter and line ends included
    outline_sha256: str = field(default="", compare=False)  # of the front matter, the headings and the figures alone

    @property
    def href(self) -> str:
        return f"/agreements/{self.agreement}/{self.name}/"

    @property
    def first_day(self) -> date:
        """The effective date, or the day the text was recorded."""
        return self.effective_date or self.recorded_on

    @property
    def is_editorial(self) -> bool:
        """Whether it corrects the wording of the version before it and means the same."""
        return self.kind == "editorial"

    @property
    def line_of_dates(self) -> int:
        """Where the front matter says since when it applies."""
        return self.lines.get("effective_date", self.lines.get("recorded_on", 1))


@dataclass(frozen=True)
class Agreement:
    """A named contract of one supplier, its versions oldest first."""

    id: str  # "nettsoft/vps-access"
    supplier: Supplier
    versions: tuple[Version, ...] = field(default=())

    @property
    def title(self) -> str:
        return self.versions[-1].title

    def version(self, name: str) -> Version | None:
        return next((version for version in self.versions if version.name == name), None)

    def version_before(self, version: Version) -> Version | None:
        """The version it took over from."""
        at = self.versions.index(version)
        return self.versions[at - 1] if at else None

    def version_after(self, version: Version) -> Version | None:
        """The version that takes over from it."""
        return next(iter(self.versions[self.versions.index(version) + 1 :]), None)

    def in_force_from(self, version: Version) -> date | None:
        """The first day it applies to anybody; None for a first version that goes back to an unknown day.

        A later version without an effective date counts from the day it was recorded.
        """
        return None if version is self.versions[0] and version.effective_date is None else version.first_day

    def version_in_force(self, on: date) -> Version | None:
        """The version that applies on a day; a first version without effective date covers every earlier day."""
        return next((each for each in reversed(self.versions) if (self.in_force_from(each) or on) <= on), None)

    def known_on(self, day: date) -> "Agreement":
        """The agreement as it was known on a day: without what was announced later."""
        known = tuple(each for each in self.versions if each.announced_on is None or each.announced_on <= day)
        return replace(self, versions=known or self.versions[:1])

    @cached_property
    def outlined_from(self) -> str:
        """What the agreement was read from but for the wording of its clauses and the figures of others."""
        outlines = [(each.file, each.outline_sha256, each.rules) for each in self.versions]
        return repr((self.id, self.supplier, outlines))

    @cached_property
    def made_from(self) -> str:
        """All that the agreement was read from, in words: equal words are equal agreements, down to the lines."""
        texts = [(each.file, each.source_sha256, each.rules, each.borrowed) for each in self.versions]
        return repr((self.id, self.supplier, texts))
