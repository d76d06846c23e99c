"""An invented history of any length for the status page: services and what befell them, as the files of docs/status.

Equal arguments give equal bytes. The incidents are spread evenly over three years; every tenth event is maintenance,
every fourth hits two services, and as many as go on for more than a day are about one in a hundred.
"""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

BEGUN = datetime(2027, 1, 1, tzinfo=UTC)
NOW = datetime(2030, 1, 1, tzinfo=UTC) - timedelta(hours=13)
MEASURED_BY = "nettsoft/vps-access:uptime-credit"
SHORT, LONG = (5, 8 * 60), (24 * 60, 3 * 24 * 60)  # minutes
IMPACTS = ("major-outage", "partial-outage", "degraded", "unknown")
CAUSES = ("supplier", "external-supplier", "force-majeure")
SERVICE = """  service-{number}:
    name: {{nb: Tjeneste {number}, sv: Tjänst {number}, en: Service {number}}}
    about: {{nb: En oppdiktet tjeneste., sv: En påhittad tjänst., en: An invented service.}}
    measured_by: {measured_by}
    measured_from: 2027-01
"""
TOLD = {
    "investigating": ("Tjenesten svarer ikke. Vi undersøker.", "Tjänsten svarar inte. Vi undersöker.", "No answer."),
    "identified": ("En disk var full. Vi rydder.", "En disk var full. Vi städar.", "A disk was full. We are clearing."),
    "resolved": ("Alt virker igjen.", "Allt fungerar igen.", "All works again."),
    "scheduled": ("Maskinene får ny programvare.", "Maskinerna får ny programvara.", "New software for the machines."),
    "completed": ("Arbeidet er ferdig.", "Arbetet är klart.", "The work is done."),
}


def write_history(docs: Path, incidents: int, components: int, seed: int = 1) -> None:
    """Fill `docs/status` with so many events of so many services; no file has a problem, and all end before NOW."""
    chance = random.Random(seed)
    services = (SERVICE.format(number=number, measured_by=MEASURED_BY) for number in range(1, components + 1))
    _write(docs / "status" / "services.yml", f"services:\n{''.join(services)}")
    span = NOW - BEGUN - timedelta(days=4)
    for number in range(incidents):
        start = BEGUN + timedelta(minutes=int(span.total_seconds() / 60 * number / incidents))
        _write_event(docs / "status", number, start, components, chance)


def _write_event(folder: Path, number: int, start: datetime, components: int, chance: random.Random) -> None:
    hit = chance.sample(range(1, components + 1), min(components, 2 if number % 4 == 0 else 1))
    shortest, longest = LONG if chance.random() < 0.01 else SHORT
    end = start + timedelta(minutes=chance.randint(shortest, longest))
    is_planned = number % 10 == 9
    impact = "major-outage" if is_planned else chance.choice(IMPACTS)
    services = "".join(f"  service-{each}: {{impact: {impact}}}\n" for each in hit)
    titled = "Vedlikehold, Underhåll, Maintenance" if is_planned else "Stans, Avbrott, Stop"
    title = ", ".join(
        f"{language}: {word} {number}" for language, word in zip(("nb", "sv", "en"), titled.split(", "), strict=True)
    )
    if is_planned:
        keys = f"announced_on: {start.date() - timedelta(days=10)}\nstarts_at: {_at(start)}\nends_at: {_at(end)}\n"
        updates = ((start - timedelta(days=9), "scheduled"), (end, "completed"))
    else:
        keys = f"cause: {chance.choice(CAUSES)}\nstarted_at: {_at(start)}\nresolved_at: {_at(end)}\n"
        updates = tuple(
            zip((start, start + (end - start) / 2, end), ("investigating", "identified", "resolved"), strict=True)
        )
    told = "".join(_update(at, state, number) for at, state in updates)
    text = f"---\ntitle: {{{title}}}\nservices:\n{services}{keys}---\n{told}"
    kind = "maintenance" if is_planned else "incidents"
    _write(folder / kind / f"{start:%Y-%m-%d}-event-{number}.md", text)


def _update(at: datetime, state: str, number: int) -> str:
    norwegian, swedish, english = (f"{text} ({number})" for text in TOLD[state])
    return f"\n## {_at(at)} {state}\n\n{norwegian}\n\n### sv\n\n{swedish}\n\n### en\n\n{english}\n"


def _at(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}+00:00"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
