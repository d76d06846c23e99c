"""Values to filter by, as words that stand in no text.

Pagefind has filters of its own, but writes their values in a random order: the same texts would give other files.
A word that all records of a supplier share does the same, and is sorted like any other.
"""

LETTERS = str.maketrans("0123456789", "ghijklmnop")


def key(kind: str, value: str) -> str:
    """One word of letters for a value: its bytes in hexadecimal with letters for digits, and an end that no other has.

    templates/assets/javascripts/search/keys.mjs makes the same word.
    """
    return f"{kind}:{value}".encode().hex().translate(LETTERS) + "z"
