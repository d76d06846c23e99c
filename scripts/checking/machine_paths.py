"""Whether any file names a folder that exists only on the machine it was written on."""

import re
from pathlib import Path

from scripts.checking.finding import Finding

MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:root|work|tmp|home/[\w.-]+|Users/[\w.-]+)/[\w.-]")


def machine_path_findings(root: Path, files: list[Path]) -> list[Finding]:
    """Every line of a text file that names such a folder."""
    findings = []
    for path in files:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, start=1):
            if found := MACHINE_PATH.search(line):
                place = path.relative_to(root).as_posix()
                findings.append(Finding(place, number, f"names a folder of one machine: {found.group()}..."))
    return findings
