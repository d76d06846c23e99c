"""No content makes the reader raise, hang, or point outside the file."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.agreements.clauses import digest
from scripts.agreements.definitions import uses
from scripts.agreements.model import Supplier, Version
from scripts.agreements.phrases import read_phrase
from scripts.agreements.problems import ProblemLog
from scripts.agreements.rendering import clause_markdown
from scripts.agreements.source import decoded
from scripts.agreements.versions import read_version
from scripts.agreements.wording import Wording

SUPPLIER = Supplier("example", "Eksempel AS", "nb", "NOK", "Europe/Oslo", "NO", "Et eksempel.", {})
FRONT_MATTER = "---\ntitle: Vilkår\nsummary: Vilkår.\nrecorded_on: 2027-01-01\nrules: {}\n---\n"
PIECES = st.sampled_from(
    [
        "## 1. Pris {#price}\n", "2. {#term} ", "[36 måneder]{term.initial}", "[36]{a.b}", "{t.t kind=tiers domain=",
        '"0..1 %"', "}\n| a | b |\n|---|---|\n| minst 1 % | 2 % |\n", "| x |\n", "[se](#price)", "`", "```\n",
        "[", "]", "{", "}", "(", ")", "\n", "\n\n", "---\n", "rules:\n", "  a: {kind: statement}\n", "\\", "|",
        "value=", '"', "å", "\u00a0", "1", " ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
LONG = 2_000_000


def read(text: str) -> tuple[Version, ProblemLog]:
    log = ProblemLog("text.md")
    return read_version(text, "2027-01-01", "example/storage", SUPPLIER, log), log


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.booleans())
def test_it_reads_any_text_and_stays_inside_the_file(text: str, with_front_matter: bool) -> None:
    text = FRONT_MATTER + text if with_front_matter else text
    version, log = read(text)
    last = text.count("\n") + 1
    assert all(1 <= problem.line <= last for problem in log.problems)
    assert all(1 <= clause.line <= clause.last_line <= last for clause in version.clauses)
    assert all(clause.line <= mark.line <= clause.last_line for clause in version.clauses for mark in clause.marks)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_it_renders_marks_where_they_stand(text: str) -> None:
    version, _ = read(FRONT_MATTER + text)
    for clause in version.clauses:
        sources = {(mark.text, mark.line): clause.body[mark.start : mark.end] for mark in clause.marks}
        if not clause.captions and not clause.references and all(mark.name for mark in clause.marks):
            assert clause_markdown(clause, lambda mark, own=sources: own[mark.text, mark.line]) == clause.body


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(st.text(min_size=1, max_size=6), max_size=4))
def test_it_finds_defined_terms_where_they_stand(text: str, forms: list[str]) -> None:
    declared = {" ".join(form.split()): "price" for form in forms if form.strip()}
    version, _ = read(FRONT_MATTER + text)
    for clause in version.clauses:
        for use in uses(clause, declared):
            assert clause.body[use.start : use.end] == use.text
            assert {" ".join(use.text.split()), _with_small_first(use.text)} & set(declared)


def _with_small_first(text: str) -> str:
    form = " ".join(text.split())
    return form[0].lower() + form[1:]


@given(st.binary())
def test_it_decodes_or_refuses_any_bytes(content: bytes) -> None:
    log = ProblemLog("text.md")
    text = decoded(content, log)
    assert text is not None or log.problems


@settings(deadline=None)
@given(st.text(max_size=60), st.sampled_from(["nb", "sv", "en"]))
def test_it_reads_or_refuses_any_phrase(text: str, language: str) -> None:
    figure = read_phrase(text, Wording.of(language, "NOK"))
    assert figure is None or isinstance(figure["value"], str)


@given(st.lists(st.text("ab \t#|", max_size=8), max_size=6), st.lists(st.text("ab \t#|", max_size=8), max_size=6))
def test_it_hashes_two_clauses_alike_exactly_when_their_words_and_lines_agree(one: list[str], other: list[str]) -> None:
    def normal(lines: list[str]) -> list[str]:
        kept: list[str] = []
        for line in lines:
            if line.rstrip() or (kept and kept[-1]):
                kept.append(line.rstrip())
        return kept[:-1] if kept and not kept[-1] else kept

    assert (digest(one) == digest(other)) == (normal(one) == normal(other))


@pytest.mark.parametrize(
    "text",
    [
        "x" * LONG,
        "ord " * (LONG // 4),
        "[" * LONG,
        "[a]{" * (LONG // 4),
        "[36 måneder]{a.b " * (LONG // 17),
        "`" * LONG,
        "` `` " * (LONG // 20),
        "[a](" * (LONG // 4),
        "{" * LONG,
        "{a.b kind=tiers}\n" * (LONG // 60),
        "| a | b |\n" * (LONG // 10),
        "{a.b columns=a,b keys=c}\n" + "| a | b |\n" * (LONG // 40),
        "\n" * LONG,
        " " * LONG,
        "1. " * (LONG // 3),
        "#" * LONG,
        "\\" * LONG,
        '{a.b columns=a,b keys=c}\n| a |\n|---|\n| [x]{value="1"} |\n\n' * (LONG // 300),
        "[" + "9 " * (LONG // 2) + "]{a.b}",
    ],
    ids=lambda text: text[:12],
)
def test_it_reads_a_clause_of_up_to_two_megabytes_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    read(f"{FRONT_MATTER}## 1. Lang {{#long}}\n\n{text}\n")
    assert time.perf_counter() - start < 20  # seconds on a busy machine; anything quadratic takes minutes


@pytest.mark.parametrize(
    "text",
    ["## " + " " * LONG + "x", "## {#" + "a" * LONG, "## a" + " {#" * (LONG // 3), "1." * LONG],
    ids=lambda t: t[:6],
)
def test_it_reads_a_first_line_of_two_megabytes_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    read(f"{FRONT_MATTER}{text}\n")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "yaml", ["[" * 100_000, "{a: " * 10_000, "a: &x [*x]", "? [a]: b", "a: b\n" * 20_000, "\t", "\0"]
)
def test_it_refuses_front_matter_of_any_depth(yaml: str) -> None:
    _, log = read(f"---\n{yaml}\n---\n\n## 1. A {{#a}}\n")
    assert log.problems
