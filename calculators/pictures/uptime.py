"""An uptime among its tiers: a bar cut at every limit of the clause, with the uptime and the tier it hits marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise

from calculators.answering import Answer
from calculators.availability import availability
from calculators.labels import result_label
from calculators.outcome import Percent
from calculators.pictures.picture import Picture
from calculators.pictures.svg import LINE, SIZE, WIDTH, Drawing, wrapped
from calculators.readings import read_as
from calculators.values.money import cut
from calculators.values.tiers import TierTable
from calculators.words import said
from calculators.words.spoken import spoken

LEFT, BAR, WORDS, TOP, PADDING = 2, 26, 44, 6, 12
FULL = Fraction(100)


@dataclass(frozen=True)
class Part:
    """A part of the way from 0 to 100 % that one row of the clause covers; `grants` is None where no row does."""

    lower: Fraction
    lower_included: bool
    upper: Fraction
    upper_included: bool
    grants: str | None

    def holds(self, uptime: Fraction) -> bool:
        above = uptime > self.lower or (self.lower_included and uptime == self.lower)
        return above and (uptime < self.upper or (self.upper_included and uptime == self.upper))


def drawn(given: Answer, language: str) -> Picture | None:
    """Return the tiers, or the two sides of the target, best first; nothing where no time was measured."""
    uptime = _uptime(given)
    if uptime is None:
        return None
    parts = list(_parts(given, language))[::-1]
    hit = next(part for part in parts if part.holds(uptime))
    shown = given.outcome.result.get("uptime_percent") or Percent(given.given["uptime_percent"])
    told = f"{result_label(given.asked.rule, 'uptime_percent', language)} {spoken(shown, language)}"
    rows = [(_range(part, language), _grants(part, language)) for part in parts]
    here = (told, f"{_range(hit, language)}: {_grants(hit, language)}")
    return Picture(_drawing(parts, rows, hit, uptime, told, language), (here, *rows))


def _uptime(given: Answer) -> Fraction | None:
    """Return the uptime in per cent, exact: from the seconds measured, or as the customer gave it."""
    if "uptime_percent" in given.given:
        return Fraction(given.given["uptime_percent"])
    measured, down = (given.outcome.result[name].count for name in ("available_seconds", "downtime_seconds"))
    return availability(measured, down) * 100 if measured else None


def _parts(given: Answer, language: str) -> Iterator[Part]:
    rule = read_as(given.asked.rule, given.reading)
    if not rule.has("tiers"):
        target = rule.value("target") * 100
        yield Part(Fraction(0), True, target, False, said("pictures", "target-missed", language))
        yield Part(target, True, FULL, True, said("pictures", "target-met", language))
        return
    table: TierTable = rule.value("tiers")
    for tier, pieces in groupby(_pieces(table), key=lambda piece: table.hit((piece[0] + piece[1]) / 2)):
        (lower, above), *_, (below, upper) = [*pieces] * 2
        share = tier and spoken(Percent(cut(tier.value * 100, 4).normalize() + 0), language)
        grants = tier and said("pictures", "grants", language, share=share)
        yield Part(lower, lower == above, upper, below == upper, grants)


def _pieces(table: TierTable) -> Iterator[tuple[Fraction, Fraction]]:
    """Return the limits of the table from 0 to 100, each a point, and the open stretches between them."""
    stated = {limit for tier in table.tiers for limit in (tier.lower, tier.upper) if limit is not None}
    limits = sorted({Fraction(0), FULL} | {limit for limit in stated if 0 < limit < FULL})
    for limit, following in pairwise(limits):
        yield limit, limit
        yield limit, following
    yield FULL, FULL


def _range(part: Part, language: str) -> str:
    """Return the limits of a part in words; that nothing is below 0 or above 100 goes without saying."""
    said_limits = []
    if part.lower > 0:
        said_limits.append(_limit("from" if part.lower_included else "above", part.lower, language))
    if part.upper < FULL and part.upper != part.lower:
        said_limits.append(_limit("to" if part.upper_included else "below", part.upper, language))
    return " ".join(said_limits)


def _limit(key: str, limit: Fraction, language: str) -> str:
    return said("phrases", f"tier.{key}", language, limit=_percent(limit, language))


def _percent(value: Fraction, language: str) -> str:
    return spoken(Percent(cut(value, 4).normalize() + 0), language)


def _grants(part: Part, language: str) -> str:
    return said("pictures", "no-tier", language) if part.grants is None else part.grants


def _drawing(
    parts: list[Part], rows: list[tuple[str, str]], hit: Part, uptime: Fraction, told: str, language: str
) -> Drawing:
    """Draw one bar from the best part to the worst, filled from below up to the uptime."""
    drawing, y, level = Drawing(), TOP, 0.0
    spans = []
    for part, row in zip(parts, rows, strict=True):
        pointed = wrapped(told, WIDTH - WORDS) if part is hit else []
        lines = [line for text in row for line in wrapped(text, WIDTH - WORDS)]
        height = LINE * (len(pointed) + len(lines)) + PADDING
        if part is hit:
            level = y + height * float(_depth(part, uptime))
            drawing.shape("rect", "owed", x=LEFT + BAR, y=y, width=WIDTH - LEFT - BAR - 1, height=height)
        drawing.lines(WORDS, y + SIZE + PADDING / 2, pointed, "strong")
        drawing.lines(WORDS, y + SIZE + PADDING / 2 + LINE * len(pointed), lines)
        spans.append((part, y, height))
        y += height
    drawing.shape("rect", "reached", x=LEFT, y=level, width=BAR, height=y - level)
    for part, top, height in spans:
        drawing.shape("rect", "gap" if part.grants is None else "tier", x=LEFT, y=top, width=BAR, height=height)
    drawing.shape("path", "pointer", d=f"M{LEFT + BAR} {level:.2f} l10 -5 v10 z")
    note = wrapped(said("pictures", "not-to-scale", language), WIDTH)
    drawing.lines(0, y + LINE, note, "soft")
    drawing.height = y + LINE * len(note) + SIZE
    return drawing


def _depth(part: Part, uptime: Fraction) -> Fraction:
    """Return how far down its part the uptime lies, as a share."""
    return (part.upper - uptime) / (part.upper - part.lower) if part.upper > part.lower else Fraction(1, 2)
