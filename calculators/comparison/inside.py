"""Words as HTML: every one escaped, emphasis and figures as elements, a target as a link where it leads somewhere."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from calculators.comparison.escaping import escaped
from calculators.comparison.tokens import SPACED, Token, Word
from calculators.comparison.versions import Version

LOOK = attrgetter("look")
PLAIN = {frozenset()}  # the look of words without format
LEADS_SOMEWHERE = ("/", "https://", "http://", "mailto:")


def words_html(tokens: Sequence[Token], version: Version) -> str:
    """Tokens of one version in a row; a space before the first is left to the caller."""
    if set(map(LOOK, tokens)) == PLAIN:
        return escaped(_said(tokens))
    parts: list[str] = []
    for look, group in groupby(tokens, key=LOOK):
        for alike in ([token] for token in group) if look is None else (list(group),):
            parts += [" " if _has_space(alike[0]) and parts else "", _element(alike, version)]
    return "".join(parts)


def _has_space(token: Token) -> bool:
    return isinstance(token, Word) and token.space


def _element(alike: Sequence[Token], version: Version) -> str:
    first = alike[0]
    if not isinstance(first, Word):
        return "<br>" if first.kind == "line" else "¶"
    text = escaped(_said(alike))
    for name in sorted(first.formats):
        text = f"<{name}>{text}</{name}>"
    if first.figure:
        return f'<span class="figure">{text}</span>'
    if first.dangles:
        return f'<span class="dangling">{text}</span>'
    href = _address(first.target, version) if first.target else None
    return f'<a href="{escaped(href)}">{text}</a>' if href else text


def _said(words: Sequence[Word]) -> str:
    text = "".join(map(SPACED, words))
    return text[1:] if words[0].space else text


def _address(target: str, version: Version) -> str | None:
    if target.startswith("#"):
        return f"{version.href}{target}" if target[1:] in version.by_id or target.startswith("#figure-") else None
    return target if target.startswith(LEADS_SOMEWHERE) else None
