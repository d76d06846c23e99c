"""The front matter of a version: its dates, title and rules, checked key by key."""

import re
from dataclasses import dataclass
from datetime import date

from scripts.agreements.model import AppliesTo
from scripts.agreements.problems import ProblemLog, did_you_mean, excerpt
from scripts.agreements.yaml_lines import Yaml, read_yaml

KEYS = (
    *("title", "summary", "recorded_on", "effective_date", "announced_on", "applies_to", "supersedes", "kind"),
    *("part_of", "change_notice", "definitions", "rules"),
)
CLOSING = re.compile(r"\n---[^\S\n]*(?=\n|\Z)")
KINDS = ("substantive", "editorial")
CUSTOMERS = ("new_customers", "existing_customers")


@dataclass(frozen=True)
class FrontMatter:
    """What stands above the clauses; values that were wrong are reported and replaced by neutral ones."""

    title: str
    summary: str
    recorded_on: date | None
    effective_date: date | None
    announced_on: date | None
    applies_to: AppliesTo | None
    supersedes: str | None
    kind: str | None
    part_of: tuple[str, ...]
    change_notice: str | None
    document: Yaml | None  # None when it could not be read


def split_front_matter(text: str, log: ProblemLog) -> tuple[str | None, str, int]:
    """The front matter (None when there is none), the text below it, and the line the text starts on."""
    opening = text.partition("\n")[0]
    if opening.rstrip() != "---":
        found = f"the file starts with «{excerpt(opening)}»" if text.strip() else "the file is empty"
        log.report(1, found, "front matter between two lines of ---")
        return None, text, 1
    closing = CLOSING.search(text, len(opening))
    if closing is None:
        log.report(1, "the front matter is never closed", "a second line of --- before the first clause")
        lines = text.split("\n")
        clause = next((at for at, line in enumerate(lines) if line.startswith("## ")), len(lines))
        above = "\n".join(lines[1:clause]) if clause > 1 else None
        return above, "\n".join(lines[clause:]), min(clause + 1, len(lines))
    body = text[closing.end() + 1 :]
    return text[len(opening) + 1 : closing.start()], body, text.count("\n", 0, closing.start()) + 3


def read_front_matter(yaml_text: str | None, log: ProblemLog) -> FrontMatter:
    """The front matter of one version; without any, every value is neutral."""
    document = None if yaml_text is None else read_yaml(yaml_text, 2, log)
    if document and not isinstance(document.value, dict):
        log.report(2, "the front matter is no mapping", "lines of the form `key: value`")
        document = None
    reader = _Reader(document or Yaml({}), log)
    readable = document is not None
    reader.check_keys()
    return FrontMatter(
        title=reader.text("title", required=readable),
        summary=reader.text("summary", required=readable),
        recorded_on=reader.day("recorded_on", required=readable),
        effective_date=reader.day("effective_date"),
        announced_on=reader.day("announced_on"),
        applies_to=reader.applies_to(),
        supersedes=reader.text("supersedes") or None,
        kind=reader.choice("kind", KINDS),
        part_of=reader.words("part_of"),
        change_notice=reader.text("change_notice") or None,
        document=document,
    )


@dataclass(frozen=True)
class _Reader:
    """Takes values out of a YAML mapping and reports the ones of the wrong form."""

    document: Yaml
    log: ProblemLog

    def check_keys(self) -> None:
        for key in self.document.value:
            if key not in KEYS:
                self._report(
                    key, f'key "{excerpt(key)}" is not known', f"one of {', '.join(KEYS)}", did_you_mean(key, KEYS)
                )

    def text(self, key: str, *, required: bool = False) -> str:
        value = self.document.value.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None and not required:
            return ""
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._report(key, f'"{key}" is {_found(value)}', "a text")
        return ""

    def day(self, key: str, *, required: bool = False) -> date | None:
        value = self.document.value.get(key)
        if value is None and not required:
            return None
        found = iso_date(value)
        if found is None:
            self._report(key, f'"{key}" is {_found(value)}', "a date, as 2026-11-20")
        return found

    def applies_to(self) -> AppliesTo | None:
        """From when the text binds new and existing customers, where the days differ; both have to be named."""
        value = self.document.value.get("applies_to")
        if value is None:
            return None
        days = [iso_date(value.get(key)) for key in CUSTOMERS] if isinstance(value, dict) else []
        if len(days) == len(value) == 2 and all(days):
            return AppliesTo(*days)
        expected = "both days, as {new_customers: 2027-01-01, existing_customers: 2027-04-01}"
        stated = ", ".join(f"{key}: {day}" for key, day in value.items()) if isinstance(value, dict) else value
        self._report("applies_to", f'"applies_to" is {_found(stated)}', expected)
        return None

    def choice(self, key: str, known: tuple[str, ...]) -> str | None:
        value = self.document.value.get(key)
        if value is None or value in known:
            return value
        self._report(key, f'"{key}" is {_found(value)}', f"one of {', '.join(known)}", did_you_mean(str(value), known))
        return None

    def words(self, key: str) -> tuple[str, ...]:
        value = self.document.value.get(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._report(key, f'"{key}" is {_found(value)}', "a list, as [nettsoft/services-umbrella]")
        return ()

    def _report(self, key: str, found: str, expected: str, likely: str = "") -> None:
        self.log.report(self.document.line(key), found, expected, likely)


def iso_date(value: object) -> date | None:
    """The date a text like 2026-11-20 names."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _found(value: object) -> str:
    return "missing" if value is None else f"«{excerpt(str(value))}»"
