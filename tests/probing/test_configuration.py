"""What probe.yml may say, and how each fault is told: file, line, what was found, what was expected."""

from pathlib import Path

import pytest

from scripts.agreements.problems import ProblemLog
from scripts.probing.configuration import read_configuration

SOUND = """\
step: 60
timeout: 4
tries: 3
pause: 2
secrets: [SHOP_TOKEN]
online: {kind: dns, name: example.net}
targets:
  shop:
    kind: http
    url: https://shop.example.net/health
    keyword: ready
    headers: {Authorization: "Bearer ${SHOP_TOKEN}"}
  mail: {kind: tcp, host: mail.example.net, port: 25}
  certificate: {kind: tls, host: shop.example.net}
  name: {kind: dns, name: shop.example.net, expect: [192.0.2.10]}
"""


@pytest.fixture
def told(tmp_path):
    """Reads a text as probe.yml; returns the configuration and the problems as text."""

    def read(text: str, environment: dict[str, str]):
        path, log = tmp_path / "probe.yml", ProblemLog("probe.yml")
        path.write_text(text)
        return read_configuration(path, environment, log), [str(problem) for problem in log.problems]

    return read


def test_it_reads_targets_of_every_kind_and_puts_secrets_into_headers(told):
    read, problems = told(SOUND, {"SHOP_TOKEN": "s3cret"})
    assert problems == []
    assert list(read.targets) == ["shop", "mail", "certificate", "name"]
    assert read.targets["shop"].headers == {"Authorization": "Bearer s3cret"}
    assert (read.targets["shop"].status, read.targets["certificate"].port, read.targets["name"].type) == (200, 443, "A")
    assert read.longest_round == 3 * 4 + 2 * 2 + 4


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("step: 60", "step: 10", 'probe.yml:1: a target that does not answer takes 20 s with all its tries; '
         "expected at most the step, 10 s. Lower tries, timeout or pause."),
        ("tries: 3", "retries: 3", 'probe.yml:3: "retries" cannot be used; expected a key that is known here.'),
        ("port: 25", "port: 99999",
         'probe.yml:13: "targets.mail.port" cannot be used; expected less than or equal to 65535.'),
        ("port: 25", "port: '25'",
         'probe.yml:13: "targets.mail.port" cannot be used; expected a valid integer.'),
        (", port: 25", "", 'probe.yml:13: "targets.mail.port" is missing; expected a value for it.'),
        ("kind: tcp", "kind: ping",
         'probe.yml:13: "targets.mail" cannot be used; expected a kind, one of http, tcp, tls, dns.'),
        ("kind: tcp, ", "", 'probe.yml:13: "targets.mail" is missing; expected a kind, one of http, tcp, tls, dns.'),
        ("{kind: tcp, host: mail.example.net, port: 25}", "25",
         'probe.yml:13: "targets.mail" cannot be used; expected a mapping, as `key: value`.'),
        ("  mail:", "  Mail Server:", 'probe.yml:13: "targets.Mail Server" cannot be used; '
         "expected a text that matches ^[a-z0-9]+(-[a-z0-9]+)*$."),
        ("url: https:", "url: ftp:", 'probe.yml:10: "targets.shop.url" cannot be used; '
         r"expected a text that matches ^https?://[^\s]+$."),
        ("${SHOP_TOKEN}", "${HOME}",
         'probe.yml:12: "${HOME}" is not listed; expected its name under "secrets".'),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(told, old, new, expected):
    assert old in SOUND
    read, problems = told(SOUND.replace(old, new), {"SHOP_TOKEN": "s3cret", "HOME": "x"})
    assert (read, problems) == (None, [expected])


@pytest.mark.parametrize("value", [None, "", "two\nlines", "blåbær"])
def test_a_secret_that_is_not_there_or_fits_no_header_is_told_without_its_value(told, value):
    read, (problem,) = told(SOUND, {} if value is None else {"SHOP_TOKEN": value})
    assert read is None
    assert problem.startswith("probe.yml:12: the environment variable SHOP_TOKEN is empty or holds signs")
    assert not value or value not in problem


def test_a_file_that_is_not_there_or_no_mapping_is_told(told, tmp_path):
    log = ProblemLog("probe.yml")
    assert read_configuration(Path(tmp_path / "none.yml"), {}, log) is None
    assert str(log.problems[0]).startswith("probe.yml:1: there is no such file")
    expected = 'probe.yml:1: "the file" cannot be used; expected a mapping, as `key: value`.'
    assert told("- shop", {}) == (None, [expected])
    assert told("targets: {}", {})[1][0].startswith('probe.yml:1: "targets" cannot be used')
