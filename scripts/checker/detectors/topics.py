"""References whose target speaks of something else than the words around them: likeness of words, so only a note.

The words of the sentence up to the reference name its subject. Where none of them occurs in the clause referred to (its
headings above and its parts below included), the number is probably wrong; a sibling of the target that has the
rarest of them is probably meant.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from scripts.agreements.model import Clause, Reference
from scripts.checker.document import Document
from scripts.checker.finding import Finding, quoted
from scripts.checker.prose import Prose, Sentence
from scripts.checker.remembering import once_per_document
from scripts.checker.stems import content_words, stands_in

LEAST_WORDS = 2  # fewer say no subject
ENOUGH_WORDS = 4  # with fewer, the sentence before counts too
NEAREST = 6  # words before a reference that name its subject most closely
CLEARLY = 1.3  # times the next best: then one clause is probably meant
EVERYWHERE = 0.4  # a word in more of the clauses than this says nothing about any of them
BETWEEN_REFERENCES = re.compile(r"[\s,()–-]*(?:og|och|and|eller|or|til|till|to|[a-d]–[a-d])?[\s,()–-]*")


@dataclass(frozen=True)
class Cited:
    """A run of references in one sentence and the words that lead up to them, the nearest last."""

    links: tuple[Reference, ...]
    near: tuple[str, ...]
    subject: frozenset[str]


def findings(document: Document) -> Iterator[Finding]:
    words = words_of(document)
    for clause in document.clauses:
        for cited in _cited(document, clause):
            missed = [link for link in cited.links if _is_off_topic(words, clause, cited, link)]
            if missed:
                yield _finding(words, clause, cited, missed)


def _is_off_topic(words: "Words", clause: Clause, cited: Cited, link: Reference) -> bool:
    home = _home(words, link)
    target = home.document.by_id.get(link.anchor or "") if home else None
    subject = {word for word in cited.subject if not words.is_everywhere(word)}
    if target is None or target is clause or len(subject) < LEAST_WORDS:
        return False
    return not home.speaks_of(subject, target, [clause] if home is words else [])


def _finding(words: "Words", clause: Clause, cited: Cited, missed: list[Reference]) -> Finding:
    """One finding for all the references of a run that miss."""
    document, first, home = words.document, missed[0], _home(words, missed[0])
    targets = [home.document.by_id[link.anchor] for link in missed]
    likely = home.likelier(cited.near, targets, [clause, *document.ancestors(clause)] if home is words else [])
    return document.finding(
        "reference-topic", clause, " ".join([*(link.target for link in missed), *cited.near]), first.line,
        quote=quoted(document.prose[clause.anchor].text[first.start : missed[-1].end]),
        target=", ".join(document.cite(home.document, target.anchor) for target in targets),
        heading=quoted(_heading(home.document, targets[0])),
        likely=document.cite(home.document, likely.anchor) if likely else "",
    )  # fmt: skip


def _home(words: "Words", link: Reference) -> "Words | None":
    """The words of the document a link leads to; None when it is not on the shelf."""
    if link.agreement is None:
        return words
    other = words.document.shelf.get(link.agreement)
    return words_of(other) if other else None


def _heading(document: Document, clause: Clause) -> str:
    """The heading of a clause, or the nearest one above it."""
    return next((each.heading for each in (clause, *document.ancestors(clause)) if each.heading), clause.reference)


@dataclass(frozen=True)
class Words:
    """The content words of every clause of a document."""

    document: Document

    @cached_property
    def own(self) -> dict[str, frozenset[str]]:
        return {anchor: prose.stems for anchor, prose in self.document.prose.items()}

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many clauses each word stands."""
        return Counter(chain.from_iterable(self.own.values()))

    def is_everywhere(self, word: str) -> bool:
        return self.spread[word] > max(3, EVERYWHERE * len(self.own))

    def speaks_of(self, subject: set[str], target: Clause, left_out: list[Clause]) -> bool:
        """Whether a clause, the headings above it or the clauses under it have a word of the subject."""
        parts = [each for each in (target, *self.document.descendants(target)) if each not in left_out]
        headings = [each.heading or "" for each in self.document.ancestors(target)]
        text = " ".join([*headings, *(self.document.prose[each.anchor].plain for each in parts)]).casefold()
        words = frozenset(content_words(text, self.document.vocabulary)).union(*(self.own[p.anchor] for p in parts))
        return any(stands_in(word, text, words) for word in subject)

    def likelier(self, near: tuple[str, ...], targets: list[Clause], left_out: list[Clause]) -> Clause | None:
        """The sibling of the target that has the rarest of the nearest words, when none comes close to it."""
        siblings = [each for each in self.document.clauses if each.parent == targets[0].parent]
        scored = [(self._score(near, each), each) for each in siblings if each not in (*targets, *left_out)]
        (score, clause), (next_score, _), *_ = [*sorted(scored, key=lambda pair: -pair[0]), (0.0, None), (0.0, None)]
        return clause if score > CLEARLY * next_score else None

    def _score(self, near: tuple[str, ...], clause: Clause) -> float:
        parts = [clause, *self.document.descendants(clause)]
        shared = set(near) & frozenset().union(*(self.own[each.anchor] for each in parts))
        rare = [word for word in shared if not self.is_everywhere(word)]
        return sum(math.log(len(self.own) / self.spread[word]) for word in rare)


@once_per_document
def words_of(document: Document) -> Words:
    return Words(document)


def _cited(document: Document, clause: Clause) -> Iterator[Cited]:
    """The runs of references of a clause: `punkt 5.4 og 5.5` is one run with one subject."""
    prose, runs = document.prose[clause.anchor], []
    for link in sorted(clause.references, key=lambda each: each.start):
        if runs and BETWEEN_REFERENCES.fullmatch(prose.text[runs[-1][-1].end : link.start]):
            runs[-1].append(link)
        else:
            runs.append([link])
    for at, run in enumerate(runs):
        yield _with_subject(document, prose, run, runs[at - 1][-1].end if at else 0)


def _with_subject(document: Document, prose: Prose, run: list[Reference], earlier: int) -> Cited:
    """The words before a run in its sentence; where it stands alone there, those after it too."""
    sentence = prose.sentence_at(run[0].start)
    start = max(sentence.start, earlier)
    labels = " ".join(link.text for link in run)
    near = content_words(f"{prose.text[start : run[0].start]} {labels}", document.vocabulary)
    after = prose.text[run[-1].end : sentence.end] if start == sentence.start else ""
    previous = prose.sentence_before(sentence)
    if previous and (len(set(near)) < ENOUGH_WORDS or _only_refers(document, sentence)):
        near = [*content_words(previous.text, document.vocabulary), *near]
    subject = frozenset([*near, *content_words(after, document.vocabulary)])
    return Cited(tuple(run), tuple(near[-NEAREST:]), subject)


def _only_refers(document: Document, sentence: Sentence) -> bool:
    """`Se vilkårene, pkt. 7`: the sentence before says what it is about."""
    return bool(document.vocabulary.pattern("see").match(sentence.text.strip()))
