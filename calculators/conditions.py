"""Conditions: whether what a customer tells meets what a clause asks for."""

from collections.abc import Mapping
from typing import Any

from calculators.contract.figures import Figure
from calculators.contract.rule import BoundRule
from calculators.fields import Field, InputError
from calculators.kind import Kind, Role
from calculators.outcome import Outcome, Seconds, Step

OUTSIDE = "outside-core"


def any_of(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether any of the clause's grounds is present, and nothing that it says averts them."""
    present = [name for name in rule.setting("grounds") if given[name]]
    averted = present and any(given[name] for name in rule.setting("unless", []))
    steps = [Step("ground-present" if present else "no-ground", len(present), rule.clause)]
    steps += [Step("ground-averted", None, rule.clause)] if averted else []
    met = bool(present) and not averted
    return Outcome({"met": met}, tuple(steps), headline="yes" if met else "no")


def ground_or_number(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a ground of the clause is present, or so many are hit as it names."""
    present = [name for name in rule.setting("grounds") if given[name]]
    figure = rule.figure("number")
    reached = given["number_hit"] >= figure.value.amount
    steps = [Step("ground-present" if present else "no-ground", len(present), rule.clause)]
    steps.append(Step("number-reached" if reached else "number-not-reached", given["number_hit"], figure))
    met = bool(present) or reached
    return Outcome({"met": met}, tuple(steps), headline="yes" if met else "no")


def listed_word(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a word is one of those the clause accepts."""
    accepted: Figure = rule.figure("accepted")
    met = given["word"] in accepted.value
    return Outcome(
        {"met": met},
        (Step("word-accepted" if met else "word-refused", None, accepted),),
        headline="yes" if met else "no",
    )


def report_channel(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether a report came by the channels the clause asks for: critical ones by phone too."""
    needs_phone = given["severity"] == rule.setting("phone_for")
    met = given["email"] and (given["phone"] or not needs_phone)
    key = "channels-with-phone" if needs_phone else "channels-in-writing"
    steps = (Step(key, None, rule.clause), Step("channels-met" if met else "channels-missing"))
    return Outcome({"valid": met}, steps, headline="yes" if met else "no")


def exempt_cause(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return whether the cause of an outage is one the clause keeps out of the availability."""
    match = next((figure for figure in rule.figures["exempt"] if figure.value == given["cause"]), None)
    step = Step("cause-exempt", None, match) if match else Step("cause-counts", None, rule.clause)
    return Outcome({"exempt": match is not None}, (step,), headline="yes" if match else "no")


def elapsed(rule: BoundRule, given: Mapping[str, Any]) -> Outcome:
    """Return the elapsed time from an enquiry to its confirmation."""
    seconds = Seconds(given["confirmed_at"] - given["sent_at"])
    return Outcome({"elapsed_seconds": seconds}, (Step("elapsed-between", seconds, rule.clause),))


def _words(rule: BoundRule) -> list[str]:
    return list(rule.value("accepted"))


def _severities(rule: BoundRule) -> list[str]:
    return list(rule.figures["response"])


def causes(rule: BoundRule) -> list[str]:
    """Return the machine values of the causes a rule's clause names, and the supplier's own fault."""
    return [figure.value for figure in rule.figures["exempt"] if figure.value != OUTSIDE] + ["supplier"]


def _refuse_elapsed(rule: BoundRule, given: Mapping[str, Any]) -> list[InputError]:
    return [InputError("confirmed_at", "ends-before-start")] if given["confirmed_at"] < given["sent_at"] else []


def _grounds(rule: BoundRule) -> tuple[Field, ...]:
    return tuple(Field(name, "boolean") for name in (*rule.setting("grounds"), *rule.setting("unless", [])))


def _grounds_and_number(rule: BoundRule) -> tuple[Field, ...]:
    return (*_grounds(rule), Field("number_hit", "integer", maximum=10**7))


ANY_KIND = Kind("any-of", "deadline", any_of, _grounds, settings={"grounds": (), "unless": ()})
NUMBER_KIND = Kind(
    name="ground-or-number",
    calculator="deadline",
    compute=ground_or_number,
    fields=_grounds_and_number,
    roles={"number": Role(("count",))},
    settings={"grounds": ()},
)
WORD_KIND = Kind(
    "listed-word", "deadline", listed_word, (Field("word", "choice", options=_words),), {"accepted": Role(("words",))}
)
CHANNEL_KIND = Kind(
    name="report-channel",
    calculator="response-deadline",
    compute=report_channel,
    fields=(Field("severity", "choice", options=_severities), Field("email", "boolean"), Field("phone", "boolean")),
    roles={"response": Role(("period",), shape="keys")},
    settings={"phone_for": ()},
)
EXEMPT_KIND = Kind(
    name="exempt-cause",
    calculator="availability-credit",
    compute=exempt_cause,
    fields=(Field("cause", "choice", options=causes),),
    roles={"exempt": Role(("cause",), shape="list")},
)
ELAPSED_KIND = Kind(
    name="elapsed",
    calculator="response-deadline",
    compute=elapsed,
    fields=(Field("sent_at", "instant"), Field("confirmed_at", "instant")),
    date_of_interest="sent_at",
    refuse=_refuse_elapsed,
)
