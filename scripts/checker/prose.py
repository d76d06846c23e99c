"""A clause's text as a person reads it: marks, captions and links blanked out, every position as in the Markdown."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scripts.agreements.markdown_code import without_code
from scripts.agreements.marks import Lines
from scripts.agreements.model import Clause
from scripts.checker.seldom import Seldom
from scripts.checker.stems import content_words
from scripts.checker.vocabulary import Vocabulary

BREAK = re.compile(r"\n[ \t]*\n|\n[ \t]*(?=(?:[-*+]|\d{1,2}\.)[ \t])|\n(?=[ \t]*\|)|\|")
END = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅÄÖÉ«“”\"(\d])")


@dataclass(frozen=True)
class Sentence:
    """A sentence or paragraph and where it stands in the clause's body."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Prose:
    """The plain text of one clause, in the language of a vocabulary."""

    clause: Clause
    vocabulary: Vocabulary

    @cached_property
    def text(self) -> str:
        text = without_code(self.clause.body)
        if self.clause.marks or self.clause.references or self.clause.captions:
            text = self._without_signs(list(text))
        return text.replace("\u00a0", " ").replace("*", " ")

    def _without_signs(self, body: list[str]) -> str:
        """The text without the brackets, names and targets of marks and links."""
        for span in (*self.clause.marks, *self.clause.references):
            inner = span.start + 1
            _blank(body, span.start, inner)
            _blank(body, inner + len(span.text), span.end)
        for caption in self.clause.captions:
            _blank(body, caption.start, caption.end)
        return "".join(body)

    @cached_property
    def plain(self) -> str:
        """Heading and text on one line."""
        return " ".join(self.words)

    @cached_property
    def folded(self) -> str:
        """Heading and text on one line without capitals."""
        return self.plain.casefold()

    def found(self, words: Seldom) -> Iterator[re.Match[str]]:
        """Where the text has words that few texts have."""
        return words.pattern.finditer(self.text) if words.may_stand_in(self.folded) else iter(())

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(f"{self.clause.heading or ''} {self.text}".split())

    @cached_property
    def word_set(self) -> frozenset[str]:
        return frozenset(self.words)

    @cached_property
    def word_counts(self) -> Counter[str]:
        return Counter(self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say what the clause is about."""
        return frozenset(content_words(self.plain, self.vocabulary))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(self._sentences())

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds a position."""
        holding = (each for each in self.sentences if each.start <= position < each.end)
        return next(holding, Sentence(self.text, 0, len(self.text)))

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before it in the same paragraph or list item."""
        earlier = [each for each in self.sentences if each.end <= sentence.start]
        opens_paragraph = any(found.end() == sentence.start for found in self.breaks)
        return earlier[-1] if earlier and not opens_paragraph else None

    def line(self, position: int) -> int:
        return self._lines.at(position)

    @cached_property
    def breaks(self) -> tuple[re.Match[str], ...]:
        """Where a paragraph, list item or table cell ends, as the Markdown has it."""
        body = self.clause.body
        return tuple(BREAK.finditer(body)) if "\n" in body or "|" in body else ()

    @cached_property
    def paragraphs(self) -> tuple[Sentence, ...]:
        """Every paragraph, list item and table cell with text in it."""
        starts = [0, *(found.end() for found in self.breaks)]
        ends = [*(found.start() for found in self.breaks), len(self.text)]
        spans = zip(starts, ends, strict=True)
        return tuple(Sentence(self.text[a:b], a, b) for a, b in spans if self.text[a:b].strip(" \n|-"))

    @cached_property
    def _lines(self) -> Lines:
        return Lines.of(self.clause.body, self.clause.body_line)

    def _sentences(self) -> Iterator[Sentence]:
        start = 0
        for end in [*(found.end() for found in self.breaks), len(self.text)]:
            yield from self._in_paragraph(start, end)
            start = end

    def _in_paragraph(self, start: int, end: int) -> Iterator[Sentence]:
        for found in END.finditer(self.text, start, end):
            if not self._is_abbreviated(start, found.start()):
                yield Sentence(self.text[start : found.start()], start, found.end())
                start = found.end()
        if self.text[start:end].strip(" \n|"):
            yield Sentence(self.text[start:end], start, end)

    def _is_abbreviated(self, start: int, stop: int) -> bool:
        words = self.text[start:stop].split()
        return bool(words) and words[-1].lower().lstrip("(«") in self.vocabulary.words("abbreviations")


def _blank(body: list[str], start: int, end: int) -> None:
    for at in range(start, end):
        if body[at] != "\n":
            body[at] = " "
