"""A month in a few sentences: its uptime, whether the guarantee is met, and the credit, or the bounds the text sets."""

from calculators.availability import State, availability
from calculators.outcome import Outcome
from calculators.page import view
from calculators.words.spoken import spoken_figure
from scripts.status.books import MonthBook
from scripts.status.guarantee import MET, standing
from scripts.status.views.accounts import link
from scripts.status.voice import Voice


def sentences(book: MonthBook, voice: Voice) -> list[str]:
    """What a reader wants to know of the month, in the order they want to know it."""
    return [*_so_far(book, voice), *_whole_month(book, voice)]


def cells(book: MonthBook, voice: Voice) -> dict[str, str]:
    """The month as a table's row: uptime, guarantee, credit."""
    return {
        "uptime": _uptime(book, book.service_seconds, book.seconds[State.DOWN], "service.between", voice) or "–",
        "note": "" if book.is_over else voice.say("service.so_far"),
        "guarantee": _guarantee(book, voice),
        "credit": credit_of(book.answer.outcome, voice) if book.answer.outcome else "–",
    }


def credit_of(outcome: Outcome, voice: Voice) -> str:
    """The percentage of the fee, or its bounds where the text is silent."""
    if outcome.bounds:
        low, high = (voice.value(outcome.bounds[name]) for name in ("lower_bound", "upper_bound"))
        return voice.say("service.between", low=low, high=high)
    return voice.value(outcome.result["credit_percent"])


def example(book: MonthBook, voice: Voice) -> str:
    """The credit in money at the example fee, where there is a fee and a credit."""
    outcome, fee = book.answer.outcome, book.service.example_fee
    if fee is None or not is_owed(book):
        return ""
    said = voice.value(book.answer.given["monthly_fee"])
    if outcome.bounds:
        low, high = (voice.value(outcome.bounds[name]) for name in ("credit_lower", "credit_upper"))
        return voice.say("month.example_fee_bounds", fee=said, low=low, high=high)
    return voice.say("month.example_fee", fee=said, credit=voice.value(outcome.result["credit"]))


def is_owed(book: MonthBook) -> bool:
    """Whether the month gives, or may give, any credit."""
    return book.answer.outcome is not None and not _is_nothing(book.answer.outcome)


def _guarantee(book: MonthBook, voice: Voice) -> str:
    found = standing(book)
    if found is None:
        return "–"
    return voice.say("service.on_course" if found == MET and not book.is_over else f"service.{found}")


def _uptime(book: MonthBook, base: int, down: int, range_key: str, voice: Voice) -> str:
    """The share of the base that was up; from and to where time is unknown; nothing where there is no base yet."""
    if not base:
        return ""
    high, low = availability(base, down), availability(base, down + book.seconds[State.UNKNOWN])
    if high == low:
        return voice.percent(high)
    return voice.say(range_key, low=voice.percent(low), high=voice.percent(high))


def _so_far(book: MonthBook, voice: Voice) -> list[str]:
    said = _uptime(book, book.service_seconds, book.seconds[State.DOWN], "month.between", voice)
    if not said:
        return [voice.say("month.no_time_yet")]
    unknown = book.seconds[State.UNKNOWN]
    told = [voice.say("month.unknown", duration=voice.duration(unknown))] if unknown else []
    return [voice.say("month.uptime" if book.is_over else "month.uptime_so_far", uptime=said), *told]


def _whole_month(book: MonthBook, voice: Voice) -> list[str]:
    outcome = book.answer.outcome
    if outcome is None:
        return [voice.say("month.uncomputed", reason=_refusal(book, voice))]
    ends = [] if book.is_over else [_end(book, outcome, voice)]
    found = standing(book)
    key = "would_meet" if found == MET and not book.is_over else found
    target = spoken_figure(book.rule.figure("target"), voice.language)
    matters = book.seconds[State.UNKNOWN] and found != MET
    as_up = [voice.say("month.unknown_as_up")] if matters else []
    return [*ends, voice.say(f"month.{key}", target=target), _credit(book, outcome, voice), *as_up]


def _end(book: MonthBook, outcome: Outcome, voice: Voice) -> str:
    base, down = (outcome.result[name].count for name in ("available_seconds", "downtime_seconds"))
    return voice.say("month.would_end", uptime=_uptime(book, base, down, "month.between", voice))


def _credit(book: MonthBook, outcome: Outcome, voice: Voice) -> str:
    if _is_nothing(outcome):
        return voice.say("month.no_credit")
    if not outcome.bounds:
        key = "month.credit" if book.is_over else "month.credit_so_far"
        return voice.say(key, percent=voice.value(outcome.result["credit_percent"]))
    low, high = (voice.value(outcome.bounds[name]) for name in ("lower_bound", "upper_bound"))
    clause = link(book.rule.figure("tiers").clause, voice)
    return voice.say("month.bounds", clause=clause["label"], low=low, high=high)


def _is_nothing(outcome: Outcome) -> bool:
    granted = outcome.result["credit_percent"]
    return granted is not None and not granted.value


def _refusal(book: MonthBook, voice: Voice) -> str:
    shown = view(book.answer, voice.language)
    return " ".join([shown["headline"], *(error["message"] for error in shown["errors"])])
