"""scripts/probe as an operator meets it: what it says, what it returns, and what it leaves in the store."""

import httpx
import pytest

from calculators.values.intervals import Interval
from scripts.measuring.owning import only_writer
from scripts.measuring.samples import Sample, State
from scripts.measuring.store import open_to_read
from scripts.probing import command
from scripts.setup.start import ROOT

NOW = 1_800_000_000
TARGETS = """\
tries: 1
targets:
  shop: {kind: http, url: "https://shop.example"}
  mail: {kind: http, url: "https://mail.example"}
"""


@pytest.fixture
def probe(tmp_path, monkeypatch, tools):
    """Runs one round of a configuration against a web in which only the shop is up."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200 if request.url.host == "shop.example" else 500)

    def run(text: str = TARGETS) -> int:
        (tmp_path / "probe.yml").write_text(text)
        return command.main([str(tmp_path / "probe.yml"), "--once", "--store", str(tmp_path / "store.sqlite")])

    monkeypatch.setattr(command, "tools", lambda: tools(answer=answer))
    return run


def test_one_round_is_kept_and_what_is_down_is_named_with_its_reason(probe, capsys, tmp_path):
    assert probe() == 0
    assert capsys.readouterr().out == "mail: down: status 500, expected 200\n"
    with open_to_read(tmp_path / "store.sqlite") as store:
        span = Interval(NOW, NOW + 1)
        assert store.samples("shop", span) == [Sample(NOW, State.UP, 30, 0)]
        assert store.samples("mail", span) == [Sample(NOW, State.DOWN, 30, None, "status 500, expected 200")]


def test_a_second_instance_is_refused_and_told_of_the_first(probe, capsys, tmp_path):
    with only_writer(tmp_path / "store.sqlite"):
        assert probe() == 1
    assert "is writing to this store; expected to be the only one" in capsys.readouterr().out


def test_a_faulty_configuration_is_told_and_nothing_is_probed(probe, capsys, tmp_path):
    assert probe("targets:\n  shop: {kind: http}\n") == 1
    assert capsys.readouterr().out == (
        f'{tmp_path}/probe.yml:2: "targets.shop.url" is missing; expected a value for it.\n'
    )
    assert not (tmp_path / "store.sqlite").exists()


@pytest.mark.parametrize("arguments", [["docs/probe.yml"], ["probe.yml", "--store", "site/m.sqlite"]])
def test_targets_and_samples_are_kept_away_from_what_is_published(arguments, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert command.main([*arguments, "--once"]) == 1
    assert "which is published; expected a place outside it" in capsys.readouterr().out
