"""Reads probe.yml: what is checked, how often and how patiently. Every fault is reported with its line."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scripts.agreements.problems import ProblemLog
from scripts.agreements.source import read_source
from scripts.agreements.yaml_lines import Yaml, read_yaml
from scripts.measuring.store import LONGEST_STEP
from scripts.probing.secrets import NoSecret, with_secrets

Port = Annotated[int, Field(ge=1, le=65535)]
Host = Annotated[str, Field(min_length=1, max_length=253, pattern=r"^[^\s/@]+$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
Name = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Form(BaseModel):
    """What the file says in one place; a key that is not known is a fault, and nothing is converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class HttpTarget(Form):
    """Up when the answer has the status, and the keyword within its first megabyte; redirects are not followed."""

    kind: Literal["http"]
    url: Url
    status: int = Field(default=200, ge=100, le=599)
    keyword: str = ""
    headers: dict[str, str] = {}


class TcpTarget(Form):
    """Up when a connection can be opened."""

    kind: Literal["tcp"]
    host: Host
    port: Port


class TlsTarget(Form):
    """Up when a valid certificate is shown; fewer than `days` left is told and is no outage."""

    kind: Literal["tls"]
    host: Host
    port: Port = 443
    days: int = Field(default=14, ge=0)


class DnsTarget(Form):
    """Up when the name has an answer, and everything expected is in it."""

    kind: Literal["dns"]
    name: Host
    type: Literal["A", "AAAA", "CNAME", "MX", "NS", "SRV", "TXT"] = "A"
    expect: list[str] = []
    server: str | None = None
    port: Port = 53


Target = Annotated[HttpTarget | TcpTarget | TlsTarget | DnsTarget, Field(discriminator="kind")]
KINDS = ("http", "tcp", "tls", "dns")


class Configuration(Form):
    """All of the file; `online` is what the probe must reach before it calls anything else down."""

    step: int = Field(default=30, ge=5, le=LONGEST_STEP)
    timeout: int = Field(default=5, ge=1)
    tries: int = Field(default=3, ge=1, le=10)
    pause: int = Field(default=2, ge=0)
    secrets: list[str] = []
    online: Annotated[TcpTarget | DnsTarget, Field(discriminator="kind")] | None = None
    targets: dict[Name, Target] = Field(min_length=1)

    @property
    def longest_round(self) -> int:
        """The seconds a round can take: all tries of a target that does not answer, then one look whether we do."""
        return self.tries * self.timeout + (self.tries - 1) * self.pause + (self.timeout if self.online else 0)


def read_configuration(path: Path, environment: Mapping[str, str], log: ProblemLog) -> Configuration | None:
    """The configuration with its secrets, or None after everything wrong with it is reported."""
    found = read_form(path, Configuration, log)
    if found is None:
        return None
    read, document = found
    if read.longest_round > read.step:
        found = f"a target that does not answer takes {read.longest_round} s with all its tries"
        log.report(document.line("step"), found, f"at most the step, {read.step} s", "Lower tries, timeout or pause.")
    targets = dict(read.targets)
    for name, target in read.targets.items():
        if isinstance(target, HttpTarget):
            place = ("targets", name, "headers")
            headers = headers_with_secrets(target.headers, read.secrets, environment, document, place, log)
            targets[name] = target.model_copy(update={"headers": headers})
    return None if log.problems else read.model_copy(update={"targets": targets})


def read_form[F: Form](path: Path, form: type[F], log: ProblemLog) -> tuple[F, Yaml] | None:
    """What a file says in a form, and its lines, or None after everything wrong with it is reported."""
    if not path.is_file():
        log.report(1, "there is no such file", "a configuration as the guide shows it")
        return None
    text = read_source(path, log)
    document = None if text is None else read_yaml(text, 1, log)
    if document is None or log.problems:
        return None
    try:
        return form.model_validate(document.value), document
    except ValidationError as fault:
        for each in fault.errors(include_url=False, include_input=False):
            _report(each, document, log)
        return None


def headers_with_secrets(
    headers: Mapping[str, str],
    listed: Sequence[str],
    environment: Mapping[str, str],
    document: Yaml,
    place: tuple[str, ...],
    log: ProblemLog,
) -> dict[str, str]:
    """The headers that stand at a place with their secrets; one that cannot have them is reported and left out."""
    ready = {}
    for header, value in headers.items():
        try:
            ready[header] = with_secrets(value, listed, environment)
        except NoSecret as fault:
            found, _, expected = str(fault).partition("; expected ")
            log.report(document.line(*place, header), found, expected or "a secret in ASCII")
    return ready


def _report(fault: Mapping, document: Yaml, log: ProblemLog) -> None:
    path = tuple(part for part in fault["loc"] if part not in (*KINDS, "[key]"))
    found = "is missing" if fault["type"] in ("missing", "union_tag_not_found") else "cannot be used"
    log.report(document.line(*path), f'"{".".join(map(str, path)) or "the file"}" {found}', _expected(fault))


def _expected(fault: Mapping) -> str:
    match fault["type"]:
        case "extra_forbidden":
            return "a key that is known here"
        case "missing":
            return "a value for it"
        case "union_tag_invalid" | "union_tag_not_found":
            return f"a kind, one of {', '.join(KINDS)}"
        case "string_pattern_mismatch":
            return f"a text that matches {fault['ctx']['pattern']}"
        case "model_type" | "model_attributes_type":
            return "a mapping, as `key: value`"
    return fault["msg"].removeprefix("Input should be ")
