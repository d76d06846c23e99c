"""The lock of published versions: docs/agreements/lock.json holds the SHA-256 of each one's text.

What is locked is what binds: the title, the dates and what kind of change it was, and every clause with its anchor and
marks, in order. The summary, the agreements it is subordinate to, the defined terms and the rules are our aids to a
reader; they may be mended.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from scripts.agreements.model import Agreement, Version
from scripts.agreements.problems import Problem

Lock = Mapping[str, str]  # "nettsoft/vps-access/2026-11-20" -> SHA-256
DATES = ("recorded_on", "effective_date", "announced_on", "applies_to")


def lock_file(docs: Path) -> Path:
    return docs / "agreements" / "lock.json"


def read_lock(docs: Path) -> Lock:
    """The hashes of the locked versions; raises ValueError where the file is damaged."""
    if not lock_file(docs).exists():
        return {}
    lock = json.loads(lock_file(docs).read_text(encoding="utf-8-sig"))
    if not isinstance(lock, dict) or not all(isinstance(each, str) for each in lock.values()):
        raise ValueError("no mapping of versions to hashes")
    return lock


def lock_text(lock: Lock) -> str:
    """The lock as its file says it, one version on a line."""
    return json.dumps(dict(sorted(lock.items())), indent=1) + "\n"


def hashes(agreements: Iterable[Agreement]) -> dict[str, str]:
    """The hash of every version there is."""
    versions = (version for agreement in agreements for version in agreement.versions)
    return {f"{version.agreement}/{version.name}": text_sha256(version) for version in versions}


def text_sha256(version: Version) -> str:
    """The SHA-256 of a version's text."""
    head = {"title": version.title, "supersedes": version.supersedes, "kind": version.kind}
    dates = {name: getattr(version, name) for name in DATES}
    stated = [f"{name}: {value}" for name, value in (head | dates).items() if value is not None]
    clauses = [f"{clause.anchor} {clause.sha256}" for clause in version.clauses]
    return hashlib.sha256("\n".join([*stated, *clauses]).encode()).hexdigest()


def lock_problems(agreements: Iterable[Agreement], docs: Path) -> Iterator[Problem]:
    """Every locked version whose text has changed or is gone."""
    file = f"{docs.name}/agreements/lock.json"
    try:
        locked = read_lock(docs)
    except ValueError as fault:
        expected = 'a mapping as {"supplier/agreement/2026-11-20": "SHA-256"}; take the file back from git'
        yield Problem(file, 1, None, f"the lock cannot be read: {fault}", expected)
        return
    now = hashes(agreements)
    for name, sha256 in locked.items():
        text = f"{docs.name}/agreements/{name}.md"
        if name not in now:
            yield Problem(file, 1, None, f"the published version {name} is gone", f"{text} as it was; {BACK}")
        elif now[name] != sha256:
            yield Problem(text, 1, None, "the text of this published version has changed", f"it as it was; {BACK}", NEW)


BACK = "`git diff` shows what is different, and `git restore` brings the text back"
NEW = (
    "Correct forward instead: `scripts/new_version` makes the next version, with `kind: editorial` "
    "where only the wording is mended."
)
