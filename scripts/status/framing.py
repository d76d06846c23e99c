"""Whole pages: what stands around them is printed once for a folder, with holes for what each page has alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from scripts.status.addresses import from_page
from scripts.status.environment import macros, printed, rendered
from scripts.status.ledger import Ledger
from scripts.status.model import Service
from scripts.status.views.frame import as_of, frame
from scripts.status.voice import Voice

View = dict[str, Any]
SIGN = "\0"  # stands in no text: the section is sanitised
HOLES = ("title", "description", "name", "content", "as_of", "as_of_iso")
HOLE = re.compile(f"{SIGN}({'|'.join(HOLES)}){SIGN}")


@dataclass(frozen=True)
class Frame:
    """A page with holes: its texts, between them the names of what is missing; and what contents are printed with."""

    parts: Sequence[str]
    around: Mapping[str, Any]
    now: Mapping[str, str]

    def page(self, template: str, name: str, view: View) -> str:
        """The page of this name in the folder, printed from its view."""
        own = {part: escape(view[part]) for part in ("title", "description")} | {"name": name}
        own |= view.get("settled") or self.now
        own["content"] = printed(template, page=view, **self.around).strip()
        return "".join(own[part] if place % 2 else part for place, part in enumerate(self.parts))


class Frames:
    """The frames of a section, each made when the first page of its folder asks for it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._made: dict[tuple[Voice, str | None, str, bool], Frame] = {}

    def page(self, template: str, address: str, view: View, voice: Voice, service: Service | None = None) -> str:
        """The whole document at an address from the root."""
        folder, name, _ = address.rsplit("/", 2)
        is_settled = bool(view.get("settled"))
        key = (voice, service and service.id, folder, is_settled)
        if key not in self._made:
            self._made[key] = self._frame(f"{folder}/{_hole('name')}/", voice, service, is_settled)
        return self._made[key].page(template, name, view)

    def _frame(self, address: str, voice: Voice, service: Service | None, is_settled: bool) -> Frame:
        holes = {part: _hole(part) for part in HOLES}
        around = frame(self.ledger, voice, address, holes, service, is_settled)
        text = rendered("base.html", address, content=Markup(_hole("content")), **around)
        here = partial(from_page, page=address)
        now = as_of(self.ledger.now, voice)
        shared = {"house": around["house"], **now}
        return Frame(HOLE.split(text), {"here": here, "show": macros(here, **shared), **shared}, now)


def _hole(name: str) -> str:
    return f"{SIGN}{name}{SIGN}"
