"""The words of a piece of HTML without its blanks; fails where an element is not closed in turn."""

from html.parser import HTMLParser

EMPTY = {"br"}
ASIDE = {"hidden", "note"}  # what the house adds to the words


def text_in(html: str, without: str = "") -> str:
    """What a reader reads, leaving out one element (`ins`, `del`), the marks of blocks and the words of the house."""
    reader = _Reader(without)
    reader.feed(html)
    reader.close()
    assert reader.open == [], html
    return "".join("".join(reader.words).split()).replace("¶", "")


class _Reader(HTMLParser):
    def __init__(self, without: str) -> None:
        super().__init__(convert_charrefs=True)
        self.without = without
        self.open: list[tuple[str, bool]] = []  # each element, and whether it is left out
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            classes = set((dict(attributes).get("class") or "").split())
            self.open.append((tag, tag == self.without or bool(classes & ASIDE)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(is_left_out for _, is_left_out in self.open):
            self.words.append(data)
