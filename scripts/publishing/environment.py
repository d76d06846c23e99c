"""The Jinja environment of templates/pages: it escapes by itself and stops at a name no view has."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parents[2] / "templates" / "pages"


@cache
def environment() -> Environment:
    """The one environment every page body is rendered with."""
    return Environment(
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
