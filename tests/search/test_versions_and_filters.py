"""Versions in force by default, others when asked for and never first; filters that hold."""

import json

import pytest

BASE = {"number": "2", "heading": "Oppsigelse", "under": "", "asked": ""}
NETTSOFT = BASE | {"supplier": "Nettsoft AS", "language": "nb", "agreement": "Drift", "standing": "in_force"}
CLOUD = BASE | {"supplier": "Cloud Nine AB", "language": "sv", "agreement": "Drift", "standing": "in_force"}
DRIFT = "/agreements/nettsoft/drift/"
OLD, NEW = f"{DRIFT}2024-01-01/#ending", f"{DRIFT}2027-01-01/#ending"
RECORDS = [
    NETTSOFT | {"address": f"{DRIFT}#ending", "text": "Avtalen løper, oppsigelse nevnes én gang her."},
    NETTSOFT | {"address": OLD, "standing": "superseded", "text": "Oppsigelse oppsigelse."},
    NETTSOFT | {"address": NEW, "standing": "upcoming", "text": "Oppsigelse senere."},
    CLOUD | {"address": "/agreements/cloud-nine/drift/#ending", "text": "Oppsigelse betyder uppsägning på norska."},
]


@pytest.fixture
def answer(ask_records):
    return lambda **request: ask_records(json.dumps(RECORDS), [{"query": "oppsigelse"} | request])[0]


def _addresses(part: dict) -> set[str]:
    return {record["address"] for record in part["records"]}


def test_it_finds_versions_in_force_alone(answer):
    found = answer()
    assert _addresses(found["inForce"]) == {"agreements/nettsoft/drift/#ending", "agreements/cloud-nine/drift/#ending"}
    assert found["others"] is None


def test_other_versions_come_apart_and_say_what_they_are(answer):
    found = answer(others=True)
    assert _addresses(found["inForce"]) == {"agreements/nettsoft/drift/#ending", "agreements/cloud-nine/drift/#ending"}
    standings = {record["address"]: record["standing"] for record in found["others"]["records"]}
    assert standings == {
        "agreements/nettsoft/drift/2024-01-01/#ending": "superseded",
        "agreements/nettsoft/drift/2027-01-01/#ending": "upcoming",
    }


@pytest.mark.parametrize("query", ["oppsigelse", "punkt 2", '"oppsigelse"'])
@pytest.mark.parametrize("chosen", [{"supplier": "Cloud Nine AB"}, {"language": "sv"}])
def test_a_filter_holds_for_words_numbers_and_phrases(answer, query, chosen):
    found = answer(query=query, others=True, **chosen)
    assert _addresses(found["inForce"]) == {"agreements/cloud-nine/drift/#ending"}
    assert found["others"]["records"] == []


def test_a_number_that_other_numbers_begin_with_finds_itself_alone(ask_records):
    one = RECORDS[0]
    numbered = [one | {"number": number, "address": f"/agreements/a/b/#c{number}"} for number in ("1", "1.1", "11")]
    found = ask_records(json.dumps(numbered), [{"query": "punkt 1"}])[0]
    assert _addresses(found["inForce"]) == {"agreements/a/b/#c1"}


def test_what_was_looked_for_is_marked(answer):
    record = answer(supplier="Nettsoft AS")["inForce"]["records"][0]
    assert record["heading"] == [["Oppsigelse", True]]
    assert ["oppsigelse", True] in record["text"]
    assert "".join(text for text, _ in record["text"]) == RECORDS[0]["text"]
