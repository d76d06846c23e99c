"""Ready texts for common incidents and maintenance: one Markdown file each, in the form of an event's own file.

Above the text stand title, impact and, where it is always the same, cause; below it a section per state,
translations under ### sv and ### en.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.agreements.front_matter import split_front_matter
from scripts.agreements.problems import ProblemLog
from scripts.agreements.source import read_source
from scripts.agreements.yaml_lines import read_yaml
from scripts.operating.choosing import chosen
from scripts.operating.refusal import Refused
from scripts.operating.told import Told
from scripts.status import incidents, maintenance
from scripts.status.fields import LANGUAGES, Fields
from scripts.status.model import Impact
from scripts.status.updates import groups_of, sections_of

FOLDER = "templates"
KEYS = ("title", "language", "impact", "cause")
STATES = (*incidents.STATES, *maintenance.STATES)


@dataclass(frozen=True)
class Template:
    """Title and texts by language, the texts by state too, and what such an event usually is."""

    name: str
    title: Mapping[str, str]
    impact: Impact
    cause: str | None
    texts: Mapping[str, Mapping[str, str]]

    def titled(self) -> Told:
        return Told("title", self.title)

    def told(self, state: str) -> Told:
        """What is said in a state, or nothing."""
        return Told("text", self.texts.get(state, {}))


def template_names(status_folder: Path) -> list[str]:
    """The names that can stand after --template."""
    return sorted(path.stem for path in (status_folder / FOLDER).glob("*.md"))


def read_template(status_folder: Path, name: str) -> Template:
    """The template of that name; refused with the line where it is faulty."""
    if not template_names(status_folder):
        raise Refused(f"--template: there are no templates in {status_folder / FOLDER}; type --title and --text.")
    path = status_folder / FOLDER / f"{chosen('--template', name, template_names(status_folder))}.md"
    log = ProblemLog(f"{FOLDER}/{path.name}")
    text = read_source(path, log)
    found = _template(name, text, log) if text is not None else None
    if found is None or log.problems:
        raise Refused("\n".join(["--template: the template is faulty.", *map(str, log.problems)]))
    return found


def _template(name: str, text: str, log: ProblemLog) -> Template | None:
    above, body, first_line = split_front_matter(text, log)
    document = read_yaml(above, 2, log) if above is not None else None
    if document is None or not isinstance(document.value, dict):
        return None
    fields = Fields(document, log)
    fields.check_keys(KEYS)
    language = fields.choice("language", LANGUAGES) if fields.has("language") else LANGUAGES[0]
    title, impact = fields.texts("title", language or LANGUAGES[0]), fields.choice("impact", tuple(Impact))
    cause = fields.text("cause") if fields.has("cause") else None
    texts = _texts(body, first_line, language, log)
    return None if log.problems else Template(name, title.texts, Impact(impact), cause, texts)


def _texts(body: str, first_line: int, language: str, log: ProblemLog) -> dict[str, dict[str, str]]:
    above, *sections = sections_of(body, first_line)
    if above.text:
        log.report(above.line, "a text above the first state", f"a heading with a state, as ## {STATES[0]}")
    texts: dict[str, dict[str, str]] = {}
    for heading, *translations in groups_of(sections, log):
        if heading.title not in STATES:
            log.report(heading.line, f"the state «{heading.title}»", f"one of {', '.join(STATES)}")
        texts[heading.title] = {language: heading.text} | {each.title: each.text for each in translations}
        for each in translations:
            if each.title not in LANGUAGES:
                log.report(each.line, f"the language «{each.title}»", f"one of {', '.join(LANGUAGES)}")
    return texts


def merged(given: Told, ready: Told) -> Told:
    """What was given, and the ready text only where nothing was: never half of each."""
    return given if given.given else Told(given.option, ready.given)
