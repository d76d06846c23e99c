"""A real monitoring on loopback: a target to take down, the blackbox exporter, Prometheus and VictoriaMetrics."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx

from scripts.setup.monitoring import BLACKBOX, PROMETHEUS, VICTORIA, program
from scripts.setup.start import ROOT
from scripts.testing.ports import free_port

PATIENCE = 60  # seconds that anything may take before the test gives up

MODULES = """
modules:
  http:
    prober: http
    http: {preferred_ip_protocol: ip4}
"""

SCRAPING = """
global: {{scrape_interval: {interval}, scrape_timeout: {interval}}}
scrape_configs:
  - job_name: blackbox
    metrics_path: /probe
    params: {{module: [http], target: ["{target}"]}}
    static_configs: [{{targets: ["{exporter}"]}}]
"""


def await_that(condition: Callable[[], bool], what: str) -> None:
    """Come back as soon as the condition holds."""
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, f"{what} has not come true in {PATIENCE} s"
        time.sleep(0.1)


class Target:
    """A web server that answers 200 while it is up; while it is down nothing listens on its port."""

    def __init__(self) -> None:
        self.address = f"127.0.0.1:{free_port()}"
        self._http: ThreadingHTTPServer | None = None

    def up(self) -> None:
        host, port = self.address.split(":")
        self._http = ThreadingHTTPServer((host, int(port)), _Answer)
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def down(self) -> None:
        if self._http:
            self._http.shutdown()
            self._http.server_close()
            self._http = None


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *told: object) -> None:
        pass


class Server:
    """A program that listens on an address and answers at a path once it is ready; `kill` leaves it no time to tidy."""

    def __init__(self, package: str, options: list[str], address: str, ready: str, log: Path) -> None:
        self.command = [program(ROOT, package), *options]
        self.address, self.log = address, log
        self._ready = f"http://{address}{ready}"
        self._process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    def start(self) -> None:
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        await_that(self._answers, f"{self.command[0]} is ready (its log: {self.log})")

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        assert self._process.poll() is None, f"{self.command[0]} ended: {self.log.read_text(errors='replace')[-2000:]}"
        try:
            return httpx.get(self._ready, trust_env=False).status_code == 200
        except httpx.TransportError:
            return False


@dataclass(frozen=True)
class Monitoring:
    """The parts, all started; `databases` are the servers that keep samples, by their package."""

    target: Target
    exporter: Server
    databases: dict[str, Server]


@contextmanager
def monitoring(folder: Path, interval: str) -> Iterator[Monitoring]:
    """The whole of it, started from nothing in a folder; everything is killed at the end."""
    target, exporter_address = Target(), f"127.0.0.1:{free_port()}"
    modules, scraping = folder / "blackbox.yml", folder / "scraping.yml"
    modules.write_text(MODULES)
    url = f"http://{target.address}/"
    scraping.write_text(SCRAPING.format(interval=interval, target=url, exporter=exporter_address))
    exporter = Server(
        BLACKBOX,
        [f"--config.file={modules}", f"--web.listen-address={exporter_address}", "--timeout-offset=0.1"],
        exporter_address,
        "/-/healthy",
        folder / "blackbox.log",
    )
    databases = {PROMETHEUS: _prometheus(folder, scraping), VICTORIA: _victoria(folder, scraping)}
    with ExitStack() as stack:
        stack.callback(target.down)
        target.up()
        for server in (exporter, *databases.values()):
            stack.callback(server.kill)
            server.start()
        yield Monitoring(target, exporter, databases)


def _prometheus(folder: Path, scraping: Path) -> Server:
    address = f"127.0.0.1:{free_port()}"
    options = [
        f"--config.file={scraping}",
        f"--storage.tsdb.path={folder / 'prometheus'}",
        f"--web.listen-address={address}",
    ]
    return Server(PROMETHEUS, options, address, "/-/ready", folder / "prometheus.log")


def _victoria(folder: Path, scraping: Path) -> Server:
    address = f"127.0.0.1:{free_port()}"
    options = [
        f"-promscrape.config={scraping}",
        f"-storageDataPath={folder / 'victoria'}",
        f"-httpListenAddr={address}",
    ]
    return Server(VICTORIA, options, address, "/health", folder / "victoria.log")
