"""What counts as one word: figures with their units and references never come apart, emphasis is a look of words."""

import pytest

from calculators.comparison.tokens import Break, Table, Word, line_tokens, tokens

ONE_TOKEN = [
    "[36 måneder]{term.initial}", "[punkt 6.6](#6.6)", "punkt 5.4", "pkt. 5.4", "klausul 3", "§ 36", "clause 6.6",
    "3 måneder", "tre måneder", "tre måneders", "14 dagar", "kr 2000,-", "kr. 1.550,-", "3.000,-", "12 000 kr",
    "2\u00a0000 kr", "99,5 %", "50%", "08:00–16:00", "kl. 08.00–16.00", "2–10 brukere", "20. november 2026",
    "2026-11-20", "20.11.2026", "5 GB", "24/7", "per-time", "og/eller", "support@nettsoft.example", "5 working days",
]  # fmt: skip


@pytest.mark.parametrize("markdown", ONE_TOKEN)
def test_it_keeps_a_figure_or_reference_whole(markdown: str):
    """In the middle of a sentence too."""
    around = line_tokens(f"Fristen er {markdown}, sier vi.")
    assert len(around) == 7
    assert len(line_tokens(markdown)) == 1


def test_it_ends_a_sentence_only_where_no_figure_goes_on():
    """A full stop before a space may belong to a figure; a space after one is the next word's."""
    found = line_tokens("Tre mnd. Den 1. mai. Kl. 8 åpner vi. Se pkt. 4. To.")
    texts = ["Tre mnd.", "Den", "1. mai", ".", "Kl. 8", "åpner", "vi", ".", "Se", "pkt. 4", ".", "To", "."]
    assert [word.text for word in found] == texts
    assert [word.text for word in found if not word.space] == ["Tre mnd.", ".", ".", ".", "."]


def test_it_keeps_emphasis_as_a_look():
    """The signs are no words; what they enclose knows its format."""
    found = line_tokens("en **fet _og kursiv_** ***begge*** 2 * 3 snake_case \\*stjerne\\* `kode * her`")
    looks = [(word.text, "".join(sorted(word.formats))) for word in found]
    assert looks == [
        ("en", ""), ("fet", "strong"), ("og", "emstrong"), ("kursiv", "emstrong"), ("begge", "emstrong"), ("2", ""),
        ("*", ""), ("3", ""), ("snake_case", ""), ("*", ""), ("stjerne", ""), ("*", ""), ("kode", "code"),
        ("*", "code"), ("her", "code"),
    ]  # fmt: skip


def test_it_knows_what_a_word_marks():
    """A figure its name, a link its target, a reference without target that it has none."""
    figure, link, dangling = line_tokens('[**3 måneder**]{notice.period} [punkt 6](#6) [vedlegg]{dangles="mangler"}')
    assert (figure.text, figure.figure, figure.formats) == ("3 måneder", "notice.period", {"strong"})
    assert (link.text, link.target) == ("punkt 6", "#6")
    assert (dangling.text, dangling.dangles, dangling.figure) == ("vedlegg", "mangler", None)


def test_it_reads_blocks():
    """Paragraphs, items one inside the other, quotes, code and tables; how lines are wrapped is nothing."""
    found = tokens(
        "En\nto\n\n- a\n- b\n    - c\n\n1. d\n\n> e\n> f\n\n```\ng  h\n```\n\n| i | j |\n|---|---|\n| k | l |"
    )
    assert [(token.kind, token.depth, token.marker) for token in found if isinstance(token, Break)] == [
        ("paragraph", 0, ""), ("item", 0, "-"), ("item", 0, "-"), ("item", 1, "-"), ("item", 0, "1."), ("quote", 0, ""),
        ("code", 0, ""),
    ]  # fmt: skip
    assert [token.text for token in found if isinstance(token, Word)] == ["En", "to", *"abcdef", "g  h"]
    (table,) = (token for token in found if isinstance(token, Table))
    assert [[cell[0].text for cell in row] for row in table.rows] == [["i", "j"], ["k", "l"]]


def test_it_reads_a_marked_table_with_its_name():
    """A caption above the table, or with a blank line between them; the caption is no text."""
    for blank in ("", "\n"):
        found = tokens(f"{{credit.tiers kind=tiers}}\n{blank}| a |\n|---|\n| b |")
        assert [token.name for token in found] == ["credit.tiers"]
