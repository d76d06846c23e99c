"""Followers are told each update once, in order, whatever fails; no password is ever shown."""

import json
import sys
from pathlib import Path

import pytest

from scripts.building import publish_command
from scripts.building.site import Published
from scripts.notifying.sending import BEGINS
from scripts.testing.ports import free_port
from tests.notifying.conftest import BOTH, NONE, ONE, SECRET, Mailbox, Publish, Webhook, write_site

FIRST = "Undersøkes: Noen brukere faller ut av VPN"
SECOND = "Årsaken er funnet: Noen brukere faller ut av VPN"
ADDRESS = "https://status.example.com/status/incidents/2026-11-20-vpn-login/"


def test_begins_with_what_is_published_from_then_on(publish: Publish, webhook: Webhook):
    """Nobody gets the history of the page on the day the first channel is set up."""
    assert publish(NONE, webhook.address) == [BEGINS]
    assert webhook.got == []


def test_tells_a_webhook_and_a_mailbox_once(publish: Publish, webhook: Webhook, mailbox: Mailbox):
    both = (webhook.address, mailbox.address)
    publish(NONE, *both)
    assert publish(ONE, *both) == ["channel 1 (JSON): 1 sent.", "channel 2 (E-Mail): 1 sent."]
    assert publish(ONE, *both) == []
    assert webhook.titles == [FIRST]
    assert [mail["Subject"] for mail in mailbox.got] == [FIRST]
    for text in (webhook.got[0]["message"], mailbox.got[0].get_body().get_content()):
        assert text.strip().startswith("Flere brukere mister forbindelsen")
        assert text.strip().endswith(ADDRESS)


def test_loads_apprise_only_for_news(publish: Publish, webhook: Webhook, monkeypatch: pytest.MonkeyPatch):
    """A publication every few minutes stays as quick as it is without followers."""
    publish(NONE, webhook.address)
    monkeypatch.setitem(sys.modules, "scripts.notifying.channels", None)  # importing it fails now
    assert publish(NONE, webhook.address) == []
    [said] = publish(ONE, webhook.address)
    assert said.startswith("Followers were not told: ")


def test_tells_several_updates_in_their_order(publish: Publish, webhook: Webhook):
    publish(NONE, webhook.address)
    assert publish(BOTH, webhook.address) == ["channel 1 (JSON): 2 sent."]
    assert webhook.titles == [FIRST, SECOND]


def test_retries_a_channel_that_failed_and_tells_the_others_nothing_twice(
    publish: Publish, webhook: Webhook, mailbox: Mailbox
):
    """What it missed comes first, two days later too; what is new comes after it."""
    publish(NONE, webhook.address, mailbox.address)
    webhook.fails = True
    failed = "channel 1 (JSON): failed; {} waiting for the next publication, 0 sent."
    assert publish(ONE, webhook.address, mailbox.address) == [failed.format(1), "channel 2 (E-Mail): 1 sent."]
    assert publish(BOTH, webhook.address, mailbox.address) == [failed.format(2), "channel 2 (E-Mail): 1 sent."]
    webhook.fails = False
    later = "2026-11-22T10:00+01:00"
    assert publish(BOTH, webhook.address, mailbox.address, now=later) == ["channel 1 (JSON): 2 sent."]
    assert webhook.titles == [FIRST, SECOND]
    assert [mail["Subject"] for mail in mailbox.got] == [FIRST, SECOND]


def test_tells_a_channel_that_is_added_only_what_is_new_since(publish: Publish, webhook: Webhook, mailbox: Mailbox):
    publish(NONE, mailbox.address)
    publish(ONE, mailbox.address)
    publish(BOTH, mailbox.address, webhook.address)
    assert webhook.titles == [SECOND]


def test_wakes_nobody_with_what_was_told_long_ago(publish: Publish, webhook: Webhook):
    """As after an import of another page's history."""
    publish(NONE, webhook.address)
    assert publish(BOTH, webhook.address, now="2026-11-21T09:01+01:00") == ["channel 1 (JSON): 1 sent."]
    assert webhook.titles == [SECOND]


def test_never_shows_an_address(publish: Publish, webhook: Webhook, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    """Not where it fails, is not known or is not even an address; nor in the file that is kept."""
    nobody = f"127.0.0.1:{free_port()}"
    mail = f"mailto://user:{SECRET}@{nobody}?from=status@example.com&to=follower@example.com&mode=insecure"
    others = [mail, f"json://{nobody}/{SECRET}"]
    odd = [f"nonsense://{SECRET}", SECRET, f"slack://{SECRET}"]
    webhook.fails = True
    publish(NONE, webhook.address, *others, *odd)
    said = publish(ONE, webhook.address, *others, *odd)
    assert [line.partition(": ")[2][:6] for line in said] == ["failed"] * 3 + ["appris"] * 3
    kept = [path.read_text(encoding="utf-8") for path in (tmp_path / "cache").iterdir()]
    printed = capfd.readouterr()
    for text in (*said, *kept, printed.out, printed.err):
        assert SECRET not in text


def test_begins_anew_where_its_file_is_damaged(publish: Publish, webhook: Webhook, tmp_path: Path):
    publish(NONE, webhook.address)
    (tmp_path / "cache" / "notified-site.json").write_text('{"known": 3', encoding="utf-8")
    assert publish(ONE, webhook.address) == [BEGINS]
    publish(BOTH, webhook.address)
    assert webhook.titles == [SECOND]


def test_sends_nothing_where_it_cannot_remember_what_it_sent(publish: Publish, webhook: Webhook, tmp_path: Path):
    """Else every publication would send the same again."""
    publish(NONE, webhook.address)
    file = tmp_path / "cache" / "notified-site.json"
    remembered = file.read_bytes()
    file.unlink()
    file.mkdir()
    said = publish(ONE, webhook.address)
    assert said == ["Followers were not told: IsADirectoryError. The next publication tries again."]
    assert webhook.got == []
    file.rmdir()
    file.write_bytes(remembered)
    publish(ONE, webhook.address)
    assert webhook.titles == [FIRST]


@pytest.fixture
def command(tmp_path: Path, published, monkeypatch: pytest.MonkeyPatch):
    """Runs scripts/publish into a folder that has been published as of a time."""
    monkeypatch.setattr(publish_command, "ROOT", tmp_path)
    monkeypatch.setattr(publish_command, "publish_status", lambda *_: Published(0, 0))

    def done(time: str, *arguments: str) -> int:
        write_site(tmp_path / "site", published[time])
        return publish_command.main(["--site", str(tmp_path / "site"), "--now", time, *arguments])

    return done


def test_takes_the_channels_from_the_environment(command, webhook: Webhook, monkeypatch: pytest.MonkeyPatch, capfd):
    """Two addresses with a blank between them; one that fails leaves the publication a success."""
    monkeypatch.setenv("PARAGRAF_NOTIFY", f"{webhook.address} nonsense://{SECRET}")
    monkeypatch.setenv("PARAGRAF_SITE_URL", "https://status.example.com")
    assert [command(NONE), command(ONE)] == [0, 0]
    assert webhook.titles == [FIRST]
    printed = capfd.readouterr()
    assert "channel 1 (JSON): 1 sent.\nchannel 2: apprise does not know this kind of address" in printed.out
    assert SECRET not in printed.out + printed.err


def test_tells_nobody_when_asked_not_to(command, webhook: Webhook, monkeypatch: pytest.MonkeyPatch):
    """The next publication tells what this one did not."""
    monkeypatch.setenv("PARAGRAF_NOTIFY", webhook.address)
    command(NONE)
    command(ONE, "--no-notify")
    assert webhook.got == []
    command(BOTH)
    assert webhook.titles == [FIRST, SECOND]


def test_keeps_no_file_where_there_is_no_channel(command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PARAGRAF_NOTIFY", raising=False)
    assert command(ONE) == 0
    assert not (tmp_path / ".cache").exists()


def test_gives_the_address_from_the_root_where_the_site_has_none(command, webhook, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PARAGRAF_NOTIFY", webhook.address)
    monkeypatch.delenv("PARAGRAF_SITE_URL", raising=False)
    command(NONE)
    command(ONE)
    assert webhook.got[0]["message"].endswith("\n/status/incidents/2026-11-20-vpn-login/")


def test_the_file_holds_ids_only(publish: Publish, webhook: Webhook, tmp_path: Path):
    publish(NONE, webhook.address)
    webhook.fails = True
    publish(ONE, webhook.address)
    content = json.loads((tmp_path / "cache" / "notified-site.json").read_text(encoding="utf-8"))
    [[channel, waiting]] = content["waiting"].items()
    assert len(channel) == 16
    assert set(waiting) <= set(content["known"])
    assert len(waiting) == 1
