"""The bands of a rate card: which of its hours a stretch of work falls in."""

from calculators.contract.rule import BoundRule
from calculators.values.intervals import Interval, common, total, without
from calculators.values.timetables import ServiceHours, Timetable, Window


def seconds_by_band(rule: BoundRule, start: int, end: int) -> tuple[dict[str, int], str]:
    """Return the seconds of work in each band that it touches, in the order of the card, and the band to top up.

    That is the band in which the work ended, or began where read so. The clock bands hold on the days outside the
    weekend; the weekend, and holidays where read so, have their own band.
    """
    work = Interval(start, end)
    spans = {band: common([work], hours.within(work)) for band, hours in _clock_bands(rule).items()}
    weekend = rule.setting("weekend_band")
    on_days = [span for found in spans.values() for span in found]
    spans[weekend] = [*spans.get(weekend, []), *without([work], on_days)]
    first = rule.setting("top_up") == "first-band"
    topped = next(band for band, found in spans.items() if _touches(found, work, first))
    return {band: total(found) for band, found in spans.items() if found}, topped


def _clock_bands(rule: BoundRule) -> dict[str, ServiceHours]:
    closed = rule.holidays if rule.setting("holiday_band") == "weekend" else None
    weekend: Timetable = rule.value("weekend")
    return {
        band: ServiceHours(_on_weekdays(figure.value, weekend).with_both_ends(), rule.zone, closed)
        for band, figure in rule.figures["bands"].items()
    }


def _on_weekdays(window: Window, weekend: Timetable) -> Timetable:
    return Timetable(tuple(() if off else (window,) for off in weekend.days))


def _touches(spans: list[Interval], work: Interval, first: bool) -> bool:
    return any(span.start == work.start if first else span.end == work.end for span in spans)
