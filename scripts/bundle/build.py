"""The pipeline, from sources to a checked bundle."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from scripts.bundle.archive import write_archive
from scripts.bundle.check import check_answers, check_snapshot
from scripts.bundle.description import describe, write_notice
from scripts.bundle.node import run_node
from scripts.bundle.runtime import ARCHIVE, RUNTIME_FILES, Runtime, installed_runtime
from scripts.bundle.selfcheck import SelfCheck, read_selfcheck
from scripts.bundle.tag import bundle_tag
from scripts.bundle.wheel import build_wheel, copy_sources
from scripts.frontend.esbuild import esbuild
from scripts.keeping.folders import forget_oldest
from scripts.setup.start import ROOT

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
        forget_oldest(bundles)


def _is_finished(folder: Path) -> bool:
    return (folder / "bundle.json").is_file()


def _build(workshop: Path, runtime: Runtime, selfcheck: SelfCheck, made: Path, say: Callable[[str], None]) -> None:
    say("Calculators: building the wheel ...")
    wheel = build_wheel(workshop / "calculators", runtime, workshop)
    say("Calculators: trimming and compiling for the browser ...")
    write_archive(runtime, wheel, selfcheck, made / ARCHIVE)
    for name in RUNTIME_FILES:
        shutil.copyfile(runtime.folder / name, made / name)
    run_node("trim.mjs", runtime.folder, made)
    esbuild(ROOT, [BROWSER / "worker.mjs"], made, "--out-extension:.js=.mjs")
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
