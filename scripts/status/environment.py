"""The Jinja environment of templates/status: it escapes, stops at a name no view has, and links relatively."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from scripts.status.addresses import from_page
from scripts.status.pictures import Rect

TEMPLATES = Path(__file__).parents[2] / "templates" / "status"
ICON = Path(__file__).parents[2] / "templates" / "assets" / "images" / "paragraf.svg"
Lead = Callable[[str], str]
RECT = '<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}"/>'
LINK_FROM_ROOT = re.compile(r'<a href="(/[^"]*)"')


class ViewEnvironment(Environment):
    """Views are plain dicts, and what a template asks of one is a key: most of what templates do, and done at once."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def rendered(template: str, page_address: str, **view: object) -> str:
    """One document: the named template printing a ready view, its links relative to the page's own address."""
    return printed(template, partial(from_page, page=page_address), icon=_icon(), **view)


def printed(template: str, here: Lead, **view: object) -> str:
    """The named template printing a ready view; `here` makes an address from the root one that leads there from it."""
    return _environment().get_template(template).render(view | _leading(here))


def macros(here: Lead, **view: object) -> TemplateModule:
    """The parts that several templates print, ready for many documents that have this view in common."""
    return _environment().get_template("macros.html").make_module(view | _leading(here))


def _leading(here: Lead) -> dict[str, Lead]:
    return {"here": here, "safe_here": partial(_safe_here, here)}


def _safe_here(here: Lead, html: str) -> Markup:
    """HTML that has been made safe already, its links from the root led from where it stands."""
    return Markup(LINK_FROM_ROOT.sub(lambda found: f'<a href="{here(found[1])}"', html))


def _told(said: Mapping[str, str]) -> Markup:
    """A text, marked with its language where that is not the page's own."""
    return Markup('<span lang="{lang}">{text}</span>').format(**said) if said["lang"] else escape(said["text"])


def _drawn(rects: Iterable[Rect]) -> Markup:
    """Rectangles in SVG: their names and numbers are our own, so there is nothing to escape."""
    return Markup("".join(map(RECT.format_map, map(vars, rects))))


@cache
def _icon() -> str:
    """The house's sign inside the page, so that no browser asks for it."""
    return f"data:image/svg+xml,{quote(ICON.read_text(encoding='utf-8').strip())}"


@cache
def _environment() -> Environment:
    environment = ViewEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # templates are what they were when the command began
    )
    environment.filters |= {"told": _told, "drawn": _drawn}
    return environment
