"""The pictures of answers: every case that has one is drawn inside its frame, legibly, and says the same in words."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from calculators.answering import Answer, answered
from calculators.outcome import Percent, WallTime
from calculators.page import answered_view
from calculators.pictures.picture import picture_view
from calculators.pictures.svg import SIZE, WIDTH, Drawing, svg, text_width, wrapped
from calculators.registry import KINDS
from calculators.values.money import Money
from calculators.words import LANGUAGES, table
from calculators.words.spoken import spoken
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = ROOT / "tests" / "calculators" / "golden"
LEFT_OUT = ("end_exclusive",)
EXAMPLES = {
    "timeline": ("nettsoft/vps-access:notice-3m-from-month-end", "nb", {"notice_date": "2026-08-12"}),
    "week": (
        "maco-io/integration-ops:response-times",
        "en",
        {"severity": "critical", "reported_at": "2026-05-15T16:30"},
    ),
    "uptime": ("nettsoft/vps-access:credit-tier", "nb", {"uptime_percent": "98.2", "monthly_fee": "690"}),
    "bands": (
        "nettsoft/sales-summary:rate-card",
        "sv",
        {
            "start": "2026-03-02T15:45",
            "end": "2026-03-02T18:30",
            "customer": "none",
            "mode": "remote",
            "urgent": True,
            "vat_rate": "0.25",
        },
    ),
}


def pictured_cases() -> Iterator[Any]:
    files = sorted((ROOT / "tests" / "cases").glob("*.json"))
    for case in (case for file in files for case in json.loads(file.read_text(encoding="utf-8"))):
        if isinstance(case, dict) and "inputs" in case and "rule" in case:
            yield case


@pytest.fixture(scope="module")
def answers(library: dict[str, Any]) -> dict[tuple[str, str], Answer]:
    """The answer to every case whose kind has a picture, by its id and the language it is shown in."""
    found = {}
    for case in pictured_cases():
        given = answered({"rule": case["rule"], "inputs": case["inputs"]}, library, TODAY)
        if given.outcome and given.asked.kind.picture:
            found |= {(case["id"], language): given for language in LANGUAGES}
    return found


@pytest.fixture(scope="module")
def pictures(answers: dict[tuple[str, str], Answer]) -> dict[tuple[str, str], dict[str, Any]]:
    views = {key: picture_view(given, key[1]) for key, given in answers.items()}
    return {key: picture for key, picture in views.items() if picture}


@pytest.fixture(scope="module")
def drawings(pictures: dict[tuple[str, str], dict[str, Any]]) -> dict[tuple[str, str], ET.Element]:
    return {key: ET.fromstring(picture["svg"]) for key, picture in pictures.items()}


def of(name: str, answers: dict[tuple[str, str], Answer], drawn: dict[tuple[str, str], Any]) -> list[Any]:
    """What is drawn of the answers with one kind of picture."""
    return [each for key, each in drawn.items() if answers[key].asked.kind.picture == name]


def looks(drawing: ET.Element, look: str) -> list[ET.Element]:
    return [each for each in drawing.iter() if look in each.get("class", "").split()]


def test_every_kind_of_picture_is_seen_many_times(answers, pictures):
    counts = {name: len(of(name, answers, pictures)) for name in ("timeline", "week", "uptime", "bands")}
    assert min(counts.values()) > 60


def test_each_has_a_name_and_a_description(pictures, drawings):
    for key, drawing in drawings.items():
        assert drawing.get("role") == "img", key
        assert [each.tag for each in drawing[:2]] == [f"{SVG}title", f"{SVG}desc"], key
        assert drawing[0].text == pictures[key]["title"], key
        assert all(row["value"] in drawing[1].text for row in pictures[key]["text"]), key
        assert "style" not in {name for each in drawing.iter() for name in each.attrib}, key


def places(shape: ET.Element) -> Iterator[tuple[str, float]]:
    """Every coordinate of a shape, with its axis; those of a path are its first point and a step to the right."""
    across, down = (float(shape.get(name, 0)) for name in ("x", "y"))
    reach = float(shape.get("r", 0))
    for name, value in shape.attrib.items():
        if name in ("x1", "x2", "x", "cx", "width"):
            yield "x", float(value) + (across if name == "width" else reach)
            yield "x", float(value) - reach
        elif name in ("y1", "y2", "y", "cy", "height"):
            yield "y", float(value) + (down if name == "height" else reach)
            yield "y", float(value) - reach
        elif name == "points":
            for point in value.split():
                yield from zip("xy", map(float, point.split(",")), strict=True)


def test_nothing_is_drawn_outside_the_frame(drawings):
    for key, drawing in drawings.items():
        *_, width, height = map(float, drawing.get("viewBox").split())
        limits = {"x": width, "y": height}
        shapes = [each for each in drawing.iter() if each is not drawing]
        outside = [(key, at) for each in shapes for axis, at in places(each) if not 0 <= at <= limits[axis] + 0.01]
        assert outside == []
        for left, top, right, bottom in map(box, drawing.iter(f"{SVG}text")):
            assert left >= 0, key
            assert right <= width, key
            assert top >= -1, key
            assert bottom <= height, key


def box(words: ET.Element) -> tuple[float, float, float, float]:
    """The room a line of words takes at most."""
    width, x, y = text_width(words.text), float(words.get("x")), float(words.get("y"))
    left = x - {"start": 0, "middle": width / 2, "end": width}[words.get("text-anchor", "start")]
    return left, y - SIZE, left + width, y + SIZE / 4


def test_no_words_cover_others(drawings):
    for key, drawing in drawings.items():
        boxes = [(box(words), words.text) for words in drawing.iter(f"{SVG}text")]
        covered = [(key, a[1], b[1]) for a, b in combinations(boxes, 2) if overlap(a[0], b[0])]
        assert covered == []


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from () if name in LEFT_OUT or name == "rate" else leaves(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from leaves(each)
    else:
        yield value


def test_the_words_hold_every_day_instant_and_amount_of_the_result(answers, pictures):
    """A fee of nothing and the subtotal of the work are the two amounts that are not lines of their own."""
    for key, picture in pictures.items():
        given, told = answers[key], " | ".join(f"{row['label']} {row['value']}" for row in picture["text"])
        result = {name: value for name, value in given.outcome.result.items() if name != "work"}
        kinds = {"bands": Money, "timeline": date, "week": WallTime, "uptime": Percent}[given.asked.kind.picture]
        found = [each for each in leaves(result) if isinstance(each, kinds)]
        wanted = [each for each in found if not isinstance(each, Money) or each.amount]
        assert [spoken(each, key[1]) for each in wanted if spoken(each, key[1]) not in told] == [], key


def test_the_days_of_a_timeline_are_at_true_distances(answers, pictures, drawings):
    for key, picture in pictures.items():
        if answers[key].asked.kind.picture != "timeline":
            continue
        said = list(dict.fromkeys(row["value"] for row in picture["text"]))
        given = answers[key]
        known = [*given.given.values(), *given.outcome.result.values(), *(step.value for step in given.outcome.steps)]
        days = {spoken(each, key[1]): each for each in known if isinstance(each, date)}
        dots = [float(dot.get("cy")) for dot in drawings[key].iter(f"{SVG}circle")]
        assert len(dots) == len(said)
        assert dots == sorted(dots)
        first, last = days[said[0]], days[said[-1]]
        for text, dot in zip(said, dots, strict=True):
            share = (dot - dots[0]) / (dots[-1] - dots[0])
            if text in days:
                assert share == pytest.approx((days[text] - first).days / (last - first).days, abs=0.001), key


def test_the_bars_of_an_invoice_add_up_to_its_sum(answers, drawings):
    for drawing in of("bands", answers, drawings):
        end = 0.0
        for bar in (each for each in drawing.iter(f"{SVG}rect")):
            start, width = float(bar.get("x")), float(bar.get("width"))
            if bar.get("class") == "sum":
                assert (start, width) == (0, pytest.approx(end, abs=0.05))
            else:
                assert start == pytest.approx(end, abs=0.05)
            end = start + width
        assert end == pytest.approx(WIDTH, abs=0.05)


def test_the_tier_marked_is_the_one_owed(answers, pictures, drawings):
    """Where the text has a tier, its share is the credit; in a hole the mark says that there is none."""
    for key, picture in pictures.items():
        given = answers[key]
        if given.asked.kind.picture != "uptime":
            continue
        owed = looks(drawings[key], "owed")
        assert len(owed) == 1
        top, height = float(owed[0].get("y")), float(owed[0].get("height"))
        marked = " ".join(
            each.text for each in drawings[key].iter(f"{SVG}text") if top < float(each.get("y")) < top + height
        )
        result = given.outcome.result
        if given.outcome.silent:
            assert table("pictures")["no-tier"][LANGUAGES.index(key[1])] in marked
        elif "credit_percent" in result:
            assert spoken(result["credit_percent"], key[1]) in marked
        assert picture["text"][0]["value"].partition(":")[0] in marked


def test_a_week_marks_each_instant_on_its_day_and_at_its_clock(library):
    rule, language, inputs = EXAMPLES["week"]
    drawing = ET.fromstring(
        answered_view({"rule": rule, "inputs": inputs, "language": language}, library, TODAY)["picture"]["svg"]
    )
    ticks = {each.text: float(each.get("x")) for each in looks(drawing, "soft")}
    hour = (ticks["24"] - ticks["00"]) / 24
    rows = {each.text: float(each.get("y")) for each in drawing.iter(f"{SVG}text") if each.text[:3] in ("Fri", "Mon")}
    instants = [(float(each.get("x1")), float(each.get("y1"))) for each in looks(drawing, "instant")]
    found = [
        (round((x - ticks["00"]) / hour, 2), min(rows, key=lambda row: abs(rows[row] - y - SIZE))) for x, y in instants
    ]
    assert found == [(16.5, "Fri 15 May"), (10.5, "Mon 18 May"), (12.5, "Mon 18 May")]


def test_a_holiday_is_closed_in_the_week(library):
    """Ascension Day 2026 is a Thursday."""
    rule, language, inputs = EXAMPLES["week"]
    shown = answered_view({"rule": rule, "inputs": inputs, "language": language}, library, TODAY)["picture"]["text"]
    told = {row["label"]: row["value"] for row in shown}
    assert told["Thursday 14 May 2026"] == "closed"
    assert told["Friday 15 May 2026"] == "08:30–16:00"


@pytest.mark.parametrize("name", EXAMPLES)
def test_one_of_each_is_drawn_as_agreed(name, library):
    rule, language, inputs = EXAMPLES[name]
    picture = answered_view({"rule": rule, "inputs": inputs, "language": language}, library, TODAY)["picture"]
    assert picture["svg"] + "\n" == (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")


def test_words_from_outside_stay_words(alone):
    """A label of a supplier's with markup in it is drawn as it was written."""
    label = "<script>alert(\"1\")</script>&amp;\u0007'"
    rule = {"kind": "deadline", "figures": {"period": "period"}, "results": {"last_day": {"label": label}}}
    terms = alone(rule, {"period": {"kind": "period", "value": "30", "unit": "days"}})
    shown = answered_view({"rule": "example/one:rule", "inputs": {"event": "2026-03-01"}}, terms, TODAY)["picture"]
    drawing = ET.fromstring(shown["svg"])
    assert list(drawing.iter(f"{SVG}script")) == []
    assert label.replace("\u0007", "\ufffd") in " ".join(each.text for each in drawing.iter(f"{SVG}text"))


@pytest.mark.parametrize("text", ['<b a="1">', "]]>", "\ud800", "\x00", "a & b", "'\""])
def test_any_text_leaves_the_svg_readable(text):
    drawing = Drawing(20)
    drawing.words(0, SIZE, text)
    drawn = ET.fromstring(svg(drawing, text, text))
    assert [child.tag for child in drawn] == [f"{SVG}title", f"{SVG}desc", f"{SVG}text"]
    assert len({child.text for child in drawn}) == 1


@pytest.mark.parametrize("text", ["", "one", "a few words that need lines", "x" * 100, f"short {'y' * 70} short"])
def test_wrapped_words_keep_every_letter_and_the_width(text):
    lines = wrapped(text, 100)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(text_width(line) <= 100 for line in lines)


def test_an_amount_of_many_digits_stands_below_its_label(library):
    """A year's work at the highest rate there may be: its words never leave the picture."""
    inputs = {"start": "2026-01-01T00:00", "end": "2026-12-31T00:00", "hourly_rate": "9" * 15, "care_agreement": False}
    request = {"rule": "cloud-nine/general:hourly-time-bands", "inputs": inputs | {"outside_hours_on_request": True}}
    drawing = ET.fromstring(answered_view(request, library, TODAY)["picture"]["svg"])
    boxes = [box(words) for words in drawing.iter(f"{SVG}text")]
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in boxes)
    assert not any(overlap(a, b) for a, b in combinations(boxes, 2))
    assert len({top for _, top, _, _ in boxes}) == len(boxes)


def test_a_week_that_no_calendar_covers_is_not_drawn(library):
    """The calendar begins on a Thursday: a report on the Friday is answered, but half its week is not known."""
    inputs = {"severity": "critical", "reported_at": "2015-01-02T09:00"}
    shown = answered_view({"rule": EXAMPLES["week"][0], "inputs": inputs}, library, TODAY)
    assert shown["status"] in ("ok", "reading")
    assert shown["picture"] is None


def test_a_refusal_has_no_picture(library):
    shown = answered_view({"rule": EXAMPLES["timeline"][0], "inputs": {"notice_date": "2026-02-31"}}, library, TODAY)
    assert shown["picture"] is None


def test_every_day_and_instant_that_may_be_drawn_has_its_words():
    """What a kind with a picture asks for can be said in it, so that no answer breaks for want of a word."""
    types = {"timeline": "date", "week": "instant"}
    drawn = [(kind, types[kind.picture]) for kind in KINDS.values() if kind.picture in types]
    for kind, type_ in drawn:
        for field in (each for each in kind.fields if each.type == type_):
            keys = {f"given.{kind.name}/{field.name}", f"given.{field.name}"}
            assert keys & table("pictures").keys(), (kind.name, field.name)


def test_pictures_are_loaded_only_when_one_is_drawn():
    """The page's Python starts without them."""
    code = "import sys, calculators.page; print([m for m in sys.modules if m.startswith('calculators.pictures.')])"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "['calculators.pictures.svg', 'calculators.pictures.picture']"


def test_no_words_wait_for_an_input_or_a_step_that_is_not():
    """The names in the keys of the pictures' words are those of fields and steps; a kind before them is a kind."""
    themes = {"given": "fields", "step": "steps"}
    keys = [key.partition(".") for key in table("pictures") if key.partition(".")[0] in themes]
    assert len(keys) > 20
    for part, _, name in keys:
        kind, _, own = name.rpartition("/")
        assert own in table(themes[part])
        assert not kind or kind in KINDS
