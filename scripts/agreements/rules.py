"""The rules in a version's front matter: their shape, and that figures and rules know each other both ways.

What a kind of rule needs is the calculators' business; they are asked through the function that is passed in.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from calculators.contract.names import figure_name
from scripts.agreements.lending import Lending
from scripts.agreements.model import Clause, Parameter, Version
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt, nearest
from scripts.agreements.rule_figures import assumed_figure, assumed_problem, figure_names, mapping
from scripts.agreements.yaml_lines import Yaml

CheckRule = Callable[[str, dict, dict], Iterable[tuple[tuple[str, ...], str, str, str]]]

KEYS = (
    "kind",
    "title",
    "clause",
    "figures",
    "assumed",
    "settings",
    "inputs",
    "results",
    "readings",
    "answer",
    "clauses",
    "conventions",
    "example",
)
SHAPE_NAMES = {str: "one word", list: "a list, as [first, second]", dict: "lines of the form `name: value`"}
DEEPEST_ROLE = 4  # figures, role, key, key
NOTHING_NAMED = "names neither a clause nor figures"
LANGUAGES = ("nb", "sv", "en")
MAPPINGS = ("assumed", "settings", "inputs", "results", "readings", "clauses", "example")


@dataclass(frozen=True)
class RuleChecker:
    """Checks the rules of one version against its clauses and figures, and against those it may borrow."""

    document: Yaml
    version: Version
    lending: Lending
    log: ProblemLog

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return self.version.clauses

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        return self.version.parameters

    def rules(self, check_rule: CheckRule | None) -> dict[str, dict]:
        """The well-formed rules, completed; everything wrong with any rule is reported."""
        declared = self.document.value.get("rules")
        if declared is None:
            declared = {}
        if not isinstance(declared, dict):
            self.log.report(self.document.line("rules"), '"rules" is no mapping', "rule names with their lines below")
            declared = {}
        sound = {name: self._completed(rule) for name, rule in declared.items() if self._is_sound(name, rule)}
        self._report_unread(declared)
        if check_rule:
            self._ask(check_rule, sound)
        return sound

    def _is_sound(self, name: str, rule: object) -> bool:
        """Whether the rule has the right shape; reports every fault in it."""
        before = len(self.log.problems)
        if not isinstance(rule, dict):
            self._report((name,), f'rule "{excerpt(name)}" is no mapping', "kind, title and figures below the name")
            return False
        self._check_keys(name, rule)
        self._check_kind(name, rule)
        self._check_title(name, rule)
        self._check_clause(name, rule)
        self._check_figures(name, rule)
        self._check_assumed(name, rule)
        self._check_readings(name, rule)
        return len(self.log.problems) == before

    def _check_keys(self, name: str, rule: dict) -> None:
        for key in rule:
            if key not in KEYS:
                self._report(
                    (name, key),
                    f'rule "{name}" has an unknown key "{excerpt(key)}"',
                    f"one of {', '.join(KEYS)}",
                    did_you_mean(key, KEYS),
                )
        for key in MAPPINGS:
            if key in rule and not isinstance(rule[key], dict):
                self._report((name, key), f'"{key}" of rule "{name}" is no mapping', "lines of the form `name: value`")

    def _check_kind(self, name: str, rule: dict) -> None:
        if not isinstance(rule.get("kind"), str):
            self._report(
                (name, "kind"), f'rule "{name}" has no kind', "kind: and the name of a kind of rule, as notice-end"
            )

    def _check_title(self, name: str, rule: dict) -> None:
        title = rule.get("title")
        missing = [key for key in LANGUAGES if not isinstance(title, dict) or not isinstance(title.get(key), str)]
        if missing:
            self._report(
                (name, "title"),
                f'rule "{name}" has no title in {", ".join(missing)}',
                "title: {nb: ..., sv: ..., en: ...}",
            )

    def _check_clause(self, name: str, rule: dict) -> None:
        """Every clause a rule names is there, and it names a clause or a figure at least."""
        anchors = [clause.anchor for clause in self.clauses]
        named = [(("clause",), rule["clause"])] if "clause" in rule else []
        named += [(("clauses", key), anchor) for key, anchor in mapping(rule, "clauses").items()]
        for path, anchor in named:
            if anchor not in anchors:
                found = f'rule "{name}" is read from clause "{excerpt(str(anchor))}", which is not there'
                self._report((name, *path), found, "the anchor of a clause", did_you_mean(str(anchor), anchors))
        if "clause" not in rule and not any(_is_own(figure) for _, figure in figure_names(rule)):
            found = "borrows all its figures and names no clause" if rule.get("figures") else NOTHING_NAMED
            self._report((name,), f'rule "{name}" {found}', "clause: or figures:")

    def _check_figures(self, name: str, rule: dict) -> None:
        if not isinstance(rule.get("figures", {}), dict):
            self._report(
                (name, "figures"), f'"figures" of rule "{name}" is no mapping', "lines of the form `role: name`"
            )
        for path, figure in figure_names(rule):
            if not isinstance(figure, str):
                found = f'«{excerpt(str(figure))}» in rule "{name}" is no figure\'s name'
                self._report((name, *path), found, "a name, as notice.period")
                continue
            if len(path) - path.index("figures") > DEEPEST_ROLE:
                found = f'"{excerpt(figure)}" in rule "{name}" stands too deep'
                self._report((name, *path), found, "a name, a list of names, or keys with names for each role")
                continue
            self._check_figure((name, *path), name, figure)

    def _check_figure(self, path: tuple[str | int, ...], rule: str, figure: str) -> None:
        lender = figure_name(figure).lender
        if lender and lender not in self.lending.lenders:
            found = f'rule "{rule}" borrows from "{excerpt(lender)}", which is no agreement to borrow from'
            expected = f"another agreement of the supplier, with a version in force on {self.version.first_day}"
            self._report(path, found, expected, did_you_mean(lender, self.lending.lenders))
            return
        known = self._figures_like(figure)
        if figure not in known:
            found = f'rule "{rule}" reads figure "{excerpt(figure)}", which no clause marks'
            self._report(path, found, "the name of a marked figure", did_you_mean(figure, known))

    def _figures_like(self, figure: str) -> list[str]:
        """What the name may be: marked figures, or "table/column" and "table/column/row" for the tables."""
        wanted = figure_name(figure)
        figures = self.lending.figures(wanted.lender) if wanted.lender else self.parameters
        names = figures if not wanted.column else _columns(figures.values())
        return [f"{wanted.lender}:{name}" if wanted.lender else name for name in names]

    def _check_assumed(self, name: str, rule: dict) -> None:
        for role, entry in mapping(rule, "assumed").items():
            problem = assumed_problem(entry)
            if problem:
                self._report((name, "assumed", role), f'"{role}" of rule "{name}": {problem.found}', problem.expected)

    def _check_readings(self, name: str, rule: dict) -> None:
        readings = mapping(rule, "readings")
        shapes = {"default": str, "because": dict, "others": list, "changes": dict, "words": dict}
        for key, value in readings.items():
            if key not in shapes:
                found = f'"readings" of rule "{name}" has an unknown key "{excerpt(key)}"'
                self._report((name, "readings", key), found, f"one of {', '.join(shapes)}", did_you_mean(key, shapes))
            elif not isinstance(value, shapes[key]):
                found = f'"{key}" of the readings of rule "{name}" is «{excerpt(str(value))}»'
                self._report((name, "readings", key), found, SHAPE_NAMES[shapes[key]])
        for key, change in mapping(readings, "changes").items():
            if not isinstance(change, dict):
                found = f'reading "{key}" of rule "{name}" changes «{excerpt(str(change))}»'
                self._report((name, "readings", "changes", key), found, "settings or figures with their values")

    def _completed(self, rule: dict) -> dict:
        """The rule with the clause of its first figure, where it names none itself, and its assumed figures parsed."""
        assumed = {
            role: {**entry, "parameter": assumed_figure(entry)} for role, entry in mapping(rule, "assumed").items()
        }
        whole = {**rule, "assumed": assumed} if assumed else rule
        if "clause" in rule:
            return whole
        first = next(figure for _, figure in figure_names(rule) if _is_own(figure))
        return {**whole, "clause": self.parameters[figure_name(first).figure].clause}

    def _report_unread(self, declared: dict) -> None:
        """Reports every figure that no rule, sound or not, reads."""
        named = [figure for rule in declared.values() for _, figure in figure_names(rule) if isinstance(figure, str)]
        read = {figure_name(figure).marked for figure in named} | self.lending.lent
        for name, parameter in self.parameters.items():
            if name not in read:
                similar = nearest(name, sorted(read - set(self.parameters)))
                self.log.report(
                    parameter.line,
                    f'figure "{name}" is marked but no rule reads it',
                    "a rule in the front matter that names it",
                    f'A rule reads "{similar}", which no clause marks.'
                    if similar
                    else "Where nothing computes with it, bind it in a rule of kind statement.",
                    next(clause.reference for clause in self.clauses if clause.anchor == parameter.clause),
                )

    def _ask(self, check_rule: CheckRule, rules: dict[str, dict]) -> None:
        """Passes every sound rule to the calculators and reports what they say."""
        plain = {name: parameter.figure for name, parameter in self.parameters.items()}
        plain |= {name: lent.parameter.figure for name, lent in self.lending.borrowed(rules).items()}
        for name, rule in rules.items():
            for path, found, expected, likely in check_rule(name, rule, plain):
                place = f" at {'.'.join(path)}" if path else ""
                self._report((name, *path), f'rule "{name}" of kind {rule["kind"]}{place}: {found}', expected, likely)

    def _report(self, path: tuple[str | int, ...], found: str, expected: str, likely: str = "") -> None:
        self.log.report(self.document.line("rules", *path), found, expected, likely)


def _is_own(figure: object) -> bool:
    return isinstance(figure, str) and not figure_name(figure).lender


def _columns(figures: Iterable[Parameter]) -> Iterator[str]:
    """The names of the columns of the tables among the figures, and of their cells."""
    for table in figures:
        if table.figure["kind"] == "table":
            for column in table.figure["columns"][1:]:
                yield f"{table.name}/{column}"
                yield from (f"{table.name}/{column}/{row['key']}" for row in table.figure["rows"])
