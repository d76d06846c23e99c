"""What other sites and programs can take from the status pages: a line in a frame, a badge, JSON; with markup to copy.

Markup that is put on another site needs whole addresses: without the section's own there are links alone.
"""

from typing import Any

from markupsafe import Markup

from scripts.status import addresses
from scripts.status.addresses import Outside
from scripts.status.model import Service
from scripts.status.voice import Voice

API = "/api/v2/summary.json"
FRAME = '<iframe src="{src}" title="{title}" width="100%" height="72" style="border:0"></iframe>'
PICTURE = '<a href="{page}"><img src="{src}" alt="{title}"></a>'


def for_all(voice: Voice, site: str) -> list[dict[str, Any]]:
    """The banner, and the interface for programs."""
    banner, title = addresses.banner(voice.language), voice.say("title")
    markup = _markup(FRAME, site, title=title, src=banner)
    return [_offer(voice.say("embed.banner"), banner, markup), _offer(voice.say("embed.api"), API)]


def for_service(service: Service, voice: Voice, site: str) -> list[dict[str, Any]]:
    """The badge of one service, as a picture and as what shields.io draws one from."""
    page, name = addresses.of_service(service, voice.language), service.name.to(voice.language)
    title = f"{voice.say('title')}: {name}"
    picture = _markup(PICTURE, site, title=title, src=f"{page}badge.svg", page=page)
    badge = _offer(voice.say("embed.badge", service=name), f"{page}badge.svg", picture)
    return [badge, _offer(voice.say("embed.shields"), f"{page}badge.json")]


def _offer(label: str, href: str, markup: str = "") -> dict[str, Any]:
    return {"label": label, "href": href, "markup": markup}


def _markup(form: str, site: str, title: str, **places: str) -> str:
    """The markup with whole addresses, its values escaped; nothing where the site has no address."""
    if not site:
        return ""
    whole = {name: Outside(site, "").of(address) for name, address in places.items()}
    return str(Markup(form).format(title=title, **whole))
