"""Whether the lock files pin everything by hash and leave open where it is downloaded from."""

import json
import re
from pathlib import Path

from scripts.checking.finding import Finding

HOST = re.compile(r"https?:|file:|^\s*(?:-i|-f|--[\w-]*(?:index|url|links|host))\b")
PIN = re.compile(r"^[\w.-]+(?:\[[\w,.-]+\])?==\S+")


def lock_file_findings(root: Path) -> list[Finding]:
    """What is wrong in any lock file of the repository."""
    findings = []
    for path in sorted(root.glob("requirements*.txt")):
        findings += requirements_findings(path.name, path.read_text())
    return findings + package_lock_findings("package-lock.json", (root / "package-lock.json").read_text())


def requirements_findings(name: str, text: str) -> list[Finding]:
    """Lines that name a host, packages that are not pinned exactly or carry no hash."""
    findings = []
    for number, line in enumerate(text.splitlines(), start=1):
        if HOST.search(line):
            findings.append(Finding(name, number, f"names a place to download from: {line.strip()}"))
    for number, requirement in _requirements(text):
        if not PIN.match(requirement):
            findings.append(Finding(name, number, f"is not pinned with ==: {requirement.split()[0]}"))
        if "--hash=sha256:" not in requirement:
            findings.append(Finding(name, number, f"has no hash: {requirement.split()[0]}"))
    return findings


def _requirements(text: str) -> list[tuple[int, str]]:
    """The requirements with their line numbers, continued lines joined."""
    requirements: list[tuple[int, str]] = []
    continued = False
    for number, line in enumerate(text.splitlines(), start=1):
        if continued:
            requirements[-1] = (requirements[-1][0], requirements[-1][1] + " " + line.strip())
        elif line.strip() and not line.lstrip().startswith(("#", "-")):
            requirements.append((number, line.strip()))
        continued = line.rstrip().endswith("\\")
    return requirements


def package_lock_findings(name: str, text: str) -> list[Finding]:
    """Packages with the address they came from, or without their integrity hash."""
    findings = []
    for package, facts in json.loads(text)["packages"].items():
        line = 1 + text[: text.find(f'"{package}": {{')].count("\n")
        if "resolved" in facts:
            findings.append(Finding(name, line, f"{package} names where it was downloaded from (run scripts/lock)"))
        if package and "integrity" not in facts:
            findings.append(Finding(name, line, f"{package} has no integrity hash"))
    return findings
