"""The canonical units of figures."""

PERIOD_UNITS = ("seconds", "minutes", "hours", "days", "working-days", "weeks", "months", "quarters", "years")
SMALLER_UNIT = {
    "years": ("months", 12),
    "quarters": ("months", 3),
    "hours": ("minutes", 60),
    "minutes": ("seconds", 60),
}
CURRENCIES = ("NOK", "SEK", "DKK", "EUR", "USD", "GBP")
QUANTITIES = ("kB", "MB", "GB", "TB", "kb/s", "Mb/s", "Gb/s", "kbit/s", "Mbit/s", "Gbit/s", "m", "km", "kg", "W", "kWh")
