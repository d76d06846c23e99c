"""The same faults in Swedish and English texts."""

from dataclasses import replace

import pytest

from scripts.agreements.model import Agreement
from scripts.agreements.problems import ProblemLog
from scripts.agreements.versions import read_version
from scripts.checker.checks import findings
from tests.checker.sound import SUPPLIER, TITLE, TODAY, classes

HEAD = f"""\
---
title: Lagring
summary: Villkor.
recorded_on: 2026-01-01
effective_date: 2026-01-01
rules:
  notice: {{kind: statement, title: {TITLE}, figures: {{n: notice.period}}}}
  support: {{kind: statement, title: {TITLE}, clause: support}}
---

"""
TEXTS = {
    "sv": """\
## 1. Tjänsten {#service}

Tjänsten lagrar filer. Priset står i [punkt 2](#2) om pris.

## 2. Pris {#price}

Priset står i prislistan. Resor ingår inte.

## 3. Support {#support}

Med arbetsdag menas måndag till fredag. Supporten svarar nästa arbetsdag, i kontorstid 08.00–16.00.

## 4. Uppsägning {#notice}

Avtalet sägs upp med [3 månader]{notice.period}.
""",
    "en": """\
## 1. The service {#service}

The service stores files. The price is stated in [clause 2](#2) on price.

## 2. Price {#price}

The price is stated in the price list. Travel is extra.

## 3. Support {#support}

A working day means Monday to Friday. Support answers on the next working day, in office hours 08:00–16:00.

## 4. Notice {#notice}

The agreement is ended with [3 months]{notice.period} of notice.
""",
}
PLANTS = {
    "sv": {
        "saknad punkt": ("sägs upp med", "sägs enligt punkt 9 upp med", {("reference-missing", "notice")}),
        "saknad tabell": ("sägs upp med", "sägs enligt tabell 1 upp med", {("reference-missing", "notice")}),
        "saknad bilaga": ("sägs upp med", "sägs enligt bilaga A upp med", {("reference-missing", "notice")}),
        "saknat bifogat": ("i prislistan.", "i prislistan, som är bifogad.", {("reference-missing", "price")}),
        "saknad rubrik": ("i prislistan.", "i prislistan, se avsnittet ”Rabatter”.", {("reference-missing", "price")}),
        "lag": ("sägs upp med", "sägs enligt köplagen § 9 upp med", set()),
        "odefinierad arbetsdag": ("Med arbetsdag menas måndag till fredag. ", "", {("term-undefined", "support")}),
        "odefinierad kontorstid": (", i kontorstid 08.00–16.00", " på kontorstid", {("term-undefined", "support")}),
        "utgår": ("Priset står i prislistan. Resor ingår inte.", "Utgår.", {("section-void", "price")}),
        "bryts av": ("Resor ingår inte.", "Priset gäller flera saker, t.ex.", {("text-breaks-off", "price")}),
        "kommer": ("i prislistan.", "i prislistan (kommer).", {("placeholder", "price")}),
        "främmande rätt": ("Resor ingår inte.", "Dansk rätt gäller.", {("foreign-law", "price")}),
        "passerad lag": ("Resor ingår inte.", "Personuppgiftslagen gäller.", {("law-outdated", "price")}),
    },
    "en": {
        "missing clause": ("is ended with", "is, by clause 9, ended with", {("reference-missing", "notice")}),
        "missing table": ("is ended with", "is, by table 1, ended with", {("reference-missing", "notice")}),
        "missing annex": ("is ended with", "is, by Annex A, ended with", {("reference-missing", "notice")}),
        "missing attachment": ("the price list.", "the price list, attached.", {("reference-missing", "price")}),
        "missing heading": ("the price list.", "the list, see section “Discounts”.", {("reference-missing", "price")}),
        "act": ("is ended with", "is, by the Contracts Act § 9, ended with", set()),
        "undefined working day": ("A working day means Monday to Friday. ", "", {("term-undefined", "support")}),
        "undefined hours": (", in office hours 08:00–16:00", " in office hours", {("term-undefined", "support")}),
        "void": ("The price is stated in the price list. Travel is extra.", "Not used.", {("section-void", "price")}),
        "breaks off": ("Travel is extra.", "The price covers several things, such as", {("text-breaks-off", "price")}),
        "coming": ("the price list.", "the price list (to follow).", {("placeholder", "price")}),
        "foreign law": ("Travel is extra.", "Danish law applies.", {("foreign-law", "price")}),
        "passed law": ("Travel is extra.", "Delivery is by Incoterms 2000.", {("law-outdated", "price")}),
    },
}  # fmt: skip
CASES = [(language, name) for language, plants in PLANTS.items() for name in plants]


def found_in(language: str, body: str) -> set[tuple[str, str | None]]:
    supplier = replace(SUPPLIER, language=language, holidays={"sv": "SE", "en": "NO"}[language])
    log = ProblemLog("docs/agreements/example/storage/2026-01-01.md")
    text = HEAD + body
    version = read_version(text, "2026-01-01", "example/storage", supplier, log)
    assert log.problems == []
    return classes(findings([Agreement("example/storage", supplier, (version,))], TODAY))


@pytest.mark.parametrize("language", TEXTS)
def test_finds_nothing_in_a_sound_text(language: str):
    assert found_in(language, TEXTS[language]) == set()


@pytest.mark.parametrize(("language", "name"), CASES)
def test_finds_what_was_planted(language: str, name: str):
    old, new, expected = PLANTS[language][name]
    assert TEXTS[language].count(old) == 1
    assert found_in(language, TEXTS[language].replace(old, new)) == expected
