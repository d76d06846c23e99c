"""scripts/verify_receipt: each receipt gets its line, and the worst of them the exit code."""

import json
from datetime import date

import pytest

from calculators.takeaway.files import files
from calculators.takeaway.receipt import receipt
from calculators.takeaway.receipt_page import receipt_in
from scripts.calculating.command import library
from scripts.calculating.receipts import main

REQUEST = {"rule": "cloud-nine/general:net-30", "inputs": {"invoice_date": "2026-11-02"}, "language": "sv"}


@pytest.fixture(scope="module")
def page() -> str:
    return files(REQUEST, library(), date(2026, 11, 20), "https://terms.example/")[0].text


def test_a_receipt_that_holds(tmp_path, capsys, page):
    (tmp_path / "good.html").write_text(page, encoding="utf-8")
    assert main([str(tmp_path / "good.html")]) == 0
    assert capsys.readouterr().out.endswith("good.html: the agreements give the same answer\n")


def test_another_answer_is_told_by_its_place(tmp_path, capsys, page):
    """A receipt whose hash was made anew after the figure was changed is found out by computing it."""
    kept = json.loads(receipt_in(page))
    kept["response"]["result"]["due"] = "2026-12-24"
    forged = receipt(kept["request"], kept["response"], date.fromisoformat(kept["today"]))
    (tmp_path / "forged.json").write_text(json.dumps(forged), encoding="utf-8")
    assert main([str(tmp_path / "forged.json")]) == 1
    told = capsys.readouterr().out
    assert "1 thing differs" in told
    assert 'response.result.due: the receipt says "2026-12-24", computed now it is "2026-12-02"' in told


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"<html>", 2, "holds no receipt"),
        (b"\xff\xfe", 2, "cannot be read"),
        (b"[]", 2, "this is no receipt"),
        (b'{"paragraf_receipt": 1}', 2, "is missing"),
    ],
)
def test_what_is_no_receipt(tmp_path, capsys, content, code, said):
    (tmp_path / "it.html").write_bytes(content)
    assert main([str(tmp_path / "it.html")]) == code
    assert said in capsys.readouterr().out


def test_a_changed_receipt_and_a_missing_one(tmp_path, capsys, page):
    (tmp_path / "changed.html").write_text(page.replace('"2026-11-02"', '"2026-11-03"'), encoding="utf-8")
    assert main([str(tmp_path / "changed.html")]) == 1
    assert main([str(tmp_path / "changed.html"), str(tmp_path / "nowhere.html")]) == 2
    assert "changed since it was made" in capsys.readouterr().out
