"""Where an operator's incident and the measurements tell of different times: what is stated, and what was seen."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from calculators.values.intervals import Interval, merged, without
from scripts.measuring.intervals import Observed, time_in
from scripts.measuring.samples import State
from scripts.status.measured import is_as_measured
from scripts.status.model import OUT_OF_SERVICE, Event, Impact, Incident, Service, Status

AS_MINUTES_GO = 300  # seconds; an operator writes times in minutes, and nearer than this no two accounts agree


@dataclass(frozen=True)
class Disagreement:
    """The time an incident states for a service, and what probes saw of it and of the same outage beyond it."""

    event: Event
    service: Service
    stated: Interval
    down: tuple[Interval, ...]
    up: tuple[Interval, ...]
    unknown: tuple[Interval, ...]

    @property
    def impact(self) -> Impact:
        return self.event.suffered[self.service.id].impact


def disagreement(status: Status, service: Service, event: Event, now: int) -> Disagreement | None:
    """How the two differ; None where they do not, or by no more than clocks do."""
    stated, found = event.span(now), status.measured.get(service.id)
    seen = found.stretches if found else ()
    if stated is None or not seen or not isinstance(event, Incident) or is_as_measured(event, service):
        return None
    impact = event.suffered[service.id].impact
    within = [_cut(each, stated) for each in _meeting(seen, stated)]
    outages = [each.interval for each in _meeting(seen, stated) if each.state is State.DOWN]
    if impact in OUT_OF_SERVICE:
        others = (time for other in status.events_by_service.get(service.id, ()) if (time := other.span(now)))
        contrary = without(outages, [stated, *others])
        contrary += time_in(State.UP, within) if impact is Impact.MAJOR_OUTAGE else []
        times = merged([stated, *outages])  # one interval, as each outage meets the stated time
        whole = Interval(times[0].start, times[-1].end)
    else:
        contrary = time_in(State.DOWN, within) if impact is Impact.DEGRADED else []
        whole = stated
    if not any(interval.seconds >= AS_MINUTES_GO for interval in contrary):
        return None
    told = [_cut(each, whole) for each in _meeting(seen, whole)]
    down, up, unknown = (tuple(_joined(time_in(state, told))) for state in (State.DOWN, State.UP, State.UNKNOWN))
    return Disagreement(event, service, stated, down, up, unknown)


def _meeting(seen: Sequence[Observed], span: Interval) -> list[Observed]:
    """The stretches with any time in a span; together they cover all time, in order."""
    first = max(bisect_right(seen, span.start, key=lambda each: each.interval.start) - 1, 0)
    end = bisect_right(seen, span.end - 1, key=lambda each: each.interval.start)
    return [each for each in seen[first:end] if span.start < each.interval.end]


def _cut(each: Observed, span: Interval) -> Observed:
    return Observed(Interval(max(each.interval.start, span.start), min(each.interval.end, span.end)), each.state)


def _joined(intervals: Iterable[Interval]) -> list[Interval]:
    """The time as one where it is interrupted for less than clocks differ by, as while a service comes and goes."""
    wider = merged(Interval(interval.start, interval.end + AS_MINUTES_GO) for interval in intervals)
    return [Interval(interval.start, interval.end - AS_MINUTES_GO) for interval in wider]
