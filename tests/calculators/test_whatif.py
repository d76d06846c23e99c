"""What if: differences, and tables whose every row is the calculators' own answer."""

import json
from datetime import date

from calculators.page import answered_view
from calculators.whatif import whatif, whatif_text

TODAY = date(2026, 11, 20)
LEVEL = {"rule": "webexpressen/sla:level-price", "inputs": {"level": "1", "months": 12}, "language": "en"}
NOTICE = {"rule": "nettsoft/vps-access:notice-3m-from-month-end", "inputs": {"notice_date": "2026-08-31"}}


def test_the_current_row_says_what_the_answer_says(library, examples):
    """In every table of every example exactly one row is the answer above, and reads like it."""
    tables = 0
    for request in examples.values():
        request = request | {"language": "en"}
        own = {request["rule"].partition(":")[0]: library[request["rule"].partition(":")[0]]}
        above = answered_view(request, own, TODAY)["headline"]
        for table in whatif(request, None, own, TODAY)["tables"]:
            tables += 1
            assert [row["headline"] for row in table["rows"] if row["current"]] == [above], request["rule"]
    assert tables > 20


def test_levels_stand_beside_each_other(library):
    (table,) = whatif(LEVEL, None, {"webexpressen/sla": library["webexpressen/sla"]}, TODAY)["tables"]
    assert [row["label"] for row in table["rows"]] == ["Level 1", "Level 2", "Level 3"]
    assert [row["current"] for row in table["rows"]] == [True, False, False]


def test_agreements_with_the_same_rule_stand_beside_each_other(library):
    twins = ("nettsoft/vps-access", "nettsoft/vps-terminal")
    request = {"rule": f"{twins[0]}:reopen-fee", "inputs": {}, "language": "en"}
    (table,) = whatif(request, None, {id: library[id] for id in twins}, TODAY)["tables"]
    assert [row["label"] for row in table["rows"]] == [library[id]["title"] for id in twins]


def test_a_change_shows_its_difference(library):
    later = NOTICE | {"inputs": {"notice_date": "2026-09-30"}, "language": "en"}
    own = {"nettsoft/vps-access": library["nettsoft/vps-access"]}
    (change,) = whatif(later, NOTICE | {"language": "en"}, own, TODAY)["changes"]
    assert (change["before"], change["after"]) == ("30 November 2026", "31 December 2026")
    assert change["difference"] == "+ 31 days"


def test_more_months_show_how_many_more(library):
    rule = {"rule": "nettsoft/vps-access:part-month-is-whole", "language": "en"}
    five, eight = (
        rule | {"inputs": {"monthly_fee": "690", "from": "2026-01-01", "to": f"2026-{month}-01"}}
        for month in ("05", "08")
    )
    own = {"nettsoft/vps-access": library["nettsoft/vps-access"]}
    more, fewer = whatif(eight, five, own, TODAY)["changes"], whatif(five, eight, own, TODAY)["changes"]
    assert [change["difference"] for change in more] == ["+ 3", "+ NOK\u00a02,070.00"]
    assert [change["difference"] for change in fewer] == ["− 3", "− NOK\u00a02,070.00"]


def test_another_rule_is_no_change(library):
    assert whatif(NOTICE, LEVEL, library, TODAY)["changes"] == []


def test_a_refused_question_has_no_other_side(library):
    refused = NOTICE | {"inputs": {"notice_date": "soon"}}
    assert whatif(refused, NOTICE, library, TODAY) == {"changes": [], "tables": []}


def test_the_workers_door_gives_the_same_as_json(library):
    own = {"webexpressen/sla": library["webexpressen/sla"]}
    argument = {"request": LEVEL, "before": None, "terms": own, "today": TODAY.isoformat()}
    assert json.loads(whatif_text(json.dumps(argument))) == whatif(LEVEL, None, own, TODAY)
