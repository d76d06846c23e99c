"""What a word that nobody knows was probably meant to be."""

from collections.abc import Iterable

LONGEST = 200  # characters; what is longer is not a slip of the pen


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like this one, or "" where none is."""
    from difflib import get_close_matches  # when somebody misspells, and not before: a page waits for every import

    near = get_close_matches(word[:LONGEST], list(known), n=1)
    return near[0] if near else ""
