"""Templates are compiled once for all builds, and again when their text is another or what was kept is damaged."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from scripts.keeping.templates import compiled_templates


def printed(kept: Path, source: str, monkeypatch: pytest.MonkeyPatch, stamp: str = "x") -> tuple[str, bool]:
    """What a new environment prints of the template, and whether it compiled it."""
    environment = Environment(loader=DictLoader({"page.html": source}), bytecode_cache=compiled_templates(kept, stamp))
    compiled = []
    compile_anew = environment.compile
    monkeypatch.setattr(environment, "compile", lambda *args: compiled.append(1) or compile_anew(*args))
    return environment.get_template("page.html").render(clause="6.6"), bool(compiled)


def test_it_compiles_a_template_once(tmp_path, monkeypatch):
    """The second environment prints the same."""
    assert printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch) == ("<p>6.6</p>", True)
    assert printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch) == ("<p>6.6</p>", False)


def test_it_compiles_another_text_of_the_same_name(tmp_path, monkeypatch):
    printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch)
    assert printed(tmp_path, "<b>{{ clause }}</b>", monkeypatch) == ("<b>6.6</b>", True)


def test_other_code_compiles_it_again(tmp_path, monkeypatch):
    """Which may ask for another kind of environment."""
    printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch)
    assert printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch, "y") == ("<p>6.6</p>", True)


def test_it_compiles_a_template_again_when_what_was_kept_is_damaged(tmp_path, monkeypatch):
    printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch)
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_bytes(file.read_bytes()[:-1])
    assert printed(tmp_path, "<p>{{ clause }}</p>", monkeypatch) == ("<p>6.6</p>", True)
