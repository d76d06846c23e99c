"""Services in groups: named on the page, and components of their own for programs."""

from dataclasses import replace
from typing import Any

import pytest

from scripts.status.model import Status, Text
from scripts.status.pages import pages_of
from tests.status.machines.made import QUIET, TROUBLE, api
from tests.status.sample import NOW


@pytest.fixture
def grouped(status: Status) -> Status:
    """The sample with two more services, one before the group of the first two and one after."""
    vps, vpn = status.services
    first, last = (replace(vps, id=id, name=Text("nb", {"nb": id})) for id in ("first", "last"))
    inside = (replace(vps, group="servers"), replace(vpn, group="servers"))
    names = {"servers": Text("nb", {"nb": "Servere", "en": "Servers"})}
    return replace(status, services=(first, *inside, last), groups=names)


@pytest.mark.parametrize(("at", "state"), [(QUIET, "operational"), (TROUBLE, "partial_outage")])
def test_a_group_is_a_component_with_its_services(grouped: Status, library: dict[str, Any], at: str, state: str):
    """It stands before them, and is doing as the one that is worst off."""
    answers = api(grouped, library, at)
    components = answers["components"]["components"]
    assert [(each["id"], each["position"], each["group"], each["group_id"]) for each in components] == [
        ("first", 1, False, None),
        ("last", 2, False, None),
        ("servers", 3, True, None),
        ("vps", 1, False, "servers"),
        ("vpn", 2, False, "servers"),
    ]
    assert [each.get("components") for each in components] == [None, None, ["vps", "vpn"], None, None]
    assert (components[2]["name"], components[2]["status"]) == ("Servere", state)
    assert answers["summary"]["components"] == components


def test_the_page_has_the_services_below_the_name_of_their_group(grouped: Status, library: dict[str, Any]):
    page = dict(pages_of(grouped, library, NOW))["en/status/index.html"]
    services = page[page.index('id="services"') :]
    service = '<a href="../../en/status/{}/">'
    heads = [f"<h3>{service.format('first')}", '<h3 class="group">Servers</h3>', f"<h4>{service.format('vps')}"]
    places = [services.index(head) for head in heads]
    assert places == sorted(places)
    assert services.count('class="group"') == 1
