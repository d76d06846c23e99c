"""Texts of one supplier made from each other: which clauses they share, which words one puts for the other's."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from scripts.checker.document import Document
from scripts.checker.prose import Prose
from scripts.checker.relations import same_supplier
from scripts.checker.remembering import once_per_document

LEAST_SHARED = 8  # clauses with the same anchor and nearly the same words: fewer is chance
NEARLY = 0.6
SYSTEMATIC = 3  # times one word stands for another before it is meant everywhere
TRIMMED = re.compile(r"^\W+|(?:s|-\w+)?\W*$")


@dataclass(frozen=True)
class Twins:
    """A document and another that shares much of its text."""

    own: Document
    other: Document

    @cached_property
    def shared(self) -> dict[str, SequenceMatcher]:
        """The clauses that both have, by anchor, with their words aligned: this document's first."""
        aligned, near = {}, _near(self.own, self.other)
        for anchor in self.own.by_anchor:
            if anchor in near:
                ours, theirs = self.own.prose[anchor].words, self.other.prose[anchor].words
                matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
                if matcher.ratio() > NEARLY:
                    aligned[anchor] = matcher
        return aligned

    @property
    def are_twins(self) -> bool:
        return len(self.shared) >= LEAST_SHARED

    @cached_property
    def replaced(self) -> Counter[tuple[str, str]]:
        """How often a word of this text stands where the other has another: `("Unifon", "Telenor")`."""
        pairs: Counter[tuple[str, str]] = Counter()
        for matcher in self.shared.values():
            for operation, a, b, c, d in matcher.get_opcodes():
                if operation == "replace" and b - a == d - c:
                    words = zip(matcher.a[a:b], matcher.b[c:d], strict=True)
                    pairs.update((_bare(one), _bare(other)) for one, other in words)
        return pairs

    @cached_property
    def systematic(self) -> dict[str, str]:
        """The words of the other text that this one has replaced throughout, and by what."""
        return {theirs: ours for (ours, theirs), times in self.replaced.items() if times >= SYSTEMATIC}


def twins(document: Document) -> Iterator[Twins]:
    """Every twin of a document."""
    for other in same_supplier(document):
        pair = Twins(document, other)
        if len(_near(document, other)) >= LEAST_SHARED and pair.are_twins:
            yield pair


def _near(one: Document, other: Document) -> frozenset[str]:
    """The anchors under which both say something whose words may be near enough; the same whoever asks first."""
    if one not in _compared(other):
        common = one.by_anchor.keys() & other.by_anchor.keys()
        _compared(other)[one] = _compared(one)[other] = frozenset(
            anchor for anchor in common if _may_be_near(one.prose[anchor], other.prose[anchor])
        )
    return _compared(other)[one]


@once_per_document
def _compared(document: Document) -> dict[Document, frozenset[str]]:
    """What `_near` found, by the other document."""
    return {}


def _may_be_near(one: Prose, other: Prose) -> bool:
    """Whether the words alone, in any order, are near enough; most clauses are told apart by this."""
    own, length = one.word_set, len(one.words)
    shared = own & other.word_set
    needed = NEARLY * (length + len(other.words)) / 2
    if length - (len(own) - len(shared)) <= needed:
        return False  # so many words are this text's alone that the rest cannot be enough
    return sum(min(one.word_counts[word], other.word_counts[word]) for word in shared) > needed


def _bare(word: str) -> str:
    """A word without punctuation, genitive or the second half of a compound: `Telenor` for `Telenors`."""
    return TRIMMED.sub("", word)
