"""The same thing included in one clause and billed in another: likeness of words, so only a note."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from scripts.agreements.model import Clause
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.prose import Sentence
from scripts.checker.stems import content_words, stem

RARE = 4  # a word in more clauses than this does not name one thing
Said = tuple[Clause, Sentence]


def findings(document: Document) -> Iterator[Finding]:
    free = document.vocabulary.seldom("not_billed")
    if not document.may_have(free):
        return
    included, billed = _sentences(document)
    if not included or not billed:
        return
    words = {sentence: _words(document, sentence.text) for _, sentence in (*included, *billed)}
    spread = Counter(chain.from_iterable(each.stems for each in document.prose.values()))
    for clause, sentence in included:
        for other, charge in billed:
            if other is not clause and not _are_alternatives(clause, other):
                rare = sorted(word for word in words[sentence] & words[charge] if spread[word] <= RARE)
                if rare:
                    yield _finding(document, (clause, sentence), (other, charge), rare[0])


def _sentences(document: Document) -> tuple[list[Said], list[Said]]:
    """The sentences that say something costs nothing, and those that say something is billed."""
    free, charged = (document.vocabulary.seldom(name) for name in ("not_billed", "billed"))
    included, billed = [], []
    for clause in document.clauses:
        prose = document.prose[clause.anchor]
        may_be_free, may_be_charged = free.may_stand_in(prose.folded), charged.may_stand_in(prose.folded)
        for sentence in prose.sentences if may_be_free or may_be_charged else ():
            text = " ".join(sentence.text.split())
            if may_be_free and free.pattern.search(text):
                included.append((clause, sentence))
            elif may_be_charged and charged.pattern.search(text):
                billed.append((clause, sentence))
    return included, billed


def _words(document: Document, text: str) -> set[str]:
    ordinary = {stem(word) for word in document.vocabulary.words("of_billing")}
    return set(content_words(text, document.vocabulary)) - ordinary


def _are_alternatives(clause: Clause, other: Clause) -> bool:
    """Sub-clauses of one heading, such as `fault of yours` and `fault of ours`, are two cases, not a contradiction."""
    return clause.parent is not None and clause.parent == other.parent and clause.level > 3


def _finding(document: Document, included: Said, billed: Said, word: str) -> Finding:
    clause, sentence = included
    other, charge = billed
    line = document.prose[clause.anchor].line(sentence.start)
    return document.finding(
        "included-and-billed", clause, f"{word} {other.anchor}", line, quote=quoted(sentence.text),
        other=other.reference, other_quote=quoted(charge.text),
    )  # fmt: skip
