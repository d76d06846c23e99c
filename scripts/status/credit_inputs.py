"""What the credit calculator is asked about a service's month, in its own input names and forms."""

from datetime import date
from functools import lru_cache
from typing import Any

from calculators.availability import Outage, PlannedWindow
from calculators.values.intervals import Interval
from calculators.values.zones import Zone, is_repeated
from scripts.status.model import Service

NO_FEE = "0"


def inputs(service: Service, month: date, down: list[Outage], planned: list[PlannedWindow]) -> dict[str, Any]:
    """The inputs for one month: outages and windows stand whole, the calculator cuts them to the month."""
    return {
        "month": f"{month:%Y-%m}",
        "outages": [_outage(outage, service.zone) for outage in down],
        "planned_windows": [_window(window, service.zone) for window in planned],
        "monthly_fee": service.example_fee or NO_FEE,
    }


def _outage(outage: Outage, zone: Zone) -> dict[str, Any]:
    told = {"cause": outage.cause, "affected_users": outage.affected_users, "total_users": outage.total_users}
    return _span(outage.interval, zone) | {name: value for name, value in told.items() if value is not None}


def _window(window: PlannedWindow, zone: Zone) -> dict[str, Any]:
    return _span(window.interval, zone) | {"announced_on": window.announced_on.isoformat()}


def _span(interval: Interval, zone: Zone) -> dict[str, str]:
    return {"start": wall_text(interval.start, zone), "end": wall_text(interval.end, zone)}


@lru_cache(maxsize=16384)
def wall_text(instant: int, zone: Zone) -> str:
    """The local wall-clock time; with its offset only where the clock shows that time twice."""
    local = zone.aware(instant)
    repeated = is_repeated(zone, zone.wall(instant))
    shown = local if repeated else local.replace(tzinfo=None)
    return shown.isoformat(timespec="seconds" if local.second else "minutes")
