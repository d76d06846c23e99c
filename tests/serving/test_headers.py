"""The headers as data: what each kind of address gets, and the same as a file for other hosts."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from scripts.serving.headers import EARLY_HASH, headers_file, headers_for, separate_groups

ADDRESSES = (
    "index.html",
    "404.html",
    "404.html.br",
    "robots.txt",
    "agreements/nettsoft/index.html",
    "agreements/nettsoft/vps-access/index.html",
    "api/v2/status.json",
    "feeds/status/incidents.rss",
    "status/index.html",
    "status/banner/index.html",
    "sv/status/banner/index.html",
    "assets/words/nb.json",
    "assets/front/c3d4/worker.mjs",
    "assets/python/a1b2/pyodide.asm.wasm",
)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    for name in ADDRESSES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def policy(address: str) -> dict[str, str]:
    parts = headers_for(address)["Content-Security-Policy"].split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_a_page_may_load_only_from_its_own_site():
    assert policy("/agreements/nettsoft/vps-access/") == {
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


def test_only_the_banner_may_stand_in_a_frame_and_it_has_no_script():
    for address in ("/status/banner/", "/sv/status/banner/", "/en/status/banner/"):
        assert policy(address)["frame-ancestors"] == "*"
        assert (policy(address)["default-src"], "script-src" in policy(address)) == ("'none'", False)
    for address in ("/", "/status/", "/status/vps/", "/status/incidents/banner/", "/status/banners/", "/banner/"):
        assert policy(address)["frame-ancestors"] == "'none'"


def test_only_the_worker_may_compile_webassembly():
    for worker in ("/assets/python/a1b2/worker.mjs", "/assets/front/c3d4/worker.mjs"):
        assert policy(worker)["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert "wasm" not in policy("/assets/form.mjs")["script-src"]
    assert "wasm" not in policy("/")["script-src"]


def test_only_what_is_for_machines_may_be_read_by_other_sites():
    for address in ("/api/v2/status.json", "/feeds/agreements.atom", "/sv/feeds/status/incidents.json"):
        assert headers_for(address)["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in headers_for("/status/")


@pytest.mark.parametrize("address", ["/", "/api/v2/status.json", "/assets/python/a1b2/x.wasm", "/nowhere/"])
def test_every_address_is_hardened(address):
    headers = headers_for(address)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_the_groups_of_the_file_say_what_the_server_does_and_never_overlap(small_site):
    groups = dict(separate_groups(small_site))
    for name in ADDRESSES:
        address = "/" + name.removesuffix("index.html").removesuffix(".br")
        matching = [group for group in groups if fnmatchcase(address, group)]
        assert len(matching) == 1, (address, matching)
        assert groups[matching[0]] == headers_for(address)


def test_the_file_names_whole_folders_where_it_can(small_site):
    lines = headers_file(small_site).splitlines()
    groups = [line for line in lines if line.startswith("/")]
    assert "/agreements/*" in groups
    assert "/assets/python/*" in groups
    assert "  Cache-Control: public, max-age=31536000, immutable" in lines
    assert all(line.startswith(("/", "  ")) for line in lines if line)
