"""The Jinja environment of templates/pages: it escapes by itself and stops at a name no view has."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parents[2] / "templates" / "pages"


class _Environment(Environment):
    """Looks for what a template names among the members of a view first, where almost all of it is."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)


@cache
def environment() -> Environment:
    """The one environment every page body is rendered with."""
    return _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )


def rendered(template: str, **view: object) -> str:
    """One page body: the named template printing a ready view."""
    return environment().get_template(template).render(view)
