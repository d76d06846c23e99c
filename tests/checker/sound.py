"""A small supplier whose agreements have nothing wrong with them, made in memory; each test plants one fault in one."""

from datetime import date

from calculators.checking import check_rule
from scripts.agreements.model import Agreement, Supplier
from scripts.agreements.problems import ProblemLog
from scripts.agreements.versions import read_version
from scripts.checker.checks import findings
from scripts.checker.finding import Finding
from scripts.checker.problems import problem_finding

TODAY = date(2026, 11, 20)
SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})

TITLE = "{nb: Noe, sv: Något, en: Something}"
RULES = {
    "space": "kind: statement, figures: {space: space.allowance}",
    "rates": "kind: statement, figures: {rates: rate.card, discount: rate.discount}",
    "volume": "kind: volume-fee, figures: {least: users.minimum, discounts: volume.discounts}, "
    "settings: {discount: marginal}, example: {active_users_per_month: [10], price_per_user: '100'}",
    "payment": "kind: payment-due, figures: {period: payment.period}, example: {invoice_date: 2026-01-31}",
    "price-change": "kind: deadline, figures: {period: price-change.notice}, example: {event: 2026-01-31}",
    "reopening": "kind: fixed-fee, figures: {fee: reopening.fee}, example: {}",
    "term": "kind: statement, figures: {initial: term.initial}",
    "notice": "kind: notice-end, figures: {notice: notice.period}, example: {notice_date: 2026-01-31}",
    "contact": "kind: statement, figures: {phone: contact.phone}",
    "response": "kind: response-deadline, figures: {response: {critical: response.critical, other: response.other}, "
    "hours: support.hours}, example: {severity: critical, reported_at: '2026-01-30T10:00'}",
    "core": "kind: service-minutes, figures: {hours: core.hours}, example: {month: 2026-01}",
    "maintenance": "kind: statement, figures: {weekly: maintenance.weekly}",
    "uptime": "kind: statement, figures: {target: uptime.target, period: uptime.period}",
    "down": "kind: unavailability, figures: {users: downtime.users, share: downtime.share}, "
    "example: {affected_users: 1, total_users: 4}",
    "credit": "kind: credit-of-uptime, figures: {tiers: credit.tiers}, "
    "example: {uptime_percent: '97', monthly_fee: '100'}",
    "late": "kind: case-credit, figures: {tiers: late.credit}, "
    "example: {cases: 2, monthly_fee: '100', requested: true}",
    "terms-change": "kind: deadline, figures: {period: terms-change.notice}, example: {event: 2026-01-31}",
}
BODY = """\
## 1. Tjenesten {#service}

### 1.1 Begreper {#definitions}

Med arbeidsdag menes mandag til fredag. Med kontortid menes mandag til fredag kl. 08.00–16.00.

### 1.2 Lagringsplass {#space}

Hver bruker har [50 GB]{space.allowance} lagringsplass. Timeprisene for hjelp står i [punkt 2.1](#2.1).

## 2. Priser {#prices}

### 2.1 Timepriser for hjelp {#hourly-rates}

Den som har avtale, får [10 %]{rate.discount} rabatt på timeprisene:

{rate.card columns=band,list,agreement keys=day,evening}
| Tid | Listepris | Med avtale |
|---|---|---|
| Dag | 1450,- | 1305,- |
| Kveld | 2000,- | 1800,- |

### 2.2 Volumrabatt {#volume}

Det regnes med minst [5 brukere]{users.minimum}. Rabatten gis for hver bruker over grensen:

{volume.discounts kind=tiers domain="0.. brukere" hit=first columns=users,discount}
| Antall brukere | Rabatt |
|---|---|
| over 50 brukere | 10 % |
| inntil 50 brukere | [ingen]{value="0 %"} |

### 2.3 Betaling {#payment}

Fakturaen forfaller etter [15 dager]{payment.period}. Prisene endres med [én måneds]{price-change.notice} varsel. Er
tilgangen stengt, koster gjenåpning [kr 1000,-]{reopening.fee}.

## 3. Avtaletid {#term}

### 3.1 Binding {#binding}

Avtalen gjelder i [12 måneder]{term.initial} fra leveringen.

### 3.2 Oppsigelse {#notice}

Etter bindingen sies avtalen opp med [3 måneders]{notice.period} varsel, se [punkt 3.1](#binding) om bindingen.

## 4. Brukerstøtte {#support}

### 4.1 Kontakt {#contact}

Feil meldes på telefon, som er åpen [mandag til fredag 08.00–16.00]{contact.phone}.

### 4.2 Svartid {#response}

Kritiske feil besvares innen [2 timer]{response.critical}, andre innen [8 timer]{response.other}. Timene løper
[mandag til fredag 08.00–16.00]{support.hours}.

## 5. Oppetid {#uptime}

### 5.1 Kjernetid {#core-time}

Kjernetiden er [mandag til fredag 07.00–21.00]{core.hours}.

### 5.2 Vedlikehold {#maintenance}

Vedlikehold skjer bare utenfor kjernetiden: [lørdag 00.00–24.00]{maintenance.weekly}.

### 5.3 Garanti {#guarantee}

Oppetiden er minst [99,5 %]{uptime.target}, målt over [en kalendermåned]{uptime.period value="1 month"}.

### 5.4 Nedetid {#downtime}

Tjenesten er nede når minst [to brukere]{downtime.users} ikke når den; er det færre brukere, når
[halvparten]{downtime.share} ikke gjør det.

### 5.5 Prisavslag {#credit}

{credit.tiers kind=tiers domain="0..100 %" hit=first columns=uptime,credit}
| Oppetid | Avslag |
|---|---|
| minst 99,5 % | 0 % |
| minst 98 % | 10 % |
| under 98 % | 25 % |

### 5.6 Sene svar {#late-answers}

{late.credit kind=tiers domain="0.. saker" hit=first columns=cases,credit}
| Sene saker | Avslag |
|---|---|
| 0 saker | 0 % |
| 1-5 saker | 10 % |
| mer enn 5 saker | 50 % |

## 6. Endringer {#changes}

Vilkårene kan endres med [30 dagers]{terms-change.notice} varsel.
"""
GENERAL = """\
---
title: Alminnelige vilkår
summary: Det som gjelder for alle tjenester.
recorded_on: 2026-01-01
effective_date: 2026-01-01
rules:
  priority: {kind: statement, title: {nb: Rang, sv: Rang, en: Order}, clause: order}
  payment: {kind: statement, title: {nb: Frist, sv: Frist, en: Due}, figures: {period: payment.period}}
---

## 1. Rangorden {#order}

Går vilkårene for en tjeneste og disse mot hverandre, gjelder vilkårene for tjenesten.

## 2. Betaling {#payment}

Fakturaen forfaller etter [15 dager]{payment.period}.
"""


def front_matter(title: str = "Lagring på nett", without: str = "", **more: str) -> str:
    """The head of an agreement with the rules of the sound one."""
    head = {"summary": "Vilkår.", "recorded_on": "2026-01-01", "effective_date": "2026-01-01"}
    head |= {"part_of": "[example/general]"} | more
    rules = "".join(f"  {name}: {{{rule}, title: {TITLE}}}\n" for name, rule in RULES.items() if name != without)
    return f"---\ntitle: {title}\n{''.join(f'{key}: {value}\n' for key, value in head.items())}rules:\n{rules}---\n\n"


def storage() -> str:
    return front_matter() + BODY


def read(name: str, *texts: str) -> tuple[Agreement, list[Finding]]:
    """An agreement of these versions, and what its readers refuse."""
    logs, versions = [], []
    for at, text in enumerate(texts):
        day = f"2026-0{at + 1}-01"
        logs.append(ProblemLog(f"docs/agreements/example/{name}/{day}.md"))
        versions.append(read_version(text, day, f"example/{name}", SUPPLIER, logs[-1], check_rule))
    refused = [problem_finding(problem) for log in logs for problem in log.problems]
    return Agreement(f"example/{name}", SUPPLIER, tuple(versions)), refused


def found_in(text: str, others: dict[str, str] | None = None, general: str = GENERAL) -> list[Finding]:
    """What the checker finds in the agreement with this text, beside the general terms and any others."""
    texts = {"storage": text, "general": general} | (others or {})
    read_all = {name: read(name, each) for name, each in texts.items()}
    refused = read_all["storage"][1]
    found = findings([agreement for agreement, _ in read_all.values()], TODAY)
    return [*refused, *(each for each in found if each.agreement == "example/storage")]


def classes(found: list[Finding]) -> set[tuple[str, str | None]]:
    """The class of each finding with the anchor of its clause."""
    return {(each.fault, each.anchor) for each in found}


def planted(old: str, new: str, text: str | None = None) -> str:
    """The sound text with one passage changed; the passage has to be there."""
    whole = storage() if text is None else text
    assert whole.count(old) == 1, f"«{old}» stands {whole.count(old)} times"
    return whole.replace(old, new)
