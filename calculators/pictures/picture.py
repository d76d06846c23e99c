"""The picture of an answer, where its kind has one: which module draws it, and what a page is handed."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from calculators.answering import Answer
from calculators.pictures.svg import Drawing, svg
from calculators.values.holidays import OutsideTable
from calculators.words import said


@dataclass(frozen=True)
class Picture:
    """A drawing, and its text equivalent: every fact drawn, as rows of a label and what it says."""

    drawing: Drawing
    rows: tuple[tuple[str, str], ...]


def picture_view(given: Answer, language: str) -> dict[str, Any] | None:
    """Return {"title", "svg", "text"} of an answer's picture; None where the kind has none or nothing can be drawn.

    A week that reaches beyond the calendar of holidays, or beyond the last year there is, is not drawn.
    """
    name = given.asked.kind.picture
    if not name:
        return None
    try:
        picture: Picture | None = import_module(f"calculators.pictures.{name}").drawn(given, language)
    except (OutsideTable, OverflowError):
        return None
    return picture and _view(picture, said("pictures", f"title.{name}", language))


def _view(picture: Picture, title: str) -> dict[str, Any]:
    described = "; ".join(f"{label}: {value}" for label, value in picture.rows)
    text = [{"label": label, "value": value} for label, value in picture.rows]
    return {"title": title, "svg": svg(picture.drawing, title, described), "text": text}
