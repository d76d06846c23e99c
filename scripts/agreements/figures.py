"""The figure a mark states, from its words, or from `value=` where words do not say it plainly.

Words and `value=` that disagree, a number without a unit and words that say no figure are refused, never guessed.
"""

import re
from decimal import Decimal
from fractions import Fraction

from scripts.agreements.numbers import leading_number, phrase, plain, repetition_differs
from scripts.agreements.phrases import READERS, read_phrase
from scripts.agreements.problems import Unreadable, did_you_mean, excerpt
from scripts.agreements.units import CURRENCIES, PERIOD_UNITS, QUANTITIES
from scripts.agreements.wording import Figure, Wording, bare_number, figure

KINDS = (*READERS, "cause", "words", "none")
NUMERIC = {"period", "money", "percentage", "share", "factor", "count", "quantity"}  # words and value= must be equal
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
CANONICAL = Wording.of("en", "")


def marked_figure(text: str, attributes: dict[str, str], wording: Wording, name: str = "") -> Figure:
    """The canonical figure of `[text]{name attributes}`; raises `Unreadable` with the words for the author."""
    kind, unit, value = (attributes.get(key) for key in ("kind", "unit", "value"))
    if kind is not None and kind not in KINDS:
        raise Unreadable(f'kind "{kind}" is not known', f"one of {', '.join(KINDS)}", did_you_mean(kind, KINDS))
    if kind == "cause":
        return _cause(value or name.rpartition(".")[2])
    if kind == "words":
        return _words(value or text)
    if kind == "none":
        return _none(value or unit)
    stated = _with_unit(text, unit, kind, wording) if unit else read_phrase(text, wording, kind)
    if value is None:
        return stated or _refuse(text, kind, unit, wording)
    return _agreed(text, value, _canonical(value, kind, unit, stated), stated, wording)


def _cause(value: str) -> Figure:
    if not KEBAB.fullmatch(value):
        raise Unreadable(f'cause "{excerpt(value)}" is no name', 'a name in kebab-case, as value="customer-equipment"')
    return figure("cause", value)


def _words(value: str) -> Figure:
    return figure("words", [word.strip() for word in value.split("|") if word.strip()])


def _none(given: str | None) -> Figure:
    """The figure of words that leave a figure open, as a dash in a table does."""
    if given:
        raise Unreadable(f'a figure of kind "none" with "{excerpt(given)}"', "no value and no unit beside kind=none")
    return {"kind": "none"}


def _canonical(value: str, kind: str | None, unit: str | None, stated: Figure | None) -> Figure:
    """The figure that `value=` gives, in canonical English."""
    if unit:
        return _with_unit(value, unit, kind, CANONICAL) or _refuse_value(value, kind)
    found = read_phrase(value, CANONICAL, kind) or (_any_count(value) if kind in (None, "count") else None)
    number = bare_number(value, CANONICAL)
    if found is None and number is not None and stated and _same_number(number, stated):
        return stated
    return found or _refuse_value(value, kind)


def _any_count(value: str) -> Figure | None:
    """`3 technicians`: a count of anything, when the unit is an English plural in kebab-case."""
    match = re.fullmatch(r"(\d{1,15}) ([a-z][a-z-]*s)", value)
    return figure("count", match[1], match[2]) if match else None


def _same_number(number: object, stated: Figure) -> bool:
    try:
        return Fraction(str(stated["value"])) == Fraction(str(number))
    except ValueError:
        return False


def _agreed(text: str, value: str, given: Figure, stated: Figure | None, wording: Wording) -> Figure:
    """The given figure, unless the words plainly state another one."""
    number = bare_number(text, wording)
    if stated and stated["kind"] in NUMERIC and given["kind"] in NUMERIC:
        differ = stated != given
    else:
        differ = number is not None and given["kind"] in NUMERIC and not _same_number(number, given)
    if differ:
        said = describe(stated or {"value": number})
        raise Unreadable(
            f'value="{value}" says {describe(given)} while «{excerpt(text)}» says {said}',
            "value= and the words to agree",
            "Leave value= out, or correct one of the two.",
        )
    return given


def _with_unit(text: str, unit: str, kind: str | None, wording: Wording) -> Figure | None:
    """A number in words or digits with the unit that the mark names; the text's own unit must be the same."""
    stated = read_phrase(text, wording, kind)
    if stated and stated.get("unit", unit) == unit:
        return stated
    number = _number_of_things(text, wording) if not stated else None
    return figure(kind or _kind_of_unit(unit), plain(number), unit) if number is not None else None


def _number_of_things(text: str, wording: Wording) -> Decimal | None:
    """The number of a phrase that goes on with at most one word, as `12 forhandlere`."""
    found = leading_number(phrase(text), wording.language)
    return found[0] if found and re.fullmatch(r"[^\W\d]*", found[1]) else None


def _kind_of_unit(unit: str) -> str:
    if unit in PERIOD_UNITS:
        return "period"
    if unit in CURRENCIES:
        return "money"
    if unit in QUANTITIES:
        return "quantity"
    if unit.startswith("per "):
        return "frequency"
    if unit == "%":
        return "percentage"
    if KEBAB.fullmatch(unit):
        return "count"
    raise Unreadable(
        f'unit "{excerpt(unit)}" is not known',
        "an English unit, as months, NOK, %, GB or users",
        did_you_mean(unit, [*PERIOD_UNITS, *CURRENCIES, *QUANTITIES]),
    )


def describe(found: Figure) -> str:
    """A figure in few words, for messages: `36 months`."""
    return f"{found['value']} {found.get('unit', '')}".strip()


def _refuse_value(value: str, kind: str | None) -> Figure:
    wanted = f"a {kind}" if kind else "a figure"
    raise Unreadable(
        f'value="{excerpt(value)}" is not {wanted}',
        'a canonical value, as "1/2", "1 working-day", "2000 NOK", "01:00-06:00" or "mon-fri 08:00-16:00"',
        "Write the number with its unit in English." if bare_number(value, CANONICAL) is not None else "",
    )


def _refuse(text: str, kind: str | None, unit: str | None, wording: Wording) -> Figure:
    """Raises what is wrong with words that state no figure."""
    example = wording.language.example
    if unit:
        raise Unreadable(
            f'«{excerpt(text)}» with unit="{unit}" is no figure', f"a number, as in [12]{{... unit={unit}}}"
        )
    if kind is None and bare_number(text, wording) is not None:
        raise Unreadable(
            f"figure without a unit, «{excerpt(text)}»",
            f"a number with its unit inside the brackets, as [{example}]",
            _likely_unit(text, example.split()[1]),
        )
    raise Unreadable(
        f"«{excerpt(text)}» says no {kind or 'figure'} that can be read",
        f"a figure in plain words, as [{example}], or value= with the canonical value",
        _likely_words(text, kind, wording),
    )


def _likely_unit(text: str, unit_word: str) -> str:
    if re.fullmatch(r"(19|20)\d\d", text.strip()):
        return "Did you mean kind=year after the name?"
    return f"Did you mean [{excerpt(text)} {unit_word}], or unit=months after the name?"


def _likely_words(text: str, kind: str | None, wording: Wording) -> str:
    """What the author of unreadable words may have meant."""
    if repetition_differs(phrase(text), wording.language):
        return "The number in digits and the one in words differ."
    if kind is None and _number_of_things(text, wording) is not None:
        return "If it counts something, name that in English, as unit=users after the name."
    return _narrower(text, kind, wording)


def _narrower(text: str, kind: str | None, wording: Wording) -> str:
    """The longest run of words inside the text that is a figure by itself."""
    words = text.split()
    if len(words) > 12:
        return ""
    runs = [words[start:end] for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    for run in sorted(runs, key=len, reverse=True):
        if read_phrase(" ".join(run), wording, kind):
            return f"Did you mean to mark only [{' '.join(run)}]?"
    return ""
