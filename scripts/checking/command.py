"""scripts/check: ruff, then the lock files, folders of one machine, and the rules about imports and the clock."""

import subprocess
import sys

from scripts.checking.finding import repository_files
from scripts.checking.imports import import_findings
from scripts.checking.lock_files import lock_file_findings
from scripts.checking.machine_paths import machine_path_findings
from scripts.setup.start import ROOT

RUFF = [sys.executable, "-m", "ruff", "check", "--quiet", "--output-format", "concise"]


def main(arguments: list[str]) -> int:
    """Print what was found; 0 when that is nothing. Further arguments go to ruff, for example --fix."""
    sys.stdout.reconfigure(line_buffering=True)
    files = repository_files(ROOT)
    commands = [path for path in files if path.parent == ROOT / "scripts" and not path.suffix]
    ruff = subprocess.run([*RUFF, *arguments, ".", *commands], cwd=ROOT)
    findings = lock_file_findings(ROOT) + machine_path_findings(ROOT, files) + import_findings(ROOT, files)
    for finding in findings:
        print(finding)
    if ruff.returncode == 0 and not findings:
        print("scripts/check: nothing found")
        return 0
    return 1
