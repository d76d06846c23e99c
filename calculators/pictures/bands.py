"""An invoice in bands: a bar for each line, beginning where the last one ended, so that they add up to the sum."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from calculators.answering import Answer
from calculators.labels import result_label
from calculators.outcome import Outcome, Step
from calculators.pictures.picture import Picture
from calculators.pictures.svg import LINE, SIZE, WIDTH, Drawing, text_width, wrapped
from calculators.values.money import Money
from calculators.words import said
from calculators.words.spoken import spoken

BAR, GAP, LEAST_ROOM = 10, 12, 100
ADDED = ("urgent_fee", "travel", "invoice_fee")


@dataclass(frozen=True)
class Line:
    """A line of the invoice; a sum begins at nothing, what is added begins where the lines before it end."""

    label: str
    amount: Money
    is_sum: bool = False


def drawn(given: Answer, language: str) -> Picture:
    """Return the lines of work, what is added to them, their sum, and VAT with its sum where a rate was given.

    What adds nothing is left out.
    """
    lines = list(_lines(given, language))
    rows = tuple((line.label, spoken(line.amount, language)) for line in lines)
    return Picture(_drawing(lines, [amount for _, amount in rows]), rows)


def _lines(given: Answer, language: str) -> Iterator[Line]:
    rule, outcome = given.asked.rule, given.outcome
    yield from _work(outcome, language)
    yield from (
        Line(result_label(rule, name, language), outcome.result[name])
        for name in ADDED
        if name in outcome.result and outcome.result[name].amount
    )
    yield Line(result_label(rule, "net", language), outcome.result["net"], True)
    if "vat" in outcome.result:
        yield Line(result_label(rule, "vat", language), outcome.result["vat"])
        yield Line(result_label(rule, "gross", language), outcome.result["gross"], True)


def _work(outcome: Outcome, language: str) -> Iterator[Line]:
    """Return the lines of the rate card; else those that the steps count inside and outside opening hours."""
    for line in outcome.result.get("lines", ()):
        words = {name: spoken(line[name], language) for name in ("band", "minutes", "rate")}
        yield Line(said("pictures", "band", language, **words), line["amount"])
    if "lines" in outcome.result:
        return
    steps: dict[str, Step] = {step.key: step for step in outcome.steps}
    for side in ("inside", "outside"):
        minutes = spoken(outcome.result[f"minutes_{side}"], language)
        yield Line(said("pictures", f"minutes-{side}", language, minutes=minutes), steps[f"line-{side}"].value)


def _drawing(lines: list[Line], amounts: list[str]) -> Drawing:
    drawing, y, so_far = Drawing(), 2, 0.0
    whole = max(line.amount.amount for line in lines) or 1
    for line, amount in zip(lines, amounts, strict=True):
        y = _words(drawing, line, amount, y)
        start = 0.0 if line.is_sum else so_far
        length = min(WIDTH * float(Fraction(line.amount.amount) / Fraction(whole)), WIDTH - start)
        drawing.shape("line", "axis", x1=0, y1=y + BAR, x2=WIDTH, y2=y + BAR)
        drawing.shape("rect", "sum" if line.is_sum else "band", x=start, y=y, width=length, height=BAR)
        so_far = start + length
        y += BAR + GAP
    drawing.height = y
    return drawing


def _words(drawing: Drawing, line: Line, amount: str, y: int) -> int:
    """Write a line's label with its amount to the right, or below where it is too long; return where they end."""
    room = WIDTH - text_width(amount) - LINE
    beside = room >= LEAST_ROOM
    labels = wrapped(line.label, room if beside else WIDTH)
    drawing.lines(0, y + SIZE, labels, "strong" if line.is_sum else "")
    below = y + LINE * len(labels)
    drawing.words(WIDTH, (y if beside else below) + SIZE, amount, "strong", "end")
    return below if beside else below + LINE
