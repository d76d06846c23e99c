"""Figures in English, which is also the language of canonical values in `value="..."`."""

from scripts.agreements.languages.language import (
    Language,
    by_meaning,
    comparison_words,
    compound_numbers,
    month_names,
    weekdays,
)

UP_TO_NINETEEN = {
    "zero": 0, "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ENGLISH = Language(
    decimal=".",
    grouping=",",
    numbers={**UP_TO_NINETEEN, **TENS, **compound_numbers(UP_TO_NINETEEN, TENS, "-")},
    shares={
        "half": "1/2",
        "one half": "1/2",
        "one third": "1/3",
        "a third": "1/3",
        "two thirds": "2/3",
        "a quarter": "1/4",
        "one quarter": "1/4",
        "three quarters": "3/4",
    },  # fmt: skip
    periods={
        "immediately": ("0", "seconds"),
        "at once": ("0", "seconds"),
        "without delay": ("0", "seconds"),
        "half a year": ("6", "months"),
        "half an hour": ("30", "minutes"),
    },  # fmt: skip
    units=by_meaning(
        seconds="second, seconds",
        minutes="minute, minutes, min",
        hours="hour, hours, h",
        days="day, days, calendar day, calendar days",
        working_days="working-day, working-days, working day, working days, business day, business days, weekdays",
        weeks="week, weeks",
        months="month, months, calendar month, calendar months",
        quarters="calendar quarter, calendar quarters, quarter, quarters",
        years="year, years, calendar year, calendar years",
    ),
    counts=by_meaning(
        users="user, users",
        cases="case, cases, ticket, tickets",
        employees="employee, employees",
        licences="licence, licences, license, licenses",
        routers="router, routers",
        devices="device, devices, unit, units",
        servers="server, servers",
        characters="character, characters",
        places="place, places",
        kinds="kind, kinds",
    ),
    percent=frozenset({"%", "percent", "per cent"}),
    currency={"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "£": "GBP", "kr": ""},
    times=frozenset({"x", "times"}),
    factors={"double": "2", "twice": "2", "triple": "3"},
    frequencies=by_meaning(
        per_hour="hourly, every hour, per hour",
        per_day="daily, every day, per day, nightly",
        per_week="weekly, every week, per week",
        per_month="monthly, every month, per month, per calendar month",
        per_quarter="quarterly, every quarter, per quarter",
        per_year="yearly, annually, every year, per year",
    ),
    occasions=frozenset({"time", "times"}),
    months=month_names("january february march april may june july august september october november december"),
    days=weekdays(
        {
            "mon": "mon monday mondays",
            "tue": "tue tuesday tuesdays",
            "wed": "wed wednesday wednesdays",
            "thu": "thu thursday thursdays",
            "fri": "fri friday fridays",
            "sat": "sat saturday saturdays",
            "sun": "sun sunday sundays",
        },
        {
            "weekdays": ("mon", "fri"),
            "working days": ("mon", "fri"),
            "weekend": ("sat", "sun"),
            "weekends": ("sat", "sun"),
            "every day": ("mon", "sun"),
            "all days": ("mon", "sun"),
            "daily": ("mon", "sun"),
        },
    ),  # fmt: skip
    all_day=frozenset({"all day", "round the clock"}),
    clock_words=frozenset({"at", "from"}),
    between=frozenset({"between"}),
    until=frozenset({"to", "until", "till", "through"}),
    both=frozenset({"and"}),
    comparisons=comparison_words(
        at_least="at least, from, not less than, better than or equal to, equal to or better than, minimum",
        more_than="more than, over, above, better than, higher than",
        at_most="at most, up to, up to and including, to, not more than, equal to or worse than, "
        "worse than or equal to",
        less_than="under, below, less than, fewer than, lower than, worse than",
    ),
    suffixes=comparison_words(
        at_least="or more, or better, or higher, and above",
        more_than="",
        at_most="or less, or fewer, or lower, or worse, and below",
        less_than="",
    ),
    example="36 months",
)
