"""Texts from standard input and from an editor: one file, translations under their headings."""

import io
from pathlib import Path

import pytest

from tests.operating.conftest import Command

TYPED = "Alt virker.\r\n\r\n### sv\r\n\r\nAllt fungerar.\r\n"
WRITTEN = "Alt virker.\n\n### sv\n\nAllt fungerar.\n"


def last_update(docs: Path) -> str:
    text = (docs / "status" / "incidents" / "2026-11-20-vpn-login.md").read_text(encoding="utf-8")
    return text.rpartition(" resolved\n\n")[2]


def test_reads_the_text_from_standard_input(docs: Path, run: Command, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(TYPED))
    assert run("incident resolve vpn-login --text -")[0] == 0
    assert last_update(docs) == WRITTEN


def test_opens_the_editor_on_what_was_given(docs: Path, run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "\\n### sv\\n\\nAllt fungerar.\\n" >> "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    assert run("incident resolve vpn-login --text 'Alt virker.' --edit")[0] == 0
    assert last_update(docs) == WRITTEN


@pytest.mark.parametrize(
    ("editor", "typed", "said"),
    [
        ("", "", "--edit: no editor is set; set $EDITOR, or type the text after --text."),
        ("false", "", "--edit: false did not end well, so nothing was written."),
        ("true", "", "The text is empty, so nothing was written."),
        (
            "true",
            "a\n### dk\nb",
            "The heading «dk» is no language; a translation starts with ### and one of nb, sv, en.",
        ),
    ],
)
def test_writes_nothing_where_there_is_no_sound_text(
    editor: str, typed: str, said: str, run: Command, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", editor)
    assert run(f"incident resolve vpn-login --edit --text '{typed}'") == (1, f"scripts/incident resolve: {said}")
