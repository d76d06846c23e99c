"""The same thing included in one clause and billed in another: likeness of words, so only a note."""

from collections import Counter
from collections.abc import Iterator

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
    spread = Counter(word for each in document.prose.values() for word in each.stems)
    for clause, sentence in included:
        for other, charge in billed:
            if other is not clause and not _are_alternatives(clause, other):
                shared = set(_words(document, sentence.text)) & set(_words(document, charge.text))
                rare = sorted(word for word in shared if spread[word] <= RARE)
                if rare:
                    yield _finding(document, (clause, sentence), (other, charge), rare[0])


def _sentences(document: Document) -> tuple[list[Said], list[Said]]:
    """The sentences that say something costs nothing, and those that say something is billed."""
    free, charged = (document.vocabulary.pattern(name) for name in ("not_billed", "billed"))
    included, billed = [], []
    for clause in document.clauses:
        for sentence in document.prose[clause.anchor].sentences:
            text = " ".join(sentence.text.split())
            if free.search(text):
                included.append((clause, sentence))
            elif charged.search(text):
                billed.append((clause, sentence))
    return included, billed


def _words(document: Document, text: str) -> list[str]:
    ordinary = {stem(word) for word in document.vocabulary.words("of_billing")}
    return [word for word in content_words(text, document.vocabulary) if word not in ordinary]


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
