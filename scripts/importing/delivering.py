"""Puts all sound files of an import in their places, or none of them, and reports what became of every entry."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.importing.composing import Composed, composed
from scripts.importing.entries import Entry, Faulty, History, KeptOut
from scripts.operating.desk import READERS, Desk
from scripts.operating.filing import put_text


@dataclass(frozen=True)
class Import:
    """What will be written, what is there already, and what is kept out."""

    new: tuple[Composed, ...]
    there: tuple[Composed, ...]
    kept_out: tuple[KeptOut, ...]
    lost: tuple[str, ...]  # of the whole, not of one entry


def sorted_out(desk: Desk, history: History, mapping: Mapping[str, str], language: str, folder: Path) -> Import:
    """The history as files with names of their own; one that has another text in the folder is left alone.

    They are named oldest first, so that a later import, with more in it, gives the old ones the names they had.
    """
    new, there, kept_out = [], [], [each for each in history.found if isinstance(each, KeptOut)]
    files = []
    for entry in sorted((each for each in history.found if isinstance(each, Entry)), key=_age):
        try:
            files.append(composed(desk, entry, mapping, language))
        except Faulty as fault:
            kept_out.append(KeptOut(entry.source, str(fault)))
    for file in _numbered(files):
        taken = next((path for kind in READERS if (path := folder / kind / f"{file.name}.md").exists()), None)
        if taken is None:
            new.append(file)
        elif taken == _place(folder, file) and taken.read_bytes() == _content(file).encode():
            there.append(file)
        else:
            kept_out.append(KeptOut(file.source, f"{taken} is there already, with another text; it was left as it is."))
    kept_out.sort(key=lambda each: each.source)
    return Import(tuple(new), tuple(there), tuple(kept_out), history.lost)


def deliver(files: Iterable[Composed], folder: Path) -> None:
    """Write every file; where one cannot be written, take away those that were."""
    written: list[Path] = []
    try:
        for file in files:
            put_text(_place(folder, file), _content(file))
            written.append(_place(folder, file))
    except BaseException:
        for path in written:
            path.unlink()
        raise


def report(done: Import, folder: Path) -> list[str]:
    """A line for each file, each entry kept out, and each thing that was lost on the way."""
    lines = [f"{len(done.new)} written to {folder}:"] if done.new else ["Nothing was written."]
    lines += [f"  {file.kind}/{file.name}.md, from {file.source}" for file in done.new]
    if done.there:
        lines += [f"{len(done.there)} there already:", *(f"  {file.kind}/{file.name}.md" for file in done.there)]
    if done.kept_out:
        lines += [f"{len(done.kept_out)} kept out:"]
        lines += [f"  {each.source}: {each.reason}" for each in done.kept_out]
    return lines + _losses(done)


def _losses(done: Import) -> list[str]:
    by_loss: dict[str, list[str]] = {}
    for file in done.new:
        for loss in dict.fromkeys(file.lost):
            by_loss.setdefault(loss, []).append(file.source)
    if not done.new:
        return []
    lines = [f"  {loss}: {'; '.join(sources)}" for loss, sources in by_loss.items()]
    return ["Lost or taken for granted:", *lines, *(f"  {loss}" for loss in done.lost)]


def _numbered(files: Iterable[Composed]) -> list[Composed]:
    """The files, in the order given; of two that would have one name, the later gets a number behind it."""
    taken: set[str] = set()
    numbered = []
    for file in files:
        number, name = 1, file.name
        while name in taken:
            number += 1
            name = f"{file.name}-{number}"
        taken.add(name)
        numbered.append(replace(file, name=name))
    return numbered


def _age(entry: Entry) -> tuple[int, str]:
    return entry.planned.start if entry.planned else entry.start, entry.source


def _place(folder: Path, file: Composed) -> Path:
    return folder / file.kind / f"{file.name}.md"


def _content(file: Composed) -> str:
    return unicodedata.normalize("NFC", file.text)
