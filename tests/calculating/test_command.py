"""scripts/calculate: requests as JSON in, responses as JSON out, the same from both engines."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from scripts.calculating.command import ENGINES, in_cpython, library, main
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

REOPEN = {"rule": "nettsoft/vps-access:reopen-fee", "inputs": {}}
COST = {"rule": "maco-io/integration-ops:expert-cost", "inputs": {"cost": "1.005"}}


class Written(NamedTuple):
    """What the command ended with and wrote."""

    code: int
    out: str
    err: str

    @property
    def answered(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def calculate(monkeypatch, capsysbinary) -> Callable[..., Written]:
    """Runs the command on standard input: text, or bytes as they are."""

    def run(given: str | bytes, *arguments: str) -> Written:
        raw = given if isinstance(given, bytes) else given.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(["--today", TODAY.isoformat(), *arguments])
        out, err = capsysbinary.readouterr()
        return Written(code, out.decode(), err.decode())

    return run


def test_one_request_gets_one_response(calculate):
    written = calculate(json.dumps(REOPEN))
    assert (written.code, written.err) == (0, "")
    assert written.answered["result"]["fee"] == "1000.00"


def test_an_array_of_requests_gets_an_array_in_the_same_order(calculate):
    written = calculate(json.dumps([COST, {"rule": "no"}, REOPEN, 3]))
    assert written.code == 0
    assert [each["status"] for each in written.answered] == ["ok", "invalid-input", "ok", "invalid-input"]
    assert written.answered[0]["result"]["net"] == "1.01"


def test_no_requests_get_no_responses(calculate):
    assert calculate("[]").answered == []


def test_an_invalid_request_is_answered_and_no_failure(calculate):
    written = calculate('{"rule": "maco-io/integration-ops:expert-cost", "inputs": {"cost": -1}, "language": "en"}')
    assert (written.code, written.err) == (0, "")
    assert written.answered["status"] == "invalid-input"
    assert written.answered["errors"] == [{"field": "cost", "message": "The number cannot be negative."}]


@pytest.mark.parametrize(
    "given",
    ["", "   ", "{", '{"rule": ', "rule: x", '{"rule": 1,}', '[{"rule": 1}', "{} {}", "'x'", b"\xff\xfe", b'"\xc3"'],
)
def test_broken_json_gets_one_line_and_code_two(given, calculate):
    written = calculate(given)
    assert (written.code, written.out) == (2, "")
    assert written.err.startswith("scripts/calculate: standard input is not JSON: ")
    assert written.err.count("\n") == 1


def test_numbers_keep_their_decimals(calculate):
    written = calculate('{"rule": "maco-io/integration-ops:expert-cost", "inputs": {"cost": 1.005}}')
    assert written.answered["result"]["net"] == "1.01"


def test_a_byte_order_mark_is_no_fault(calculate):
    assert calculate(b"\xef\xbb\xbf" + json.dumps(REOPEN).encode()).answered["status"] == "ok"


def test_half_a_character_comes_back_as_it_was_sent(calculate):
    written = calculate('{"rule": "\\ud800"}')
    assert written.code == 0
    assert written.answered["rule"] == "\ud800"


@pytest.mark.parametrize("given", ["[" * 100_000 + "]" * 100_000, '{"inputs": ' * 300 + "1" + "}" * 300])
def test_endless_nesting_is_json_that_no_rule_takes(given, calculate):
    written = calculate(given)
    assert (written.code, written.answered["status"]) == (0, "invalid-input")


def test_it_indents_on_demand(calculate):
    assert calculate(json.dumps(REOPEN), "--indent", "1").out.startswith('{\n "status": "ok"')


def test_the_command_runs_from_any_folder(tmp_path):
    command = [sys.executable, str(ROOT / "scripts" / "calculate")]
    run = subprocess.run(command, cwd=tmp_path, input=json.dumps(REOPEN), capture_output=True, text=True, check=False)
    assert (run.returncode, json.loads(run.stdout)["status"]) == (0, "ok")


def cases() -> list[dict[str, Any]]:
    """Every case of ours as a request, answerable or not."""
    files = sorted((ROOT / "tests" / "cases").glob("*.json"))
    read = [case for file in files for case in json.loads(file.read_text("utf-8"))]
    return [case.get("request", {name: case[name] for name in ("rule", "inputs") if name in case}) for case in read]


def test_both_engines_answer_every_case_alike(bundle_folder):
    """The trimmed Python of the browser and the one at hand: equal to the last step and clause."""
    requests, terms = cases(), library()
    expected = in_cpython(requests, terms, TODAY)
    found = ENGINES["pyodide"](requests, terms, TODAY)
    assert [one for one, other in zip(expected, found, strict=True) if one != other] == []
