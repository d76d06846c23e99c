"""The pipeline, from sources to a checked bundle."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from scripts.bundle.archive import write_archive
from scripts.bundle.check import check_answers, check_snapshot
from scripts.bundle.description import describe, write_notice
from scripts.bundle.runtime import ARCHIVE, RUNTIME_FILES, Runtime, installed_runtime
from scripts.bundle.selfcheck import SelfCheck, read_selfcheck
from scripts.bundle.tag import bundle_tag
from scripts.bundle.wheel import build_wheel, copy_sources

KEPT = 3
BROWSER = Path(__file__).parent / "browser"


def bundle(root: Path, cache: Path, say: Callable[[str], None] = print) -> Path:
    """The folder of the bundle for the calculators below `root`; built now unless `cache` has it."""
    root, bundles = root.resolve(), cache.resolve() / "bundle"
    runtime, selfcheck_file = installed_runtime(root), root / "scripts" / "bundle" / "selfcheck.json"
    folder = bundles / bundle_tag(root / "calculators", selfcheck_file, runtime)
    if _is_finished(folder):
        return folder
    workshop = bundles / f".{folder.name}-{os.getpid()}"
    try:
        copy_sources(root / "calculators", workshop / "calculators")
        # named after the copy: the originals may be edited while this goes on
        made = workshop / bundle_tag(workshop / "calculators", selfcheck_file, runtime)
        made.mkdir()
        _build(workshop, runtime, read_selfcheck(selfcheck_file), made, say)
        return _put_in_place(made, bundles)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
        _forget_oldest(bundles)


def _is_finished(folder: Path) -> bool:
    return (folder / "bundle.json").is_file()


def _build(workshop: Path, runtime: Runtime, selfcheck: SelfCheck, made: Path, say: Callable[[str], None]) -> None:
    say("Calculators: building the wheel ...")
    wheel = build_wheel(workshop / "calculators", runtime, workshop)
    say("Calculators: trimming and compiling for the browser ...")
    write_archive(runtime, wheel, selfcheck, made / ARCHIVE)
    for path in (*(runtime.folder / name for name in RUNTIME_FILES), *BROWSER.glob("*.mjs")):
        shutil.copyfile(path, made / path.name)
    write_notice(runtime, made)
    describe(runtime, made)
    say("Calculators: checking the bundle's answers ...")
    answers = check_answers(workshop, made, selfcheck)
    heap = check_snapshot(made, selfcheck, answers[0])
    describe(runtime, made, selfcheck, answers[0], heap)


def _put_in_place(made: Path, bundles: Path) -> Path:
    """Move the finished bundle to its place; one that another build has put there meanwhile is as good."""
    folder = bundles / made.name
    try:
        made.rename(folder)
    except OSError:
        if not _is_finished(folder):
            raise
    return folder


def _forget_oldest(bundles: Path) -> None:
    finished = [folder for folder in bundles.iterdir() if not folder.name.startswith(".")]
    for folder in sorted(finished, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
