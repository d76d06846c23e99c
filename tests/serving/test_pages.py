"""Every kind of page, in Chromium, under the production headers."""

import pytest


@pytest.mark.parametrize("address", ["/", "/sv/", "/en/", "/guide/", "/agreements/nettsoft/vps-access/"])
def test_a_page_breaks_no_rule_of_its_security_policy(page, address):
    response = page.goto(address)
    assert response.status == 200
    assert page.title()
