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
from scripts.bundle.wheel import build_wheel

KEPT = 3
BROWSER = Path(__file__).parent / "browser"


def bundle(root: Path, cache: Path, say: Callable[[str], None] = print) -> Path:
    """The folder of the bundle for the calculators below `root`; built now unless `cache` has it."""
    root, cache = root.resolve(), cache.resolve()
    runtime = installed_runtime(root)
    selfcheck_file = root / "scripts" / "bundle" / "selfcheck.json"
    tag = bundle_tag(root / "calculators", selfcheck_file, runtime)
    folder = cache / "bundle" / tag
    if not (folder / "bundle.json").is_file():
        workshop = cache / "bundle" / f".{tag}-{os.getpid()}"
        try:
            _build(root, runtime, read_selfcheck(selfcheck_file), tag, workshop, say)
            _put_in_place(workshop / tag, folder)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
        _forget_oldest(cache / "bundle")
    return folder


def _build(
    root: Path, runtime: Runtime, selfcheck: SelfCheck, tag: str, workshop: Path, say: Callable[[str], None]
) -> None:
    folder = workshop / tag
    folder.mkdir(parents=True)
    say("Calculators: building the wheel ...")
    wheel = build_wheel(root, runtime, workshop)
    say("Calculators: trimming and compiling for the browser ...")
    write_archive(runtime, wheel, selfcheck, folder / ARCHIVE)
    for name in RUNTIME_FILES:
        shutil.copyfile(runtime.folder / name, folder / name)
    for path in BROWSER.glob("*.mjs"):
        shutil.copyfile(path, folder / path.name)
    write_notice(runtime, folder)
    describe(runtime, tag, folder)
    say("Calculators: checking the bundle's answers ...")
    answers = check_answers(root, folder, selfcheck)
    heap = check_snapshot(folder, selfcheck, answers[0])
    describe(runtime, tag, folder, selfcheck, answers[0], heap)


def _put_in_place(built: Path, folder: Path) -> None:
    """Move the finished bundle to its place; one that another build has put there meanwhile is as good."""
    try:
        built.rename(folder)
    except OSError:
        if not (folder / "bundle.json").is_file():
            raise


def _forget_oldest(bundles: Path) -> None:
    finished = [folder for folder in bundles.iterdir() if not folder.name.startswith(".")]
    for folder in sorted(finished, key=lambda each: each.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
