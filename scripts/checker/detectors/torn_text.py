"""Text that breaks off: a quotation never closed, a paragraph that ends on `f.eks.`, a clause that ends on `og`."""

from collections.abc import Iterator
from functools import cache

from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.prose import Prose, Sentence

PAIRS = (("«", "»"), ("“", "”"), ("„", "”"))
LEAST_WORDS = 4  # a shorter line is a label or a heading
TAIL = 50


def findings(document: Document) -> Iterator[Finding]:
    for clause in document.clauses:
        prose = document.prose[clause.anchor]
        for paragraph in prose.paragraphs:
            if _breaks_off(document, paragraph, is_last=paragraph is prose.paragraphs[-1]):
                tail, line = _tail(paragraph), _last_line(prose, paragraph)
                yield document.finding("text-breaks-off", clause, tail, line, quote=quoted(tail))


def _breaks_off(document: Document, paragraph: Sentence, *, is_last: bool) -> bool:
    """An open quotation or an example never given, anywhere; an opening word only where nothing follows."""
    said = paragraph.text.rstrip(" \n|").lstrip(" \n|-")
    if len(said.split(maxsplit=LEAST_WORDS)) < LEAST_WORDS:
        return False
    if any(said.count(opening) > said.count(closing) for opening, closing in PAIRS):
        return True
    folded = said[-TAIL:].casefold()
    ends = [folded.endswith(_endings(document.vocabulary.words(name))) for name in ("example", "opening")]
    return ends[0] or is_last and (ends[1] or said.endswith((",", "(", "–")))


@cache
def _endings(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {word}" for word in words)


def _tail(paragraph: Sentence) -> str:
    said = " ".join(paragraph.text.split()).lstrip("|- ").rstrip("| ")
    return said if len(said) <= TAIL else f"…{said[-TAIL:]}"


def _last_line(prose: Prose, paragraph: Sentence) -> int:
    return prose.line(paragraph.start + len(paragraph.text.rstrip()) - 1)
