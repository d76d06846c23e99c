"""A month in a few sentences: its uptime, whether the guarantee is met, and the credit, or the bounds the text sets."""

from calculators.availability import State, availability
from calculators.page import view
from calculators.words.spoken import spoken_figure
from scripts.status.books import MonthBook
from scripts.status.guarantee import MET, Verdict, standing, verdict
from scripts.status.views.accounts import link
from scripts.status.voice import Voice


def sentences(book: MonthBook, voice: Voice) -> list[str]:
    """What a reader wants to know of the month, in the order they want to know it."""
    return [*_so_far(book, voice), *_whole_month(book, voice)]


def cells(book: MonthBook, voice: Voice) -> dict[str, str]:
    """The month as a table's row: uptime, guarantee, credit."""
    found = verdict(book)
    return {
        "uptime": _uptime(book.service_seconds, *book.downtime, "service.between", voice) or "–",
        "note": "" if book.is_over else voice.say("service.so_far"),
        "guarantee": _guarantee(book, voice),
        "credit": credit_of(found, voice) if found else "–",
    }


def credit_of(found: Verdict, voice: Voice) -> str:
    """The percentage of the fee, or its bounds where the text is silent or time is unknown."""
    low, high = (voice.value(bound) for bound in found.credit)
    return low if low == high else voice.say("service.between", low=low, high=high)


def uptime_of(found: Verdict, voice: Voice) -> str:
    """The uptime by a reading, or its bounds where time is unknown."""
    low, high = (voice.value(outcome.result["uptime_percent"]) for outcome in (found.most, found.least))
    return low if low == high else voice.say("service.between", low=low, high=high)


def example(book: MonthBook, voice: Voice) -> str:
    """The credit in money at the example fee, where there is a fee and a credit."""
    if book.service.example_fee is None or not is_owed(book):
        return ""
    said = voice.value(book.answer.given["monthly_fee"])
    low, high = (voice.value(bound) for bound in verdict(book).money)
    if low == high:
        return voice.say("month.example_fee", fee=said, credit=low)
    return voice.say("month.example_fee_bounds", fee=said, low=low, high=high)


def is_owed(book: MonthBook) -> bool:
    """Whether the month gives, or may give, any credit."""
    found = verdict(book)
    return found is not None and not _is_nothing(found)


def as_booked(book: MonthBook, voice: Voice) -> str:
    """What the calculator takes for granted where the credit depends on what nobody knows."""
    found = verdict(book)
    is_open = found is not None and found.least != found.most and found.credit[0] != found.credit[1]
    return voice.say("month.as_booked") if is_open else ""


def _guarantee(book: MonthBook, voice: Voice) -> str:
    found = standing(book)
    if found is None:
        return "–"
    return voice.say("service.on_course" if found == MET and not book.is_over else f"service.{found}")


def _uptime(base: int, least: int, most: int, range_key: str, voice: Voice) -> str:
    """The share of the base that was up; from and to where nobody knows; nothing where there is no base yet."""
    if not base:
        return ""
    high, low = availability(base, least), availability(base, most)
    if high == low:
        return voice.percent(high)
    return voice.say(range_key, low=voice.percent(low), high=voice.percent(high))


def _so_far(book: MonthBook, voice: Voice) -> list[str]:
    said = _uptime(book.service_seconds, *book.downtime, "month.between", voice)
    if not said:
        return [voice.say("month.no_time_yet")]
    told = {"month.unknown": book.seconds[State.UNKNOWN], "month.on_edges": book.on_edges}
    return [
        voice.say("month.uptime" if book.is_over else "month.uptime_so_far", uptime=said),
        *(voice.say(key, duration=voice.duration(seconds)) for key, seconds in told.items() if seconds),
    ]


def _whole_month(book: MonthBook, voice: Voice) -> list[str]:
    found = verdict(book)
    if found is None:
        return [voice.say("month.uncomputed", reason=_refusal(book, voice))]
    ends = [] if book.is_over else [_end(found, voice)]
    key = "would_meet" if found.standing == MET and not book.is_over else found.standing
    target = spoken_figure(book.rule.figure("target"), voice.language)
    return [*ends, voice.say(f"month.{key}", target=target), _credit(book, found, voice)]


def _end(found: Verdict, voice: Voice) -> str:
    base = found.booked.result["available_seconds"].count
    least, most = (outcome.result["downtime_seconds"].count for outcome in (found.least, found.most))
    return voice.say("month.would_end", uptime=_uptime(base, least, most, "month.between", voice))


def _credit(book: MonthBook, found: Verdict, voice: Voice) -> str:
    if _is_nothing(found):
        return voice.say("month.no_credit")
    low, high = (voice.value(bound) for bound in found.credit)
    if low == high:
        return voice.say("month.credit" if book.is_over else "month.credit_so_far", percent=low)
    if not found.is_of_silent_text:
        return voice.say("month.credit_between", low=low, high=high)
    clause = link(book.rule.figure("tiers").clause, voice)
    return voice.say("month.bounds", clause=clause["label"], low=low, high=high)


def _is_nothing(found: Verdict) -> bool:
    """Whether the credit is nothing for certain; where no tier is near there is no figure to say so of."""
    return all(bound is not None and not bound.value for bound in found.credit)


def _refusal(book: MonthBook, voice: Voice) -> str:
    shown = view(book.answer, voice.language)
    return " ".join([shown["headline"], *(error["message"] for error in shown["errors"])])
