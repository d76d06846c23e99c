"""A repository of Upptime: the sites in history/summary.json, and what befell them in its GitHub issues.

`issues.json` is GitHub's own answer: GET /repos/<owner>/<name>/issues?state=all, its pages put together. The summary
has minutes of downtime a day but no times; only an issue says when something began.
"""

import re
from functools import partial
from pathlib import Path

from calculators.values.intervals import Interval
from scripts.importing.entries import (
    Entry,
    Faulty,
    History,
    KeptOut,
    Told,
    instant,
    objects_of,
    read_each,
    read_json,
    text_of,
)
from scripts.operating.refusal import Refused
from scripts.operating.times import Clock
from scripts.status.incidents import STATES
from scripts.status.model import Impact

SUMMARY, ISSUES = "history/summary.json", "issues.json"
ENDINGS = {"is down": Impact.MAJOR_OUTAGE, "has degraded performance": Impact.DEGRADED}
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
SETTING = re.compile(r"^[ \t]*(start|end|expectedDown|expectedDegraded)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)


def history(path: Path, clock: Clock) -> History:
    """The issues of the repository; days with downtime that the summary alone knows are named as lost."""
    if not (path / SUMMARY).is_file():
        raise Refused(f"{path}: there is no {SUMMARY} here; name the folder of the repository.")
    sites = objects_of(read_json(path / SUMMARY), path / SUMMARY, "the file")
    names = {site["slug"]: site["name"] for site in sites if _is_named(site)}
    if not (path / ISSUES).is_file():
        raise Refused(f"{path}: there is no {ISSUES} here; the summary alone does not say when anything began.")
    issues = objects_of(read_json(path / ISSUES), path / ISSUES, "the file")
    about_status = [issue for issue in issues if _labels(issue) & {"status", "maintenance"}]
    told = {f"{ISSUES}, #{issue.get('number')}": issue for issue in about_status}
    nameless = [at for at, site in enumerate(sites, 1) if not _is_named(site)]
    unnamed = [KeptOut(SUMMARY, f"site number {at} has no slug and name.") for at in nameless]
    found = read_each(told, partial(_entry, names=names, clock=clock))
    return History((*unnamed, *found), tuple(_minutes_lost(sites)))


def _is_named(site: dict) -> bool:
    return all(isinstance(site.get(key), str) and site[key] for key in ("slug", "name"))


def _minutes_lost(sites: list[dict]) -> list[str]:
    lost = ["Response times, uptime shares and comments are not imported."]
    for site in sites:
        days = site.get("dailyMinutesDown")
        if _is_named(site) and isinstance(days, dict) and days:
            minutes = sum(each for each in days.values() if isinstance(each, (int, float)))
            lost.append(f"{site['slug']}: {minutes} minutes down on {len(days)} days have no times in the summary.")
    return lost


def _labels(issue: dict) -> set[str]:
    labels = issue["labels"] if isinstance(issue.get("labels"), list) else []
    return {each["name"] for each in labels if isinstance(each, dict) and isinstance(each.get("name"), str)}


def _entry(source: str, issue: dict, names: dict[str, str], clock: Clock) -> Entry:
    if "pull_request" in issue:
        raise Faulty("it is a pull request, not an issue.")
    title = text_of(issue.get("title"), "title").lstrip("🛑⚠️ ")
    opened = instant(issue.get("created_at"), "created_at", clock)
    closed = instant(issue["closed_at"], "closed_at", clock) if issue.get("closed_at") else None
    read = _planned if "maintenance" in _labels(issue) else _incident
    return read(source, title, issue, names, opened, closed, clock)


def _incident(source, title, issue, names, opened, closed, clock) -> Entry:
    slugs = [slug for slug in names if slug in _labels(issue)]
    if not slugs:
        raise Faulty(f"no label names a site; expected one of {', '.join(names)}.")
    impact = next((impact for ending, impact in ENDINGS.items() if title.endswith(ending)), None)
    if impact is None:
        raise Faulty(f"the title does not say how bad it is; expected «{'» or «'.join(ENDINGS)}» at its end.")
    told = Told(opened, STATES[0], text_of(issue.get("body"), "body"))
    lost = ("the start and the end are those of the issue, up to one check later than they really were",)
    return Entry(source, title, {names[slug]: impact for slug in slugs}, opened, closed, (told,), lost=lost)


def _planned(source, title, issue, names, opened, closed, clock) -> Entry:
    body = text_of(issue.get("body"), "body")
    settings = dict(SETTING.findall("\n".join(COMMENT.findall(body))))
    starts, ends = (instant(settings.get(key), key, clock) for key in ("start", "end"))
    if ends <= starts:
        raise Faulty('"end" is not after "start"; expected a later time.')
    hit: dict[str, Impact] = {}
    for key, impact in (("expectedDegraded", Impact.DEGRADED), ("expectedDown", Impact.MAJOR_OUTAGE)):
        slugs = [slug.strip() for slug in settings.get(key, "").split(",") if slug.strip()]
        hit |= {names.get(slug, slug): impact for slug in slugs}
    if not hit:
        raise Faulty("neither expectedDown nor expectedDegraded names a site.")
    told = Told(opened, "scheduled", COMMENT.sub("", body).strip() or title)
    lost = ("customers are taken to have been told when the issue was opened", "how it really went is not told")
    return Entry(source, title, hit, None, None, (told,), Interval(starts, ends), lost)
