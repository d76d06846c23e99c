"""Every class of fault, planted into a sound agreement: found, at the clause it stands in, and nothing else with it."""

import re

import pytest

from scripts.checker.faults import FAULTS
from tests.checker.sound import GENERAL, RULES, TITLE, classes, found_in, front_matter, planted, storage

CUT = "Timene løper\n[mandag til fredag 08.00–16.00]{support.hours}."
PLANTS = {
    # references
    "clause that is not there": ("se [punkt 3.1](#binding) om", "se punkt 3.7 om", {("reference-missing", "notice")}),
    "section of a law": ("Avtalen gjelder i", "Etter angrerettloven § 22 gjelder avtalen i", set()),
    "heading that is not there": (CUT, f"{CUT} Se avsnittet «Ferie».", {("reference-missing", "response")}),
    "table that is not there": (CUT, f"{CUT} Se tabell 2.", {("reference-missing", "response")}),
    "table that does not follow": ("30 dagers]{terms-change.notice} varsel.",
        "30 dagers]{terms-change.notice} varsel, etter tabellen nedenfor.", {("reference-missing", "changes")}),
    "annex that is not there": (CUT, f"{CUT} Se vedlegg A.", {("reference-missing", "response")}),
    "attachment that is not there": (CUT, f"{CUT} Prislisten er vedlagt.", {("reference-missing", "response")}),
    "list number after the word table": (CUT, f"{CUT}\n\n1. Oppgi feilen, jf. [tabell]{{dangles=\"uten nummer\"}}\n"
        "2. Oppgi navn", {("reference-declared", "response")}),
    "declared dangling": (CUT, f'{CUT} Se [ferielisten]{{dangles="den finnes ikke"}}.',
        {("reference-declared", "response")}),
    "clause of the general terms": ("Volumrabatt {#volume}", "Volumrabatt {#volume}\n\nSe punkt 9 om volum.",
        {("reference-elsewhere", "volume")}),
    "link to another clause": ("[punkt 2.1](#2.1)", "[punkt 2.1](#2.2)", {("reference-label", "space")}),
    "link with another heading": (CUT, f"{CUT} Feil meldes etter [«Svartid»](#contact).",
        {("reference-label", "response")}),
    "other topic": ("Timeprisene for hjelp står i [punkt 2.1](#2.1).",
        "\n\nOm oppsigelsesvarsel etter bindingen, se [punkt 2.2](#2.2).", {("reference-topic", "space")}),
    "agreement under nearly its name": (CUT, f"{CUT} Ellers gjelder «Alminnelig vilkår».",
        {("agreement-name", "response")}),
    # structure
    "number twice": ("### 3.2 Oppsigelse", "### 3.1 Oppsigelse", {("number-repeated", "notice")}),
    "gap": ("### 5.6 Sene", "### 5.8 Sene", {("number-gap", "late-answers")}),
    "gap at the start": ("### 1.1 Begreper", "### 1.0 Begreper", {("number-gap", "space")}),
    "empty section": ("## 6. Endringer {#changes}", "## 6. Ferie {#leave}\n\n## 7. Endringer {#changes}",
        {("section-empty", "leave")}),
    "void section": ("## 6. Endringer {#changes}", "## 6. Ferie {#leave}\n\nUtgår.\n\n## 7. Endringer {#changes}",
        {("section-void", "leave")}),
    "part that heads what follows": ("## 6. Endringer {#changes}", "## Kapittel 2 {#two}\n\n## 6. Endringer {#changes}",
        set()),
    "quotation never closed": (CUT, f"{CUT} Det heter «svartid når feilen er stor.", {("text-breaks-off", "response")}),
    "example never given": (CUT, f"{CUT}\n\nFeil stanser arbeidet vårt, f.eks.", {("text-breaks-off", "response")}),
    "clause that ends on and": (CUT, f"{CUT} Feil er det når tjenesten står og",
        {("text-breaks-off", "response")}),
    "list whose items end on and": (CUT, f"{CUT}\n\n- Feil er at alt står helt, og\n- at noe mangler der.", set()),
    "placeholder": (CUT, f"{CUT} Ferieplan (kommer).", {("placeholder", "response")}),
    "mark without note": ("er åpen [mandag", "er åpen\\* [mandag", {("mark-without-note", "contact")}),
    "raised mark without note": ("på telefon, som", "på telefon¹, som", {("mark-without-note", "contact")}),
    "note without mark": (CUT, f"{CUT}\n\n¹ Ikke på helligdager.", {("note-without-mark", "response")}),
    "mark and note": (CUT, f"{CUT}¹\n\n¹ Ikke på helligdager.", set()),
    # tables
    "hole at the end": ("| under 98 % | 25 % |", "| under 97 % | 25 % |", {("tier-hole", "credit")}),
    "hole between whole numbers": ("| 1-5 saker | 10 % |", "| 1-4 saker | 10 % |", {("tier-hole", "late-answers")}),
    "no hole between whole numbers": ("| 1-5 saker | 10 % |", "| 1-2 saker | 5 % |\n| 3-5 saker | 10 % |", set()),
    "overlap": ("| 1-5 saker | 10 % |", "| 1-3 saker | 5 % |\n| 3-5 saker | 10 % |",
        {("tier-overlap", "late-answers")}),
    "row that is never hit": ("| minst 98 % | 10 % |", "| minst 98 % | 10 % |\n| minst 99 % | 5 % |",
        {("tier-unreachable", "credit")}),
    "limit that cannot occur": ("| minst 99,5 % | 0 % |", "| minst 995 % | 0 % |\n| minst 99,5 % | 0 % |",
        {("tier-outside-domain", "credit")}),
    "credit above the whole": ("| under 98 % | 25 % |", "| under 98 % | 250 % |", {("tier-outside-domain", "credit")}),
    "credit out of order": ("| minst 98 % | 10 % |", "| minst 98 % | 40 % |", {("tier-order", "credit")}),
    "zero in a tier that pays": ("| 0 saker | 0 % |\n| 1-5 saker | 10 % |", "| 0-5 saker | 10 % |",
        {("tier-zero", "late-answers")}),
    "total that falls": ("settings: {discount: marginal}", "settings: {discount: whole}", {("total-falls", "volume")}),
    "threshold that jumps": ("[to brukere]{downtime.users}", "[fem brukere]{downtime.users}",
        {("threshold-jump", "downtime")}),
    "price off its percentage": ("1800,- |", "1803,- |", {("price-differs-from-percentage", "hourly-rates")}),
    "price on its percentage, to the øre": ("| Kveld | 2000,- | 1800,- |", "| Kveld | 2175,- | 1957,50,- |", set()),
    "price left out": ("| Dag | 1450,- |", "| Dag | - |", {("price-missing", "hourly-rates")}),
    # time
    "maintenance in core time": ("[lørdag 00.00–24.00]", "[fredag 18.00–22.00]", {("windows-overlap", "maintenance")}),
    "night that ends in core time": ("[lørdag 00.00–24.00]", "[søndag 22.00–08.00]",
        {("windows-overlap", "maintenance")}),
    "clock that runs too early": ("[mandag til fredag 08.00–16.00]{support.hours}",
        "[mandag til fredag 07.30–16.00]{support.hours}", {("clock-without-channel", "response")}),
    # figures
    "figure without unit": ("[12 måneder]{term.initial}", "[12]{term.initial}",
        {("figure-without-unit", None), ("rule-without-figure", None)}),
    "unit only in the mark": ("[12 måneder]{term.initial}", "[12]{term.initial unit=months}",
        {("unit-not-printed", "binding")}),
    "unit printed a little later": ("[12 måneder]{term.initial}", "[12]{term.initial unit=months} hele måneder", set()),
    "undefined working day": ("Med arbeidsdag menes mandag til fredag. ", "", set()),
    "undefined term": ("[15 dager]{payment.period}. Pris", "[15 arbeidsdager]{payment.period} utenom helg. Pris",
        {("term-undefined", "payment"), ("quantity-overrides", "payment")}),
    "undefined office hours": ("Med kontortid menes mandag til fredag kl. 08.00–16.00.", "Kontortid er vanlig.", set()),
    "days in hours of service": ("[8 timer]{response.other}", "[2 dager]{response.other}",
        {("term-undefined", "response")}),
    "unread figure": ("Hver bruker", "Minst [5 GB]{space.least} er fritt. Hver bruker", {("figure-unread", None)}),
    "assumed figure": ("hours: support.hours}", "}, assumed: {hours: {value: 'mon-fri 08:00-16:00', "
        "because: {nb: a, sv: a, en: a}}}", {("figure-assumed", "response"), ("figure-unread", None)}),
    "several readings": ("hours: support.hours}", "hours: support.hours}, readings: {default: weekdays-08-16, "
        "because: {nb: a, sv: a, en: a}, others: [clock-hours]}", {("several-readings", "response")}),
    "month ends left open": ("figures: {notice: notice.period},",
        "figures: {notice: notice.period}, readings: {default: "
        "clamped, because: {nb: a, sv: a, en: a}, others: [overflow-to-next-month]},", set()),
    # quantities
    "term twice": ("om bindingen.", "om bindingen. Ellers er bindingen [24 måneder]{term.default}.",
        {("quantity-differs", "notice"), ("figure-unread", None)}),
    "term twice, alike": ("om bindingen.", "om bindingen. Ellers er bindingen [ett år]{term.default}.",
        {("figure-unread", None)}),
    "said again otherwise": (CUT, f"{CUT} Fristen er [2 måneder]{{notice.period-in-note}}.",
        {("quantity-differs", "response"), ("figure-unread", None)}),
    "days and month": ("Oppetiden er minst", "En periode er [30 dager]{period.days}. Oppetiden er minst",
        {("quantity-differs", "guarantee"), ("figure-unread", None)}),
    "neighbouring cases": (CUT, f"{CUT} Resten er [60 %]{{early-termination.share}}, ved heving "
        "[100 %]{rescission.share}.", {("quantity-by-case", "response"), ("figure-unread", None)}),
    "otherwise in the general terms": ("[15 dager]{payment.period}. Pris", "[10 dager]{payment.period}. Pris",
        {("quantity-overrides", "payment")}),
    "uptime over no period": (", målt over [en kalendermåned]{uptime.period value=\"1 month\"}.", ".",
        {("promise-without-period", "guarantee"), ("rule-without-figure", None)}),
    # wording
    "included and billed": (CUT, f"{CUT}\n\nReiseutgifter inngår i prisen.\n\n### 4.3 Reise {{#travel}}\n\n"
        "Reiseutgifter faktureres etter regning.", {("included-and-billed", "response")}),
    "two company names": (CUT, f"{CUT} Eksempel Norge AS svarer. Eksempel AS betaler.", {("party-names", "response")}),
    "law of another country": (CUT, f"{CUT} Dansk rett gjelder.", {("foreign-law", "response")}),
    "law of the own country": (CUT, f"{CUT} Norsk rett gjelder.", set()),
    "law that has passed": (CUT, f"{CUT} Risikoen følger Incoterms 2010.", {("law-outdated", "response")}),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTS)
def test_finds_what_was_planted_and_nothing_else(name: str):
    """One changed passage gives its own finding at its own clause; a harmless change gives none."""
    old, new, expected = PLANTS[name]
    general = (
        GENERAL.replace("## 2. Bet", "## 9. Ferie {#leave}\n\nIngen.\n\n## 2. Bet")
        if "general terms" in name
        else GENERAL
    )
    assert classes(found_in(planted(old, new), general=general)) == expected


def test_finds_nothing_in_the_sound_agreement():
    """Every rule of it is computed and every clause read."""
    assert found_in(storage()) == []


def test_finds_a_cited_number_that_two_lists_have():
    """Each list may count from 1; a number cited from outside both is ambiguous, inside one of them it is not."""
    lists = "".join(f"7. {{#{name}}} Ferie er fri.\n\n8. {{#{name}-again}} Se punkt 7.\n\n" for name in ("a", "b"))
    first, second = lists[: len(lists) // 2], lists[len(lists) // 2 :]
    text = planted(
        "## 2. Priser {#prices}\n", f"### Ferie {{#x}}\n\n{first}### Fri {{#y}}\n\n{second}## 2. Priser {{#prices}}\n"
    )
    found = classes(found_in(text.replace("leveringen.", "leveringen, se punkt 7.")))
    assert ("reference-ambiguous", "binding") in found
    assert not {each for each in found if each[0].startswith("reference") and each[1] != "binding"}


def test_finds_agreements_of_one_supplier_that_ask_otherwise():
    """Two agreements that ask 1000 for reopening show up the third that asks 1450."""
    other = (
        front_matter("Tilgang")
        + "## 1. Gebyr {{#fee}}\n".format()
        + "\nGjenåpning koster [kr 1450,-]{reopening.fee}.\n"
    )
    found = found_in(storage(), {"access": other, "mail": other.replace("Tilgang", "Post")})
    assert classes(found) == {("quantity-differs-among", "payment")}


def test_says_when_nothing_settles_the_order():
    """The general terms say otherwise, and no clause says which of the two goes first."""
    general = GENERAL.replace("  priority:", "  order:")
    found = found_in(planted("[15 dager]{payment.period}. Pris", "[10 dager]{payment.period}. Pris"), general=general)
    assert classes(found) == {("quantity-differs-between", "payment")}


def test_finds_a_default_term_that_catches_an_agreement_with_notice():
    text = planted("Avtalen gjelder i [12 måneder]{term.initial} fra leveringen.", "Avtalen gjelder fra leveringen.")
    text = text.replace(f"  term: {{{RULES['term']}, title: {TITLE}}}\n", "")
    general = GENERAL.replace("Fakturaen", "Ellers varer de [24 måneder]{term.default}. Fakturaen")
    assert ("default-term-applies", "notice") in classes(found_in(text, general=general))


def test_finds_a_promise_that_owes_nothing():
    text = re.sub(r"### 5\.5.*?(?=### 5\.6)", "### 5.5 Prisavslag {#credit}\n\nVi beklager.\n\n", storage(), flags=re.S)
    assert ("promise-without-consequence", "guarantee") in classes(found_in(text))


def test_finds_what_is_left_over_from_a_twin():
    """A text made from another for another product, with one name and one limit forgotten."""
    twin = storage().replace("title: Lagring på nett", "title: Skylager for alle").replace("lagringsplass", "Skylager")
    twin = re.sub(r"\b(Kritiske feil|Feil meldes|Fakturaen|Oppetiden er)", r"Hos Skylager: \1", twin)
    own = storage()
    for word in ("Kritiske feil", "Feil meldes", "Fakturaen", "Oppetiden er"):
        own = own.replace(word, f"Hos Nettrom: {word}")
    own = own.replace("title: Lagring på nett", "title: Nettrom for alle").replace("lagringsplass", "Nettrom")
    leftover = own.replace("Hos Nettrom: Feil meldes", "Hos Skylager: Feil meldes")
    drifted = leftover.replace(
        "[2 timer]{response.critical}, andre", "[2 timer]{response.critical} i kontortiden, andre"
    )
    assert classes(found_in(drifted, {"cloud": twin})) == {("twin-leftover", "contact"), ("twin-drift", "response")}
    assert found_in(own, {"cloud": twin}) == []


def test_plants_every_class():
    """No class of fault is without its plant; versions and the readers' own complaints have tests of their own."""
    named = {fault for _, _, expected in PLANTS.values() for fault, _ in expected}
    apart = {"reference-ambiguous", "quantity-differs-among", "quantity-differs-between", "default-term-applies"}
    apart |= {
        "promise-without-consequence",
        "twin-leftover",
        "twin-drift",
        "versions-overlap",
        "announced-late",
        "format",
    }
    assert named | apart == set(FAULTS)
