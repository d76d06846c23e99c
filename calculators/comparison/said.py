"""How far two values lie apart, in words: "−2 måneder", "31 dager tidligere", "+5 prosentpoeng"."""

from calculators.comparison.differences import Difference, Points
from calculators.comparison.house import say
from calculators.words.spoken import spoken


def difference_said(difference: Difference, language: str) -> str:
    """The difference, with its direction."""
    amount = difference.amount
    if isinstance(amount, Points):
        said = say("points", language, number=spoken(amount.amount.normalize() + 0, language))
    else:
        said = spoken(amount, language)
    direction = ("later_by", "earlier_by") if difference.in_time else ("more", "less")
    return say(direction[0] if difference.is_more else direction[1], language, amount=said)
