"""How a month was closed: each record with its frozen figures, its reason and its hash, the newest first."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.outcome import Percent
from scripts.status import addresses
from scripts.status.books import MonthBook
from scripts.status.ledger import Ledger
from scripts.status.model import Text
from scripts.status.months.record import Record
from scripts.status.voice import Voice


def closing(book: MonthBook, ledger: Ledger, voice: Voice) -> dict[str, Any] | None:
    """The records, and where they can be had; nothing while the month lasts."""
    file = ledger.closed(book)
    if file is None:
        return {"lead": voice.say("closing.open"), "records": []} if book.is_over else None
    written_in = book.rule.version.supplier["language"]
    return {
        "lead": voice.say("closing.lead"),
        "records": [_record(record, written_in, voice) for record in reversed(file.records)],
        "evidence": addresses.of_evidence(book.service, book.label),
        "file": f"{book.service.id}-{book.label}.json",
    }


def _record(record: Record, written_in: str, voice: Voice) -> dict[str, Any]:
    figures = record.contents["figures"]
    coverage = figures.get("coverage")  # records of the first edition have none
    return {
        "written": voice.say(
            "closing.revised_on" if record.because else "closing.closed_on", day=voice.value(record.frozen_on)
        ),
        "because": voice.text(Text(written_in, {written_in: record.because})),
        "figures": voice.say(
            "closing.figures_measured" if coverage else "closing.figures",
            uptime=_uptime(figures, voice),
            guarantee=voice.say(f"service.{figures['guarantee']}"),
            credit=_credit(figures, voice),
            coverage=coverage and _percent(coverage["percent"], voice),
        ),
        "sha256": record.sha256,
    }


def _uptime(figures: Mapping[str, Any], voice: Voice) -> str:
    booked = figures["availability_percent"]
    if booked is None:
        return "–"
    ends = figures.get("bounds", {}).get("availability_percent", {"lowest": booked, "highest": booked})
    low, high = (_percent(ends[name], voice) for name in ("lowest", "highest"))
    return low if low == high else voice.say("service.between", low=low, high=high)


def _credit(figures: Mapping[str, Any], voice: Voice) -> str:
    if figures["credit_percent"] is not None:
        return _percent(figures["credit_percent"], voice)
    low, high = (_percent(figures[name], voice) for name in ("lower_bound", "upper_bound"))
    return voice.say("service.between", low=low, high=high)


def _percent(digits: str, voice: Voice) -> str:
    return voice.value(Percent(Decimal(digits)))
