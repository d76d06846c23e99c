"""What machines are served under /api/ fits the schemas that are served beside it."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from scripts.agreements.corpus import read_corpus
from scripts.agreements.version_json import version_texts
from scripts.publishing.api import SCHEMAS, agreement_files, shelf_files
from scripts.setup.start import ROOT
from tests.feeds.shelf import EXAMPLE, TODAY, shelf

SCHEMA_FILES = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))}
REGISTRY = Registry().with_resources((name, Resource.from_contents(each)) for name, each in SCHEMA_FILES.items())


@pytest.fixture(scope="module")
def served() -> dict[str, Any]:
    agreements = read_corpus(ROOT / "docs").agreements
    own = (file for each in agreements for file in agreement_files(each, version_texts(each), TODAY))
    return {file.path: json.loads(file.text) for file in (*shelf_files(agreements, TODAY), *own)}


def schema_of(path: str) -> str:
    """The schema that a file under /api/agreements/ follows."""
    parts = path.removeprefix("api/agreements/").removesuffix(".json").split("/")
    if len(parts) == 1:
        return "agreements.json"
    return "agreement.json" if len(parts) == 2 else "terms.json" if parts[2] == "terms" else "version.json"


def faults(schema: str, content: Any) -> list[str]:
    validator = Draft202012Validator(SCHEMA_FILES[schema], registry=REGISTRY, format_checker=FormatChecker())
    return [f"{each.json_path}: {each.message[:200]}" for each in validator.iter_errors(content)]


def test_every_schema_is_a_schema():
    for schema in SCHEMA_FILES.values():
        Draft202012Validator.check_schema(schema)


def test_every_file_fits_its_schema(served: dict[str, Any]):
    found = {path: faults(schema_of(path), each) for path, each in served.items() if path.startswith("api/agreements/")}
    assert {path: each for path, each in found.items() if each} == {}
    assert {schema_of(path) for path in found} == {"agreements.json", "agreement.json", "terms.json", "version.json"}


@pytest.mark.parametrize(
    ("schema", "path", "member", "wrong"),
    [
        ("agreement.json", f"api/agreements/{EXAMPLE}.json", "in_force", "yesterday"),
        ("version.json", f"api/agreements/{EXAMPLE}/2027-03-01.json", "sha256", "0" * 63),
        ("version.json", f"api/agreements/{EXAMPLE}/2027-03-01.json", "extra", 1),
        ("terms.json", f"api/agreements/{EXAMPLE}/terms.json", "versions", []),
    ],
)
def test_a_schema_refuses_what_does_not_fit(served, schema: str, path: str, member: str, wrong: Any):
    assert faults(schema, served[path] | {member: wrong})


def test_the_schemas_are_served(served: dict[str, Any]):
    assert {f"api/schema/{name}" for name in SCHEMA_FILES} <= set(served)


def test_an_agreement_lists_its_versions_with_what_they_state(served: dict[str, Any]):
    made = served[f"api/agreements/{EXAMPLE}.json"]
    assert made["in_force"] == "2025-07-01"
    standings = [(version["version"], version["standing"], version["kind"]) for version in made["versions"]]
    assert standings == [
        ("2024-01-01", "superseded", None),
        ("2024-04-15", "superseded", "editorial"),
        ("2025-07-01", "in_force", "substantive"),
        ("2027-03-01", "upcoming", "substantive"),
    ]
    newest = made["versions"][-1]
    assert newest["parameters"]["notice.period"]["value"] == "1"
    assert newest["comparison"] == f"/agreements/{EXAMPLE}/2025-07-01...2027-03-01/"
    assert newest["sha256"] == served[newest["json"].removeprefix("/")]["sha256"]
    assert made["versions"][2]["applies_to"]["existing_customers"] == "2025-10-01"


def test_the_shelf_leads_to_every_agreement(served: dict[str, Any]):
    listed = served["api/agreements/index.json"]["agreements"]
    assert all(each["json"].removeprefix("/") in served for each in listed)
    assert {each.id for each in shelf()} <= {each["agreement"] for each in listed}
