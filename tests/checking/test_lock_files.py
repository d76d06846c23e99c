"""Lock files: every package by version and hash, and no word about where it is downloaded from."""

import json

import pytest

from scripts.checking.lock_files import lock_file_findings, package_lock_findings, requirements_findings
from scripts.locking.command import without_addresses
from scripts.setup.start import ROOT

HASH = "--hash=sha256:" + "0" * 64
SOUND = f"brotli==1.2.1 \\\n    {HASH} \\\n    {HASH}\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n    {HASH}\n"


def messages(text: str) -> list[str]:
    return [str(finding) for finding in requirements_findings("requirements.txt", text)]


def test_the_lock_files_of_this_repository_are_sound():
    assert lock_file_findings(ROOT) == []


def test_a_sound_file_has_no_findings():
    assert messages(SOUND) == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://mirror.example/simple",
        "--extra-index-url=https://mirror.example/simple",
        "-i https://mirror.example/simple",
        "--find-links wheels",
        "--trusted-host mirror.example",
    ],
)
def test_a_named_host_is_found(line):
    assert messages(f"{line}\n{SOUND}") == [f"requirements.txt:1: names a place to download from: {line}"]


def test_a_package_from_an_address_is_found():
    found = messages(f"brotli @ https://mirror.example/brotli.whl {HASH}\n")
    assert len(found) == 2
    assert "names a place to download from" in found[0]
    assert "is not pinned with ==: brotli" in found[1]


def test_a_range_and_a_missing_hash_are_found():
    assert messages(f"brotli>=1.2 {HASH}\n") == ["requirements.txt:1: is not pinned with ==: brotli>=1.2"]
    assert messages("# Python\nbrotli==1.2.1\n") == ["requirements.txt:2: has no hash: brotli==1.2.1"]


def test_an_npm_address_and_a_missing_integrity_are_found():
    lock = {"packages": {"": {}, "node_modules/a": {"resolved": "https://mirror.example/a.tgz"}}}
    found = [str(finding) for finding in package_lock_findings("package-lock.json", json.dumps(lock, indent=2))]
    assert found == [
        "package-lock.json:4: node_modules/a names where it was downloaded from (run scripts/lock)",
        "package-lock.json:4: node_modules/a has no integrity hash",
    ]


def test_locking_strips_addresses_and_keeps_integrity():
    package = {"resolved": "https://mirror.example/a.tgz", "integrity": "sha512-x"}
    lock = {"packages": {"": {}, "node_modules/a": package}}
    assert without_addresses(lock) == {"packages": {"": {}, "node_modules/a": {"integrity": "sha512-x"}}}
