"""The Jinja environment of templates/pages: it escapes by itself and stops at a name no view has."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

TEMPLATES = Path(__file__).parents[2] / "templates" / "pages"


class _Environment(Environment):
    """Looks for what a template names among the members of a view first, where almost all of it is."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)


@cache
def environment() -> Environment:
    """The one environment every page body is rendered with."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.globals["say"] = say
    made.policies["json.dumps_function"] = _json
    return made


def macros(name: str) -> Any:
    """The macros of templates/pages/macros/<name>.html: small pieces of HTML, which pages print hundreds of."""
    return environment().get_template(f"macros/{name}.html").module


def say(around: Mapping[str, str], key: str) -> Markup:
    """A word of the house around a text, as templates print it."""
    return _said(key, around[key])


@cache
def _said(key: str, text: str) -> Markup:
    """Pages say the same few words again and again; what one looks like is the macro's business."""
    return macros("say").say({key: text}, key)


class Said(dict[str, Markup]):
    """The words around a text as `say` prints them, for macros that print dozens; `around` has them as they are."""

    def __init__(self, around: Mapping[str, str]) -> None:
        super().__init__()
        self.around = around

    def __missing__(self, key: str) -> Markup:
        self[key] = say(self.around, key)
        return self[key]


def _json(value: object, **_: object) -> str:
    """As small as JSON can be, the keys sorted; Jinja makes it safe for HTML."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def rendered(template: str, **view: object) -> str:
    """One page body: the named template printing a ready view."""
    return environment().get_template(template).render(view)
