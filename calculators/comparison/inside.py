"""Words as HTML: every one escaped, emphasis and figures as elements, a target as a link where it leads somewhere."""

from collections.abc import Sequence
from itertools import groupby

from calculators.comparison.escaping import escaped
from calculators.comparison.tokens import Token, Word
from calculators.comparison.versions import Version

LEADS_SOMEWHERE = ("/", "https://", "http://", "mailto:")


def words_html(tokens: Sequence[Token], version: Version) -> str:
    """Tokens of one version in a row; a space before the first is left to the caller."""
    parts = []
    for _, group in groupby(enumerate(tokens), key=_look):
        alike = [token for _, token in group]
        parts += [" " if _has_space(alike[0]) and parts else "", _element(alike, version)]
    return "".join(parts)


def _look(placed: tuple[int, Token]) -> object:
    """What neighbours must share to stand in one element; a figure, link or break has its own."""
    at, token = placed
    is_plain = isinstance(token, Word) and not (token.figure or token.target or token.dangles)
    return token.formats if is_plain else at


def _has_space(token: Token) -> bool:
    return isinstance(token, Word) and token.space


def _element(alike: Sequence[Token], version: Version) -> str:
    first = alike[0]
    if not isinstance(first, Word):
        return "<br>" if first.kind == "line" else "¶"
    words = "".join(f" {word.text}" if word.space else word.text for word in alike)
    text = escaped(words[1:] if first.space else words)
    for name in sorted(first.formats):
        text = f"<{name}>{text}</{name}>"
    if first.figure:
        return f'<span class="figure">{text}</span>'
    if first.dangles:
        return f'<span class="dangling">{text}</span>'
    href = _address(first.target, version) if first.target else None
    return f'<a href="{escaped(href)}">{text}</a>' if href else text


def _address(target: str, version: Version) -> str | None:
    if target.startswith("#"):
        return f"{version.href}{target}" if target[1:] in version.by_id or target.startswith("#figure-") else None
    return target if target.startswith(LEADS_SOMEWHERE) else None
