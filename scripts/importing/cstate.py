"""A content folder of cState: a Markdown file for each issue, its updates told apart by the shortcode `track`."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.agreements.front_matter import split_front_matter
from scripts.agreements.problems import ProblemLog
from scripts.agreements.source import read_source
from scripts.agreements.yaml_lines import read_yaml
from scripts.importing.entries import Entry, Faulty, History, Told, choice, instant, read_each, text_of
from scripts.operating.refusal import Refused
from scripts.operating.times import Clock
from scripts.status.incidents import POSTMORTEM, RESOLVED, STATES
from scripts.status.model import Impact

FOLDER = "issues"
SEVERITIES = {"down": Impact.MAJOR_OUTAGE, "disrupted": Impact.PARTIAL_OUTAGE, "notice": Impact.DEGRADED}
TRACK = re.compile(r"""\{\{[<%]\s*track\s+["'](?P<at>[^"']*)["']\s*[>%]\}\}""")
OTHER_SHORTCODE = re.compile(r"\{\{[<%].*?[>%]\}\}", re.DOTALL)
STATE = re.compile(r"\s*[*_]+(?P<state>[A-Za-z-]+)[*_]+\s*[-–:]?\s*")  # "*Investigating* - ", "**Resolved**: "
SPELT = {"post-mortem": POSTMORTEM} | {state: state for state in STATES}


def history(path: Path, clock: Clock) -> History:
    """The issues below a content folder, or of the folder of issues itself."""
    folder = next((each for each in (path / "content" / FOLDER, path / FOLDER) if each.is_dir()), path)
    files = [file for file in sorted(folder.glob("*.md")) if file.name not in ("_index.md", "index.md")]
    if not files:
        raise Refused(f"{path}: there are no issues of cState here; name its folder content.")
    return History(
        read_each({file.name: file for file in files}, lambda source, file: _entry(source, file, clock)),
        ("The history of what changed in a file is not imported: only how it stands now.",),
    )


def _entry(source: str, file: Path, clock: Clock) -> Entry:
    keys, body = _parts(file)
    if keys.get("informational") is True:
        raise Faulty('"informational" is true: it tells of nothing that a service suffered.')
    severity = choice(keys.get("severity"), "severity", SEVERITIES)
    start = instant(keys.get("date"), "date", clock)
    end = instant(keys.get("resolvedWhen"), "resolvedWhen", clock) if keys.get("resolved") is True else None
    lost = [f"severity {keys['severity']} is taken as {severity}, for each component alike"]
    if OTHER_SHORTCODE.search(TRACK.sub("", body)):
        lost.append("shortcodes other than track are left out")
    return Entry(
        source=source,
        title=text_of(keys.get("title"), "title"),
        hit=dict.fromkeys(_affected(keys.get("affected")), severity),
        start=start,
        end=end,
        updates=tuple(sorted(_updates(body, start, end, clock, lost), key=lambda told: told.at)),
        lost=tuple(lost),
    )


def _parts(file: Path) -> tuple[dict, str]:
    log = ProblemLog(file.name)
    text = read_source(file, log)
    above, body, _ = split_front_matter(text, log) if text is not None else (None, "", 1)
    document = read_yaml(above, 2, log) if above is not None else None
    if log.problems:
        raise Faulty("; ".join(f"line {each.line}: {each.found}; expected {each.expected}." for each in log.problems))
    if document is None or not isinstance(document.value, dict):
        raise Faulty("the front matter is no mapping; expected lines of the form `key: value`.")
    return document.value, body


def _affected(value: object) -> list[str]:
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return value
    raise Faulty('"affected" names no component; expected a list of them.')


def _updates(body: str, start: int, end: int | None, clock: Clock, lost: list[str]) -> Iterator[Told]:
    """Each text up to the `track` behind it; the rest was told at a time that the file does not have."""
    since = 0
    for track in TRACK.finditer(body):
        yield _told(body[since : track.start()], instant(track["at"], "track", clock), end, lost)
        since = track.end()
    if rest := OTHER_SHORTCODE.sub("", body[since:]).strip():
        known = "the end" if end is not None else "the start"
        lost.append(f"a text without a time is taken as told at {known}")
        yield _told(rest, start if end is None else end, end, lost)


def _told(text: str, at: int, end: int | None, lost: list[str]) -> Told:
    words = OTHER_SHORTCODE.sub("", text).strip()
    named = STATE.match(words)
    state = SPELT.get(named["state"].lower()) if named else None
    if state:
        return Told(at, state, words[named.end() :])
    lost.append("an update that names no state is taken as told while investigating, or when resolved")
    return Told(at, RESOLVED if end is not None and at >= end else STATES[0], words)
