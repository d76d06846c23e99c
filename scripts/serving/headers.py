"""The headers of every address as data, for our own server and, as site/_headers, for other hosts."""

import base64
import hashlib
from fnmatch import fnmatchcase
from pathlib import Path

# The one script that stands inside pages, as their template includes it: without the last line's end.
EARLY = (Path(__file__).parents[2] / "templates" / "partials" / "early.js").read_text("utf-8").removesuffix("\n")
EARLY_HASH = base64.b64encode(hashlib.sha256(EARLY.encode()).digest()).decode()


def _policy(parts: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in parts.items())


PAGE_POLICY = {
    "default-src": "'none'",
    "script-src": f"'self' 'sha256-{EARLY_HASH}'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
# A worker follows the policy of its own response: only there may WebAssembly be compiled.
WORKER_POLICY = PAGE_POLICY | {"script-src": "'self' 'wasm-unsafe-eval'"}

# What is under a tag never changes, so browsers need not ask for it again.
WORKERS_OF_A_TAG = {
    "Content-Security-Policy": _policy(WORKER_POLICY),
    "Cache-Control": "public, max-age=31536000, immutable",
}

# The banner is there to stand in frames on other sites; it has a style sheet and nothing else.
BANNER_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "data:",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "*",
}

DENIED_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")


# Each group of addresses, and the headers it adds to or changes from the groups above it.
HEADERS = (
    (
        "/*",
        {
            "Content-Security-Policy": _policy(PAGE_POLICY),
            "X-Content-Type-Options": "nosniff",
            # An address may carry what a customer typed into a form: it is told to nobody.
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": ", ".join(f"{feature}=()" for feature in DENIED_FEATURES),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cache-Control": "no-cache",
        },
    ),
    ("/assets/front/*", WORKERS_OF_A_TAG),
    ("/assets/python/*", WORKERS_OF_A_TAG),
    ("/status/banner/*", {"Content-Security-Policy": _policy(BANNER_POLICY)}),
    ("/sv/status/banner/*", {"Content-Security-Policy": _policy(BANNER_POLICY)}),
    ("/en/status/banner/*", {"Content-Security-Policy": _policy(BANNER_POLICY)}),
    ("/feeds/*", {"Access-Control-Allow-Origin": "*"}),
    ("/sv/feeds/*", {"Access-Control-Allow-Origin": "*"}),
    ("/en/feeds/*", {"Access-Control-Allow-Origin": "*"}),
    # Search engines are to find the pages that people read, and of those the ones in force.
    ("/api/*", {"Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex"}),
)

CONTENT_TYPES = {
    ".atom": "application/atom+xml",
    ".ics": "text/calendar",
    ".rss": "application/rss+xml",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    "_headers": "text/plain",
}


def headers_for(address: str) -> dict[str, str]:
    """The headers that the response for this address carries, whatever its status."""
    headers: dict[str, str] = {}
    for group, its_headers in HEADERS:
        if fnmatchcase(address, group):
            headers |= its_headers
    return headers


def headers_file(site: Path) -> str:
    """The rules as text: an address or a folder with `*`, then its headers, indented.

    Hosts disagree on what happens where two rules match one address, so no two rules here do.
    """
    return "\n".join(_rule(group, headers) for group, headers in separate_groups(site))


def separate_groups(site: Path, folder: str = "/") -> list[tuple[str, dict[str, str]]]:
    """Groups of addresses that cover the site and do not overlap: whole folders where all headers are alike."""
    if folder != "/" and not any(group.startswith(folder) and group != f"{folder}*" for group, _ in HEADERS):
        return [(f"{folder}*", headers_for(folder))]
    groups = [(folder, headers_for(folder))] if (site / folder[1:] / "index.html").is_file() else []
    for path in sorted((site / folder[1:]).iterdir()):
        if path.is_dir():
            groups += separate_groups(site, f"{folder}{path.name}/")
        elif path.name != "index.html" and path.suffix not in (".br", ".gz"):
            groups.append((f"{folder}{path.name}", headers_for(f"{folder}{path.name}")))
    return groups


def _rule(group: str, headers: dict[str, str]) -> str:
    return "".join([f"{group}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
