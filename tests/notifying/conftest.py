"""A webhook and a mail server on this machine, and a site with the API as it was published at three times of a day."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from email import message_from_bytes, policy
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from scripts.building.publish_command import notifications
from scripts.building.status_section import section_files
from scripts.setup.start import ROOT
from scripts.testing.ports import free_port

SECRET = "hunter2-is-secret"
NONE, ONE, BOTH = (f"2026-11-20T{clock}+01:00" for clock in ("08:20", "08:40", "09:30"))  # of an incident's updates

Publish = Callable[..., list[str]]


class Webhook:
    """Keeps what it is sent; says that it could not while `fails` is true."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.fails = False
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, self))
        self.address = f"json://user:{SECRET}@127.0.0.1:{self.server.server_port}/{SECRET}"

    @property
    def titles(self) -> list[str]:
        return [each["title"] for each in self.got]


class _Answer(BaseHTTPRequestHandler):
    def __init__(self, webhook: Webhook, *arguments: Any) -> None:
        self.webhook = webhook
        super().__init__(*arguments)

    def do_POST(self) -> None:
        sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.webhook.fails:
            self.webhook.got.append(sent)
        self.send_response(500 if self.webhook.fails else 200)
        self.end_headers()
        self.wfile.write(SECRET.encode())

    def log_message(self, *arguments: Any) -> None:
        """Says nothing of what is asked: what the tests look for is what the command prints."""


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    made = Webhook()
    thread = Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


class Mailbox:
    """Keeps the mail it is handed."""

    def __init__(self) -> None:
        self.got: list[Any] = []
        self.port = free_port()
        sender = f"mailto://user:{SECRET}@127.0.0.1:{self.port}?from=status@example.com"
        self.address = f"{sender}&to=follower@example.com&mode=insecure"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.got.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    made = Mailbox()
    lets_in = {"authenticator": lambda *_: AuthResult(success=True), "auth_require_tls": False}
    server = Controller(made, hostname="127.0.0.1", port=made.port, **lets_in)
    server.start()
    yield made
    server.stop()


@pytest.fixture(scope="session")
def published() -> dict[str, dict[str, str]]:
    """The files of the API at each of the three times."""
    at_each = {time: section_files(ROOT / "docs", datetime.fromisoformat(time)) for time in (NONE, ONE, BOTH)}
    return {
        time: {path: text for path, text in files.items() if path.startswith("api/v2/")}
        for time, files in at_each.items()
    }


@pytest.fixture
def publish(tmp_path: Path, published: dict[str, dict[str, str]]) -> Publish:
    """Makes the site as of a time and tells the channels; gives what is said of it."""

    def done(time: str, *addresses: str, now: str | None = None) -> list[str]:
        write_site(tmp_path / "site", published[time])
        instant, site_url = datetime.fromisoformat(now or time), "https://status.example.com"
        return notifications(tmp_path / "site", tmp_path / "cache", list(addresses), site_url, instant)

    return done


def write_site(site: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
