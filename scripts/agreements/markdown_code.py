"""Where Markdown is literal: fenced code blocks, inline code and escaped signs hold no marks and start no clauses."""

import re

SIGNS = ("`", "~", "\\")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
BACKTICKS = re.compile(r"`+")
ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")


def without_code(text: str) -> str:
    """The text with every literal character as a space; length and line breaks are kept, so positions agree."""
    if not any(sign in text for sign in SIGNS):
        return text
    lines, fence = [], ""
    for line in text.split("\n"):
        opening = FENCE.match(line)
        if fence:
            closes = opening and opening[1].startswith(fence) and not line[opening.end() :].strip()
            fence = "" if closes else fence
            lines.append(" " * len(line))
        elif opening:
            fence = opening[1]
            lines.append(" " * len(line))
        else:
            lines.append(ESCAPE.sub("  ", line) if "\\" in line else line)
    masked = "\n".join(lines)
    return _without_inline_code(masked) if "`" in masked else masked


def _without_inline_code(text: str) -> str:
    """Blanks code spans paragraph by paragraph: a run of backticks closes at the next run of the same length."""
    return "".join(part if "`" not in part else _blank_spans(part) for part in re.split(r"(\n[ \t]*\n)", text))


def _blank_spans(paragraph: str) -> str:
    runs = list(BACKTICKS.finditer(paragraph))
    following = _next_of_same_length([len(run[0]) for run in runs])
    kept, position, index = [], 0, 0
    while index < len(runs):
        closing = following[index]
        if closing is None:
            index += 1
            continue
        start, end = runs[index].start(), runs[closing].end()
        kept += [paragraph[position:start], re.sub(r"[^\n]", " ", paragraph[start:end])]
        position, index = end, closing + 1
    return "".join([*kept, paragraph[position:]])


def _next_of_same_length(lengths: list[int]) -> list[int | None]:
    latest: dict[int, int] = {}
    following: list[int | None] = [None] * len(lengths)
    for index in range(len(lengths) - 1, -1, -1):
        following[index] = latest.get(lengths[index])
        latest[lengths[index]] = index
    return following
