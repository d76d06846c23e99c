"""What holds for any two texts: nothing is lost, nothing is told twice, and no figure is cut."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculators.comparison.comparison import Comparison, compare
from calculators.comparison.house import say
from calculators.comparison.layout import BOTH, NEW, OLD
from calculators.comparison.markup import Markup
from calculators.comparison.matching import matched
from calculators.comparison.runs import new_side, old_side, stands_in
from calculators.comparison.tokens import Table, Token, Word, line_tokens, tokens
from tests.comparison.html_text import text_in
from tests.comparison.two_texts import stated

WORDS = st.sampled_from(
    ["avtalen", "kunden", "må", "varsel", "gis", "skriftlig", "**senest**", "*ikke*", "og", "eller", "pris", "&", "<b>"]
)
FIGURES = ["3 måneder", "1 måned", "kr 2.000,-", "99,5 %", "fem brukere", "14 dager"]
REFERENCES = ["[punkt 1](#1)", "[punkt 2](#clause-2)", "jf. punkt 5.4", "kl. 08–16", "36 måneder", "1\u00a0000 kr"]
ENDS = st.sampled_from([".", ",", ":", ";", "?"])


@st.composite
def sentences(draw: st.DrawFn) -> list[str]:
    """Words of a sentence; `FIGURE` stands for one that is marked later, with a name of its own."""
    parts = st.one_of(WORDS, WORDS, WORDS, st.just("FIGURE"), st.sampled_from(REFERENCES))
    return [*draw(st.lists(parts, min_size=1, max_size=7)), draw(ENDS)]


@st.composite
def texts(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    """A clause's blocks: (sort, words)."""
    sorts = st.sampled_from(["paragraph", "paragraph", "item", "deeper item", "table"])
    return draw(st.lists(st.tuples(sorts, sentences()), min_size=0, max_size=4))


@st.composite
def pairs_of_texts(draw: st.DrawFn) -> tuple[list, list]:
    """An old agreement as a list of clauses, and a new one made from it by dropping, moving, editing and adding."""
    old = [(f"clause-{number}", draw(texts())) for number in range(1, draw(st.integers(1, 5)) + 1)]
    new = [clause for clause in draw(st.permutations(old)) if draw(st.integers(0, 4))]
    new = [(anchor, draw(edits(blocks))) for anchor, blocks in new]
    if draw(st.booleans()):
        new.insert(draw(st.integers(0, len(new))), ("fresh", draw(texts())))
    return old, new or old


@st.composite
def edits(draw: st.DrawFn, blocks: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """The same blocks, now and then with a word put in, left out or replaced, a block dropped or added."""
    edited = []
    for sort, words in blocks:
        words, act = list(words), draw(st.integers(0, 7))
        at = draw(st.integers(0, len(words) - 1))
        if act == 1:
            words[at] = draw(WORDS)
        elif act == 2:
            words.insert(at, draw(st.one_of(WORDS, st.just("FIGURE"))))
        elif act == 3 and len(words) > 1:
            del words[at]
        if act != 4:
            edited.append((sort, words))
        if act == 5:
            edited.append(("paragraph", draw(sentences())))
    return edited


def markdown(clauses: list, turn: int) -> str:
    """The clauses as Markdown; `turn` picks other figures for the new text."""
    count, parts = 0, []
    for number, (anchor, blocks) in enumerate(clauses, 1):
        parts.append(f"## {number} Overskrift {number} {{#{anchor}}}\n")
        for sort, words in blocks:
            marked = []
            for word in words:
                if word == "FIGURE":
                    count += 1
                    word = f"[{FIGURES[(count * turn) % len(FIGURES)]}]{{figure.n{count}}}"
                marked.append(word)
            parts.append(_block(sort, " ".join(marked)))
    return "\n".join(parts)


def _block(sort: str, text: str) -> str:
    if sort == "table":
        return f"| Del | Verdi |\n|---|---|\n| første | {text} |\n| andre | 2 |\n"
    return {"paragraph": f"{text}\n", "item": f"- {text}\n", "deeper item": f"- a\n    - {text}\n"}[sort]


def both(pair: tuple[list, list]) -> tuple[dict, dict]:
    old, new = pair
    return stated(markdown(old, 1), "2026-01-01"), stated(markdown(new, 5), "2026-07-01")


@settings(max_examples=60, deadline=None)
@given(pairs_of_texts())
def test_it_finds_nothing_between_a_version_and_itself(pair: tuple[list, list]):
    """No clause, no figure and no rule is other than itself."""
    version, _ = both(pair)
    comparison = compare(version, version)
    assert all(not change.fates for change in comparison.clauses)
    assert comparison.figures == ()


@settings(max_examples=150, deadline=None)
@given(pairs_of_texts())
def test_it_tells_every_clause_of_both_versions_once(pair: tuple[list, list]):
    """Each clause stands in one change, on its own side."""
    old, new = both(pair)
    comparison = compare(old, new)
    assert sorted(change.old.anchor for change in comparison.clauses if change.old) == sorted(anchors(old))
    assert [change.new.anchor for change in comparison.clauses if change.new] == anchors(new)


@settings(max_examples=150, deadline=None)
@given(pairs_of_texts())
def test_its_redline_leads_from_the_old_text_to_the_new(pair: tuple[list, list]):
    """Leaving out what is new gives the old text, leaving out what is gone the new one; what stands reads alike."""
    comparison = compare(*both(pair))
    for change in comparison.clauses:
        for runs, read, part in ((change.text_runs, tokens, "text"), (change.heading_runs, line_tokens, "heading")):
            if change.old:
                assert flat(old_side(runs)) == flat(read(getattr(change.old, part)))
            if change.new:
                assert flat(new_side(runs)) == flat(read(getattr(change.new, part)))
            for run in runs:
                if run.op in ("same", "reformatted", "retargeted"):
                    assert words_of(run.old) == words_of(run.new)


@settings(max_examples=150, deadline=None)
@given(pairs_of_texts())
def test_it_never_cuts_a_figure_or_a_reference(pair: tuple[list, list]):
    """A marked figure and a link are one token each, and stand in exactly one run."""
    old, new = both(pair)
    comparison = compare(old, new)
    for change in comparison.clauses:
        for version, side in ((old, old_side), (new, new_side)):
            for word in flat(side(change.text_runs)):
                if isinstance(word, Word) and word.figure:
                    assert word.text == version["parameters"][word.figure]["text"]
                if isinstance(word, Word) and word.target:
                    assert word.text.startswith("punkt ")
    for name in new["parameters"]:
        ops = ("same", "added", "reformatted")
        runs = [run for change in comparison.clauses if change.new for run in change.text_runs]
        assert sum(stands_in(name, run, op) for run in runs for op in ops) >= 1


@settings(max_examples=100, deadline=None)
@given(pairs_of_texts())
def test_its_html_says_the_words_and_nothing_else(pair: tuple[list, list]):
    """Well-formed; without what is new the old words, without what is gone the new; each side its own."""
    comparison = compare(*both(pair))
    markup = Markup(comparison.old, comparison.new, lambda key: say(key, "nb"))
    for change in comparison.clauses:
        runs = change.text_runs
        pieces = markup.pieces(runs)
        old, new = (word_texts(side(runs)) for side in (old_side, new_side))
        assert text_in(markup.blocks(pieces), without="ins") == "".join(old)
        assert text_in(markup.blocks(pieces), without="del") == "".join(new)
        assert text_in(markup.blocks(pieces, OLD)) == "".join(old)
        assert text_in(markup.blocks(pieces, NEW)) == "".join(new)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from("ab.¶c d")), st.lists(st.sampled_from("ab.¶c d")))
def test_it_matches_every_word_once(old: list[str], new: list[str]):
    """The spans follow each other without a gap, in turn the same and changed; what is the same is the same."""
    spans = matched(old, new)
    assert [word for span in spans for word in old[span.i1 : span.i2]] == old
    assert [word for span in spans for word in new[span.j1 : span.j2]] == new
    assert all(old[span.i1 : span.i2] == new[span.j1 : span.j2] for span in spans if span.same)
    assert all(one.same != other.same for one, other in pairwise(spans))


@pytest.mark.parametrize("side", [BOTH, OLD, NEW])
def test_it_escapes_every_word(side: str):
    """Nothing in an agreement becomes an element or leads out by a script."""
    text = '## 1 A {#a}\n\nx <script>alert(1)</script> & [b](javascript:alert) "c" `<i>`\n'
    comparison: Comparison = compare(stated(text, "2026-01-01"), stated(text.replace("x", "y"), "2026-07-01"))
    markup = Markup(comparison.old, comparison.new, lambda key: say(key, "nb"))
    html = markup.blocks(markup.pieces(comparison.clauses[0].text_runs), side)
    assert "<script" not in html
    assert "javascript" not in html
    assert "<code>&lt;i&gt;</code>" in html
    assert "&amp;" in html


def anchors(version: dict) -> list[str]:
    return [clause["anchor"] for clause in version["clauses"]]


def flat(found: tuple[Token, ...]) -> list[Token]:
    """Tokens with those in tables' cells in their place."""
    return [
        inner
        for token in found
        for inner in ([w for row in token.rows for cell in row for w in cell] if isinstance(token, Table) else [token])
    ]


def words_of(found: tuple[Token, ...]) -> list[str]:
    return "".join(token.text for token in flat(found) if isinstance(token, Word)).split()


def word_texts(found: tuple[Token, ...]) -> list[str]:
    return ["".join(token.text.split()) for token in flat(found) if isinstance(token, Word)]
