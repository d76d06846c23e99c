"""scripts/serve: brings the site up to date and serves it."""

import argparse
from datetime import date, datetime

from scripts.building.site import Build, BuildFailed, bring_up_to_date
from scripts.serving.server import open_server
from scripts.setup.start import ROOT


def main(arguments: list[str]) -> int:
    """Serve until interrupted; a site that cannot be built or a port that is taken ends it with a message."""
    options = parser().parse_args(arguments)
    try:
        now = None if options.today else datetime.now().astimezone()
        bring_up_to_date(Build(ROOT, ROOT / "site", options.today or now.date(), now=now))
    except BuildFailed as error:
        print(error)
        return 1
    try:
        server = open_server(ROOT / "site", options.host, options.port)
    except (OSError, ValueError) as error:
        reason = str(error).rstrip(".")
        print(f"Port {options.port} of {options.host} cannot be used: {reason}. Choose another with --port or --host.")
        return 1
    opened = getattr(server, "effective_port", options.port)  # a name with several addresses has several sockets
    print(f"Paragraf is at http://{options.host}:{opened}/ (stop it with Ctrl-C)", flush=True)
    server.run()
    return 0


def port(text: str) -> int:
    """A port number, or the reason why it is none."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port: expected a number from 0 to 65535")
    return int(text)


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="scripts/serve", description="Build what has changed, then serve the site.")
    add = options.add_argument
    add("--host", default="127.0.0.1", help="the address to listen on; 127.0.0.1 when left out")
    add("--port", type=port, default=8000, help="the port to listen on; 8000 when left out, 0 for a free one")
    add("--today", type=date.fromisoformat, help="the day whose site is served (YYYY-MM-DD); this moment when left out")
    return options
