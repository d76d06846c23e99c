"""The guide's commands: who types them as they stand is told no error, in the guide of every language."""

import re

from scripts.setup.start import ROOT
from tests.operating.conftest import Command

GUIDES = [ROOT / "docs" / folder / "guide" / "status.md" for folder in ("", "sv", "en")]


def commands_of(guide: str) -> list[str]:
    """The indented lines that call one of the operator's commands, a continued line as one."""
    joined = guide.replace("\\\n", "")
    return re.findall(r"^    scripts/((?:incident|maintenance) .+)$", joined, re.MULTILINE)


def test_are_the_same_in_every_language():
    first, *others = [commands_of(path.read_text(encoding="utf-8")) for path in GUIDES]
    assert len(first) == 12
    assert others == [first, first]


def test_do_what_they_say(run: Command):
    commands = commands_of(GUIDES[0].read_text(encoding="utf-8"))
    refused = [said for line in commands for code, said in [run(line)] if code]
    assert refused == []
