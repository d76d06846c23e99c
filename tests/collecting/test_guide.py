"""The guide to measuring holds: the files it shows are read without a fault, and say the same in every language."""

import re

import pytest
import yaml

from scripts.agreements.problems import ProblemLog
from scripts.collecting.configuration import read_collection
from scripts.operating.following import TEMPLATE
from scripts.probing.configuration import read_configuration
from scripts.publishing.words import ROOT as FOLDER
from scripts.setup.start import ROOT
from scripts.status.model import Opening

SECRETS = {"SHOP_TOKEN": "abc", "METRICS_TOKEN": "def"}
BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", sorted(FOLDER))
def test_its_files_are_sound(language, tmp_path):
    guide = (ROOT / "docs" / FOLDER[language] / "guide" / "measuring.md").read_text(encoding="utf-8")
    probe, services, opening, collect = BLOCK.findall(guide)
    path, log = tmp_path / "file.yml", ProblemLog("file.yml")
    path.write_text(probe, encoding="utf-8")
    probing = read_configuration(path, SECRETS, log)
    path.write_text(collect, encoding="utf-8")
    collecting = read_collection(path, SECRETS, log)
    assert log.problems == []
    assert list(probing.targets) == ["shop", "mail", "shop-certificate", "shop-name"]
    assert probing.targets["shop"].headers == {"Authorization": "Bearer abc"}
    assert collecting.headers == {"Authorization": "Bearer def", "X-Scope-OrgID": "status"}
    (measured,) = re.findall(r"measured: (\S+)", services)
    assert measured in probing.targets
    assert measured in collecting.series
    assert yaml.safe_load(opening)["services"][measured]["incidents"] == Opening.DRAFT
    assert f"docs/status/templates/{TEMPLATE}.md" in guide
