"""An invented corpus of any size: the same texts as our agreements and as plain Markdown pages for a stock site.

Equal arguments give equal bytes. A text has 50 clauses and about 2,750 words, its words are compounds that
are used as unevenly as the words of a language are, and each version changes some clauses of the one before.
"""

import random
import shutil
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from pathlib import Path

AGREEMENTS_PER_SUPPLIER = 10
SECTIONS, CLAUSES_PER_SECTION = 10, 5
WORDS_PER_CLAUSE = 55
LAST_YEAR = 2025  # the newest version is of the first day of this year, each one before it a year older
SMALL_WORDS = (
    "av de den der det dette eller en er et for fra før har hvis ikke innen kan med må når og om på skal som til uten "
    "ved"
)
STEMS = (
    "adgangs ansvars avtale avviks bestillings betalings bruks data drifts erstatnings faktura feil fornyelses "
    "forsinkelses gebyr hendelses kapasitets konto kontrakts kunde lagrings leverings lisens logg maskin meldings "
    "nett oppdaterings oppetids oppgraderings oppsigelses overvåkings person pris program prosjekt retts server "
    "sikkerhets sikrings skade system tap tids tilgangs tilleggs tjeneste utstyrs varslings vedlikeholds"
)
ENDS = (
    "adgang ansvar avbrudd avgift avtale behov beløp beregning dato eier endring feil frist grense grunnlag gruppe "
    "håndtering kode kontroll krav kvalitet liste løsning mangel melding måling nivå område oversikt periode plan "
    "plikt rapport rett rutine sats skjema status tabell tid tiltak tjeneste tvist unntak varsel verdi vilkår "
    "virkning vurdering"
)
FRONT_MATTER = """---
title: {title}
summary: Hva som gjelder for {subject} hos {supplier}.
recorded_on: {day}
effective_date: {day}
announced_on: {announced}
{succession}rules:
  notice:
    kind: notice-end
    title: {{nb: Når avtalen er slutt, sv: När avtalet upphör, en: When the agreement ends}}
    figures: {{notice: notice.period}}
    settings: {{counted_from: month-end}}
    example: {{notice_date: 2026-02-10}}
---
"""
SUPPLIER = """name: {name}
language: nb
currency: NOK
time_zone: Europe/Oslo
holidays: "NO"
about: {name} finnes ikke. Avtalene er laget for å måle med.
contact:
  Brukerstøtte: support@eksempel.example
"""
STOCK_SITE = """site_name: {name}
theme: {{name: material, language: nb, font: false}}
plugins: [search]
use_directory_urls: true
markdown_extensions: [attr_list, tables, {{toc: {{permalink: false}}}}]
"""


@dataclass(frozen=True)
class InventedClause:
    """A clause as it will be printed; `marked` is a sentence with a figure, as our texts mark it."""

    number: str
    anchor: str
    heading: str
    sentences: tuple[str, ...]
    marked: str = ""

    def text(self, *, with_marks: bool) -> str:
        """The clause as Markdown, for our site or for a stock one."""
        level = "##" if self.number.endswith(".") else "###"
        marked = self.marked if with_marks else _without_marks(self.marked)
        sentences = " ".join([*self.sentences, marked]).strip()
        return f"{level} {self.number} {self.heading} {{#{self.anchor}}}\n\n{sentences}\n"


def write_corpus(folder: Path, agreements: int, versions: int, changed_share: float = 0.06, seed: int = 1) -> None:
    """Fill a fresh folder with `ours/docs/agreements/` and with `stock/`, a whole site for stock mkdocs-material.

    Each version but the first changes so large a share of the clauses of the one before. The newest is in force.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for number in range(agreements):
        _write_agreement(folder, number, versions, changed_share, random.Random(f"{seed} {number}"))
    supplier_count = -(-agreements // AGREEMENTS_PER_SUPPLIER)
    for supplier in range(supplier_count):
        name = _supplier_name(supplier)
        _write(_ours(folder) / _supplier_id(supplier) / "supplier.yml", SUPPLIER.format(name=name))
    _write(folder / "stock" / "mkdocs.yml", STOCK_SITE.format(name="Avtaler"))
    _write(folder / "stock" / "docs" / "index.md", f"# Avtaler\n\n{agreements} avtaler i {versions} versjoner.\n")


def _write_agreement(folder: Path, number: int, versions: int, changed_share: float, chance: random.Random) -> None:
    supplier = number // AGREEMENTS_PER_SUPPLIER
    subject = _compound(chance)
    title, id = f"Avtale {number + 1} om {subject}", f"{_supplier_id(supplier)}/agreement-{number + 1}"
    names = {"title": title, "subject": subject, "supplier": _supplier_name(supplier)}
    clauses = _clauses(chance)
    days = [date(LAST_YEAR - age, 1, 1) for age in reversed(range(versions))]
    for version, day in enumerate(days):
        clauses = _changed(clauses, _how_many(version, changed_share * len(clauses)), chance) if version else clauses
        succession = f"supersedes: {days[version - 1]}\nkind: substantive\n" if version else ""
        announced = date(day.year - 1, 10, 1)
        front_matter = FRONT_MATTER.format(**names, day=day, announced=announced, succession=succession)
        ours = "\n".join(clause.text(with_marks=True) for clause in clauses)
        stock = "\n".join(clause.text(with_marks=False) for clause in clauses)
        _write(_ours(folder) / id / f"{day}.md", f"{front_matter}\n{ours}")
        _write(folder / "stock" / "docs" / id / f"{day}.md", f"# {title}\n\nGjelder fra {day}.\n\n{stock}")


def _clauses(chance: random.Random) -> list[InventedClause]:
    clauses = []
    for section in range(1, SECTIONS + 1):
        for place in range(CLAUSES_PER_SECTION):
            number = f"{section}.{place}" if place else f"{section}."
            anchor = f"clause-{section}-{place}" if place else f"clause-{section}"
            clauses.append(InventedClause(number, anchor, _compound(chance).capitalize(), _sentences(chance)))
    figure = f"Oppsigelsestiden er [{chance.randint(1, 6)} måneder]{{notice.period}}, se [punkt 1.1](#1.1)."
    return [*clauses[:-1], replace(clauses[-1], marked=figure)]


def _changed(clauses: list[InventedClause], count: int, chance: random.Random) -> list[InventedClause]:
    """The clauses with one sentence of so many of them written anew."""
    changed = list(clauses)
    for at in chance.sample(range(len(clauses)), count):
        old = clauses[at].sentences
        changed[at] = replace(clauses[at], sentences=(*old[:-1], _sentences(chance)[-1]))
    return changed


def _how_many(version: int, each_time: float) -> int:
    """Whole clauses that come to `each_time` over many versions."""
    return round(version * each_time) - round((version - 1) * each_time)


def _sentences(chance: random.Random) -> tuple[str, ...]:
    lengths = (WORDS_PER_CLAUSE // 3, WORDS_PER_CLAUSE // 3, WORDS_PER_CLAUSE - 2 * (WORDS_PER_CLAUSE // 3))
    return tuple(" ".join(_word(chance) for _ in range(length)).capitalize() + "." for length in lengths)


def _word(chance: random.Random) -> str:
    return chance.choice(SMALL_WORDS.split()) if chance.random() < 0.4 else _compound(chance)


def _compound(chance: random.Random) -> str:
    """One of 2,500 words, the n-th of them about as often as 1/(n + 10), as Mandelbrot has it."""
    return chance.choices(COMPOUNDS, cum_weights=WEIGHTS)[0]


def _without_marks(sentence: str) -> str:
    """The sentence as plain Markdown, its reference a link to the clause's own anchor."""
    return sentence.replace("[", "", 1).replace("]{notice.period}", "").replace("(#1.1)", "(#clause-1-1)")


def _supplier_name(number: int) -> str:
    return f"Leverandør {number + 1} AS"


def _supplier_id(number: int) -> str:
    return f"supplier-{number + 1}"


def _ours(folder: Path) -> Path:
    return folder / "ours" / "docs" / "agreements"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


COMPOUNDS = [stem + end for stem in STEMS.split() for end in ENDS.split()]
random.Random("the words in the order of their use").shuffle(COMPOUNDS)
WEIGHTS = list(accumulate(1 / (rank + 10) for rank in range(1, len(COMPOUNDS) + 1)))
