"""The Markdown of a clause split into blocks: paragraphs, list items, quotes, lines of code, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ITEM = re.compile(r"(?P<indent> *)(?P<marker>[-*+]|\d{1,3}[.)])[ \t]+(?P<text>.*)")
QUOTE = re.compile(r" {0,3}>[ ]?(?P<text>.*)")
FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
RULE = re.compile(r" {0,3}(?:-[ ]*){3,}$|[ ]{0,3}(?:\*[ ]*){3,}$|[ ]{0,3}(?:_[ ]*){3,}$")
CAPTION = re.compile(r" {0,3}\{(?P<name>[a-z][a-z0-9.-]*)(?:\s[^{}]*)?\}[ \t]*$")
DELIMITER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its kind (paragraph, item, quote, code), its Markdown, how deep it is set in, what marks it."""

    kind: str
    text: str
    depth: int = 0
    marker: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table's cells as Markdown, its heading first; `name` is that of its caption, if it is a marked figure."""

    name: str | None
    rows: tuple[tuple[str, ...], ...]


def blocks(markdown: str) -> Iterator[Block | TableBlock]:
    """The blocks of a clause in order."""
    lines = markdown.split("\n")
    if len(lines) == 1 and markdown[:1].isalpha():  # no sign of anything else: most clauses are a single paragraph
        yield Block("paragraph", markdown)
        return
    reader = _Reader()
    index = 0
    while index < len(lines):
        index, found = reader.read(lines, index)
        yield from found
    yield from reader.flushed()


class _Reader:
    """Gathers the lines of one block until another starts; remembers how deep lists are."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._kind, self._depth, self._marker = "paragraph", 0, ""
        self._indents: list[int] = []
        self._after_blank = True

    def read(self, lines: list[str], index: int) -> tuple[int, list[Block | TableBlock]]:
        """Take one line, or a whole table or code block; the next line to read, and the blocks that are complete."""
        line = lines[index]
        if not line.strip():
            done = list(self.flushed())
            self._after_blank = True
            return index + 1, done
        for take in (self._code, self._table, self._item, self._quote, self._rule):
            if taken := take(lines, index):
                return taken
        done = self._paragraph(line) if self._after_blank else []
        self._lines.append(line.lstrip())
        self._after_blank = False
        return index + 1, done

    def flushed(self) -> Iterator[Block]:
        """The block gathered so far, if any."""
        if self._lines:
            yield Block(self._kind, "\n".join(self._lines), self._depth, self._marker)
        self._lines = []

    def _begin(self, kind: str, depth: int, marker: str, text: str) -> list[Block]:
        done = list(self.flushed())
        self._kind, self._depth, self._marker = kind, depth, marker
        self._lines = [text] if text else []
        self._after_blank = False
        return done

    def _paragraph(self, line: str) -> list[Block]:
        indent = len(line) - len(line.lstrip(" "))
        self._indents = [each for each in self._indents if each < indent]
        return self._begin("paragraph", len(self._indents), "", "")

    def _item(self, lines: list[str], index: int) -> tuple[int, list[Block]] | None:
        found = ITEM.match(lines[index])
        if not found or not (self._after_blank or self._kind == "item"):
            return None
        indent = len(found["indent"])
        self._indents = [each for each in self._indents if each < indent]
        done = self._begin("item", len(self._indents), found["marker"], found["text"])
        self._indents.append(indent)
        return index + 1, done

    def _quote(self, lines: list[str], index: int) -> tuple[int, list[Block]] | None:
        found = QUOTE.match(lines[index])
        if not found:
            return None
        if self._kind == "quote" and not self._after_blank:
            self._lines.append(found["text"])
            return index + 1, []
        return index + 1, self._begin("quote", 0, "", found["text"])

    def _rule(self, lines: list[str], index: int) -> tuple[int, list[Block]] | None:
        if not RULE.match(lines[index]):
            return None
        done = list(self.flushed())
        self._after_blank = True
        return index + 1, done

    def _code(self, lines: list[str], index: int) -> tuple[int, list[Block]] | None:
        fence = FENCE.match(lines[index])
        if not fence:
            return None
        done, sign = list(self.flushed()), fence[0].lstrip()[:3]
        end = next((at for at in range(index + 1, len(lines)) if lines[at].lstrip().startswith(sign)), len(lines))
        self._after_blank = True
        return end + 1, [*done, *(Block("code", line) for line in lines[index + 1 : end])]

    def _table(self, lines: list[str], index: int) -> tuple[int, list[Block | TableBlock]] | None:
        caption = CAPTION.match(lines[index])
        start = _next_filled(lines, index + 1) if caption else index
        if not _is_table(lines, start):
            return None
        end = next((at for at in range(start, len(lines)) if "|" not in lines[at]), len(lines))
        rows = tuple(_cells(line) for at, line in enumerate(lines[start:end]) if at != 1)
        done = list(self.flushed())
        self._after_blank = True
        return end, [*done, TableBlock(caption["name"] if caption else None, rows)]


def _next_filled(lines: list[str], start: int) -> int:
    return next((at for at in range(start, len(lines)) if lines[at].strip()), len(lines))


def _is_table(lines: list[str], start: int) -> bool:
    return (
        start + 1 < len(lines)
        and "|" in lines[start]
        and "|" in lines[start + 1]
        and bool(DELIMITER.match(lines[start + 1]))
    )


def _cells(line: str) -> tuple[str, ...]:
    parts = PIPE.split(line.strip())
    parts = parts[1:] if parts[0] == "" else parts
    parts = parts[:-1] if parts and parts[-1].strip() == "" else parts
    return tuple(part.strip() for part in parts)
