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
        aligned = {}
        for anchor in self.own.by_anchor:
            if anchor in self.other.by_anchor:
                ours, theirs = self.own.prose[anchor], self.other.prose[anchor]
                if _may_be_near(ours, theirs):
                    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
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
        if len(set(document.by_anchor) & set(other.by_anchor)) >= LEAST_SHARED and pair.are_twins:
            yield pair


def _may_be_near(one: Prose, other: Prose) -> bool:
    """Whether the words alone, in any order, are near enough; most clauses are told apart by this."""
    shared = one.word_set & other.word_set
    needed = NEARLY * (len(one.words) + len(other.words)) / 2
    if len(one.words) - (len(one.word_set) - len(shared)) <= needed:
        return False  # so many words are this text's alone that the rest cannot be enough
    return sum(min(one.word_counts[word], other.word_counts[word]) for word in shared) > needed


def _bare(word: str) -> str:
    """A word without punctuation, genitive or the second half of a compound: `Telenor` for `Telenors`."""
    return TRIMMED.sub("", word)
