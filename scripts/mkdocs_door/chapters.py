"""Chapters in the site: each is made, framed, put there and kept with its outline, in one go."""

from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from scripts.keeping.keep import Wanted
from scripts.keeping.processes import do_all
from scripts.mkdocs_door.frame import Frame
from scripts.mkdocs_door.kept import sets, store
from scripts.publishing.chapter import Chapter, Outline


def write_chapters(chapters: Sequence[Wanted[Chapter]], frame: Frame, beside: Sequence[Wanted[Any]]) -> list[Outline]:
    """Put the files of every agreement into the site, and make what else is missing in the same go."""
    keep = store(frame.config)
    do_all([*keep.missing(beside), *(partial(_write, chapter, frame) for chapter in chapters)])
    return [_outline(chapter, chapter.make, frame.config) for chapter in chapters]


def _write(chapter: Wanted[Chapter], frame: Frame) -> None:
    make = cache(chapter.make)
    made_from = ("served", frame.made_from, *chapter.made_from)
    sets(frame.config).put(Path(frame.config.site_dir), made_from, lambda: _served(make(), frame))
    _outline(chapter, make, frame.config)


def _served(chapter: Chapter, frame: Frame) -> dict[str, bytes]:
    """The files of a chapter, by path."""
    pages = {f"{page.path}index.html": frame.around(page) for page in chapter.pages}
    return pages | {file.path: file.text.encode() for file in chapter.files}


def _outline(chapter: Wanted[Chapter], make: Callable[[], Chapter], config: MkDocsConfig) -> Outline:
    return store(config)(("outline", *chapter.made_from), lambda: make().outline)
