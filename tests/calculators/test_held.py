"""The dated tables of figures from outside the contracts: each says where it is from and how far it was checked."""

from datetime import date
from decimal import Decimal

import pytest

from calculators.values.held import held
from calculators.values.price_indices import SERIES
from calculators.words import LANGUAGES, said
from scripts.setup.start import ROOT

TABLES = sorted(file.stem for file in (ROOT / "calculators" / "tables").glob("*.json") if file.stem != "holidays")
ENTRIES = [(name, key) for name in TABLES for key in held(name)]


def test_each_kind_of_outside_figure_has_its_table():
    assert TABLES == ["late_interest", "price_indices", "vat"]
    assert set(held("price_indices")) == set(SERIES)


@pytest.mark.parametrize(("name", "key"), ENTRIES)
def test_each_entry_names_its_source_and_the_day_it_is_checked_until(name, key):
    """One without any value has no such day."""
    entry = held(name)[key]
    assert entry["source"]
    assert (entry["checked_until"] is None) == (entry.get("years") == {})
    assert entry["checked_until"] is None or date.fromisoformat(entry["checked_until"])


@pytest.mark.parametrize("series", SERIES)
def test_an_index_has_no_gap_and_ends_where_it_was_checked(series):
    entry = held("price_indices")[series]
    years = [int(year) for year in entry["years"]]
    assert years == list(range(years[0], years[-1] + 1) if years else [])
    assert entry["checked_until"] == (f"{years[-1]}-12-31" if years else None)
    assert all(Decimal(value) > 0 for value in entry["years"].values())


@pytest.mark.parametrize("country", held("vat"))
def test_rates_of_vat_stand_in_the_order_they_began(country):
    entry = held("vat")[country]
    begun = [date.fromisoformat(rate["from"]) for rate in entry["rates"]]
    assert begun == sorted(set(begun))
    assert begun[-1] <= date.fromisoformat(entry["checked_until"])


@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_series_can_be_said(series, language):
    assert said("choices", series, language)
    assert "2030" in said("errors", f"outside-index.{series}", language, year="2030")
