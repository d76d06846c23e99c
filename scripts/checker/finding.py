"""One finding as a value: where it stands, its class, and the facts its sentences are made of."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.checker.faults import FAULTS

Fact = str | Mapping[str, str]  # a quotation, a number, a clause; or the same thing said in each language


@dataclass(frozen=True)
class Finding:
    """A fault at a clause; `subject` tells two findings of one class at one clause apart."""

    fault: str
    agreement: str
    version: str
    file: str
    line: int
    anchor: str | None  # None: the finding is about the file, not about a clause
    clause: str  # how people cite it
    subject: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict, compare=False)

    @property
    def severity(self) -> str:
        return FAULTS[self.fault]

    @property
    def id(self) -> str:
        """A name that stays when lines move and when a later version repeats the fault."""
        parts = (self.fault, self.agreement, self.anchor or "", self.subject)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]

    @property
    def order(self) -> tuple[str, str, int, str, str]:
        return (self.agreement, self.version, self.line, self.fault, self.subject)


def quoted(text: str) -> str:
    """Words of a text as a finding cites them: on one line, in guillemets, without the dash of a list."""
    said = " ".join(text.split()).removeprefix("- ").removesuffix(" |").replace(" .", ".").replace(" ,", ",")
    return said if said.startswith("«") and said.endswith("»") and "«" not in said[1:] else f"«{said}»" if said else ""
