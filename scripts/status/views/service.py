"""/status/<service>/: one service, how it is doing, its months by the agreement, and what befell it."""

from typing import Any

from calculators.words import chosen
from scripts.status import addresses
from scripts.status.ledger import Ledger
from scripts.status.model import Service
from scripts.status.views.accounts import link
from scripts.status.views.answering import answering_view
from scripts.status.views.embedding import for_service
from scripts.status.views.entry import by_month
from scripts.status.views.overview import service_card
from scripts.status.views.past import LATEST
from scripts.status.voice import Voice


def service_view(service: Service, ledger: Ledger, voice: Voice, site: str = "") -> dict[str, Any]:
    """The whole page in one language; `site` is where it is published, "" for anywhere."""
    rule = ledger.rules.at(service, ledger.now)
    condition = ledger.conditions[service.id]
    events = ledger.events_by_service[service.id]
    sentence = voice.say(f"condition.{condition.value}.sentence", service=service.name.to(voice.language))
    return service_card(service, ledger, voice) | {
        "title": service.name.to(voice.language),
        "description": f"{sentence} {service.about.to(voice.language)}",
        "sentence": sentence,
        "overview": addresses.overview(voice.language),
        "rule": chosen(rule.declared["title"], voice.language),
        "clause": link(rule.clause, voice),
        "measured_from": voice.say("service.measured_from", month=voice.month(service.measured_from)),
        "answering": answering_view(service, ledger.status, voice),
        "events": by_month(events[:LATEST], ledger, voice),
        "has_more_events": len(events) > LATEST,
        "embed": for_service(service, voice, site),
    }
