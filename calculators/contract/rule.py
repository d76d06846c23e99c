"""A rule bound to the figures of one version, with its settings under one reading."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from calculators.contract.figures import ClauseRef, Figure, typed
from calculators.contract.names import FigureName, figure_name
from calculators.contract.terms import Version
from calculators.values.holidays import Holidays
from calculators.values.periods import LAST_DAY
from calculators.values.timetables import ServiceHours, Timetable
from calculators.values.working_days import MONDAY_TO_FRIDAY, MONDAY_TO_SATURDAY, WorkingDays
from calculators.values.zones import Zone

Bound = Figure | Mapping[str, Figure] | tuple[Figure, ...]


@dataclass(frozen=True)
class BoundRule:
    """What a calculator sees of a contract: figures, settings, and the supplier's zone, calendar and currency."""

    name: str
    version: Version
    declared: Mapping[str, Any]
    figures: Mapping[str, Bound]
    settings: Mapping[str, Any]
    clause: ClauseRef | None

    @property
    def zone(self) -> Zone:
        return Zone(self.version.supplier["time_zone"])

    @property
    def currency(self) -> str:
        return self.version.supplier["currency"]

    @property
    def holidays(self) -> Holidays:
        country = self.settings.get("holidays", self.version.supplier["holidays"])
        return Holidays(country, eves=self.settings.get("eves") == "closed")

    @property
    def working_days(self) -> WorkingDays:
        week = MONDAY_TO_SATURDAY if self.settings.get("saturday") == "working-day" else MONDAY_TO_FRIDAY
        return WorkingDays(self.holidays, week)

    @property
    def when_missing(self) -> str:
        return self.settings.get("when_missing", LAST_DAY)

    def clause_of(self, key: str) -> ClauseRef | None:
        """Return the clause the rule declares for a case under `clauses`, else the rule's own clause."""
        anchor = self.declared.get("clauses", {}).get(key)
        return clause_ref(self.version, anchor) if anchor else self.clause

    def setting(self, name: str, default: Any = None) -> Any:
        return self.settings.get(name, default)

    def has(self, role: str) -> bool:
        return role in self.figures

    def figure(self, role: str) -> Figure:
        """Return the one figure bound to a role."""
        return self.figures[role]

    def value(self, role: str) -> Any:
        """Return the typed value of the figure bound to a role."""
        return self.figures[role].value

    def printed_name(self, key: str) -> str:
        """Return what the clause calls a row of its table, or nothing where no table has the key."""
        columns = (bound for bound in self.figures.values() if isinstance(bound, Mapping))
        return next((column[key].text for column in columns if key in column and column[key].kind == "cell"), "")

    def service_hours(self, role: str, key: str | None = None) -> ServiceHours:
        """Return a timetable role, or its entry under a key, as service hours in the supplier's zone.

        They are closed on its public holidays unless declared open, for all or for the key.
        """
        figure = self.figures[role] if key is None else self.figures[role][key]
        is_open = self.setting("public_holidays") == "open" or key in self.setting("public_holidays_open_for", ())
        timetable: Timetable = figure.value
        if self.setting("saturday") == "working-day":
            timetable = timetable.with_saturday()
        return ServiceHours(timetable, self.zone, None if is_open else self.holidays)


def bound(version: Version, slug: str, defaults: Mapping[str, Any]) -> BoundRule:
    """Bind a rule of a version to its figures, over default settings.

    Raises KeyError where the rule or a figure is missing.
    """
    declared = version.rules[slug]
    figures = {role: _bound(version, names) for role, names in declared.get("figures", {}).items()}
    figures |= {role: _assumed(role, each) for role, each in declared.get("assumed", {}).items()}
    clause = clause_ref(version, declared["clause"]) if "clause" in declared else _first_clause(figures)
    settings = {**defaults, **declared.get("settings", {})}
    return BoundRule(f"{version.agreement}:{slug}", version, declared, figures, settings, clause)


def under(rule: BoundRule, changes: Mapping[str, Any]) -> BoundRule:
    """Return the rule under a reading: the settings it changes, and the figures it swaps under `figures`."""
    swapped = {role: _bound(rule.version, names) for role, names in changes.get("figures", {}).items()}
    settings = {name: value for name, value in changes.items() if name != "figures"}
    return replace(rule, settings={**rule.settings, **settings}, figures={**rule.figures, **swapped})


def column_of(version: Version, name: FigureName) -> Mapping[str, Figure]:
    """Return one column of a marked table as figures by row key, each with its row's printed name as its text."""
    whole = figure_of(version, name.marked)
    text = f"{name.marked}/{name.column}"
    return {row.key: Figure(text, "cell", row.cells[name.column], row.text, whole.clause) for row in whole.value}


def figure_of(version: Version, name: str) -> Figure:
    """Return a figure that the version marks or borrows, typed, with the clause that states it."""
    own = version.terms["parameters"].get(name)
    parameter = own or version.terms["borrowed"][name]
    clause = clause_ref(version, own["clause"], f"figure-{name}") if own else _lent_clause(name, parameter)
    return Figure(name, parameter["kind"], typed(parameter), parameter.get("text", ""), clause)


def _lent_clause(name: str, lent: Mapping[str, Any]) -> ClauseRef:
    href = f"{lent['href']}#figure-{figure_name(name).figure}"
    return ClauseRef(
        lent["agreement"], lent["version"], lent["clause"], lent["reference"], href, lent["sha256"], lent["title"]
    )


def figures_in(bound_figures: Any) -> list[Figure]:
    """Return every single figure of roles, keys and lists, in declared order."""
    if isinstance(bound_figures, Figure):
        return [bound_figures]
    members = bound_figures.values() if isinstance(bound_figures, Mapping) else bound_figures
    return [figure for member in members for figure in figures_in(member)]


def _bound(version: Version, names: Any) -> Bound:
    if isinstance(names, str):
        return _named(version, figure_name(names))
    if isinstance(names, Mapping):
        return {key: _bound(version, name) for key, name in names.items()}
    return tuple(figure_of(version, name) for name in names)


def _named(version: Version, name: FigureName) -> Bound:
    if not name.column:
        return figure_of(version, name.marked)
    column = column_of(version, name)
    return column[name.row] if name.row else column


def _assumed(role: str, entry: Mapping[str, Any]) -> Figure:
    parameter = entry["parameter"]
    return Figure(role, parameter["kind"], typed(parameter), parameter.get("text", entry["value"]), None)


def clause_ref(version: Version, anchor: str, target: str | None = None) -> ClauseRef:
    """Return where a clause stands; the address leads to the target in it where one is given."""
    clause = version.terms["clauses"][anchor]
    href = f"{version.terms['href']}#{target or anchor}"
    return ClauseRef(version.agreement, version.label, anchor, clause["reference"], href, clause["sha256"])


def _first_clause(figures: Mapping[str, Bound]) -> ClauseRef | None:
    return next((figure.clause for figure in figures_in(figures) if figure.clause), None)
