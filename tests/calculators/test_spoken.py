"""How values are said: each in the format of its reader, exact to the last digit."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from calculators.contract.figures import Figure, Quantity
from calculators.outcome import Choice, Percent, Seconds, WallTime
from calculators.values.money import Money
from calculators.values.periods import Period
from calculators.values.timetables import Timetable, window
from calculators.values.zones import Zone
from calculators.words import LANGUAGES
from calculators.words.spoken import spoken, spoken_figure

OSLO = Zone("Europe/Oslo")
NOON = int(datetime(2026, 5, 17, 10, 0, tzinfo=UTC).timestamp())
SAID = [
    (date(2027, 3, 31), "31. mars 2027", "31 mars 2027", "31 March 2027"),
    (
        WallTime(NOON, OSLO),
        "søndag 17. mai 2026 kl. 12:00",
        "söndag 17 maj 2026 kl. 12:00",
        "Sunday 17 May 2026 at 12:00",
    ),
    (
        WallTime(NOON + 1, OSLO),
        "søndag 17. mai 2026 kl. 12:00:01",
        "söndag 17 maj 2026 kl. 12:00:01",
        "Sunday 17 May 2026 at 12:00:01",
    ),
    (Money(Decimal("1234.5"), "NOK"), "1 234,50 kr", "1 234,50 NOK", "NOK 1,234.50"),
    (Money(Decimal("1234.5"), "SEK"), "1 234,50 SEK", "1 234,50 kr", "SEK 1,234.50"),
    (Money(Decimal(0), "NOK"), "0,00 kr", "0,00 NOK", "NOK 0.00"),
    (Money(Decimal("0.005"), "NOK"), "0,01 kr", "0,01 NOK", "NOK 0.01"),
    (Money(Decimal(10) ** 30, "NOK"), f"1{' 000' * 10},00 kr", f"1{' 000' * 10},00 NOK", f"NOK 1{',000' * 10}.00"),
    (Percent(Decimal("99.5000")), "99,5000 %", "99,5000 %", "99.5000%"),
    (Seconds(0), "0 min", "0 min", "0 min"),
    (Seconds(5688), "1 t 34 min 48 s", "1 tim 34 min 48 s", "1 h 34 min 48 s"),
    (Seconds(36_000_000), "10 000 t", "10 000 tim", "10,000 h"),
    (Period(1, "months"), "1 måned", "1 månad", "1 month"),
    (Period(7, "working-days"), "7 arbeidsdager", "7 arbetsdagar", "7 working days"),
    (Period(0, "seconds"), "straks", "omedelbart", "at once"),
    (Quantity(Decimal(5), "GB"), "5 GB", "5 GB", "5 GB"),
    (Quantity(Decimal(1), "users"), "1 bruker", "1 användare", "1 user"),
    (Quantity(Decimal("1.5"), "users"), "1,5 brukere", "1,5 användare", "1.5 users"),
    (Fraction(1, 2), "halvparten", "hälften", "half"),
    (Fraction(1, 3), "1/3", "1/3", "1/3"),
    (Fraction(3, 2), "1,5", "1,5", "1.5"),
    (Choice("force-majeure"), "Force majeure", "Force majeure", "Force majeure"),
    (Choice("a-word-of-its-own"), "a-word-of-its-own", "a-word-of-its-own", "a-word-of-its-own"),
    (True, "Ja", "Ja", "Yes"),
    (False, "Nei", "Nej", "No"),
    (9999, "9999", "9999", "9999"),
    (10000, "10 000", "10 000", "10,000"),
    (None, "", "", ""),
    (["a", 2], "a; 2", "a; 2", "a; 2"),
    (window("20:00-08:00"), "20:00–08:00", "20:00–08:00", "20:00–08:00"),
    (
        Timetable.parse("mon-fri 07:00-21:00, sat 09:00-18:00"),
        "mandag–fredag 07:00–21:00, lørdag 09:00–18:00",
        "måndag–fredag 07:00–21:00, lördag 09:00–18:00",
        "Monday–Friday 07:00–21:00, Saturday 09:00–18:00",
    ),
    (
        Timetable.parse("mon 08:00-12:00, mon 13:00-24:00, wed-sun 00:00-24:00"),
        "mandag 08:00–12:00 + 13:00–24:00, onsdag–søndag 00:00–24:00",
        "måndag 08:00–12:00 + 13:00–24:00, onsdag–söndag 00:00–24:00",
        "Monday 08:00–12:00 + 13:00–24:00, Wednesday–Sunday 00:00–24:00",
    ),
]


@pytest.mark.parametrize(("value", *LANGUAGES), SAID)
def test_a_value_is_said_in_each_language(value, nb, sv, en):
    said = [spoken(value, language).replace("\u00a0", " ") for language in LANGUAGES]
    assert said == [nb, sv, en]


@pytest.mark.parametrize(
    ("figure", "nb", "en"),
    [
        (Figure("a", "percentage", Fraction(995, 1000), "99,5 %", None), "99,5 %", "99.5%"),
        (Figure("a", "percentage", Fraction(60, 100), "60 %", None), "60 %", "60%"),
        (Figure("a", "percentage", Fraction(1), "100 %", None), "100 %", "100%"),
        (Figure("a", "words", ("Strong", "Very strong"), "Strong eller Very strong", None), "Strong og Very strong",
         "Strong and Very strong"),
        (Figure("a", "year", 2017, "2017", None), "2017", "2017"),
        (Figure("a", "timetable", Timetable.parse("sat 09:00-18:00"), "lørdager", None), "lørdag 09:00–18:00",
         "Saturday 09:00–18:00"),
        (None, "", ""),
    ],
)  # fmt: skip
def test_a_figure_of_a_clause_is_said_by_its_value(figure, nb, en):
    assert spoken_figure(figure, "nb").replace("\u00a0", " ") == nb
    assert spoken_figure(figure, "en") == en
