"""The large sentence over an answer: what every rule's worked example comes to, in words, as kept in golden/."""

from calculators.page import answered_view
from scripts.setup.start import ROOT
from scripts.testing.shared import TODAY

KEPT = ROOT / "tests" / "calculators" / "golden" / "headlines.txt"


def test_each_example_is_summed_up_as_kept(library, examples):
    said = {name: answered_view(request | {"language": "en"}, library, TODAY) for name, request in examples.items()}
    lines = [f"{name} [{view['status']}] {view['headline']}" for name, view in sorted(said.items())]
    assert "\n".join(lines) + "\n" == KEPT.read_text(encoding="utf-8")
