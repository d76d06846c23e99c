"""A plain search for letters overlooks nothing that the pattern finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.checker.detectors.law import table
from scripts.checker.seldom import Seldom, first_letters_of, letters_of
from scripts.checker.vocabulary import vocabulary
from scripts.checker.wording import LANGUAGES

LISTED = ("table_below", "table_above", "attached", "coming", "billed", "not_billed")
BUILT = ("clause_reference", "named_part", "quoted_heading")
SELDOM = {
    **{f"law {passed.now} {passed.since}": passed.named for passed in table()},
    **{f"{each} {name}": vocabulary(each).seldom(name) for each in LANGUAGES for name in LISTED},
    **{f"{each} {name}": getattr(vocabulary(each), name) for each in LANGUAGES for name in BUILT},
    **{f"{each} {name}": forms for each in LANGUAGES for name, forms, _ in vocabulary(each).terms},
}


@pytest.mark.parametrize("words", SELDOM.values(), ids=SELDOM.keys())
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_it_lets_through_whatever_the_pattern_matches(words: Seldom, data: st.DataObject) -> None:
    """In small letters and capitals, and among other signs and line breaks."""
    assert words.may_stand_in(" ".join(data.draw(st.from_regex(words.pattern)).split()).casefold())


@pytest.mark.parametrize("words", SELDOM.values(), ids=SELDOM.keys())
def test_it_leaves_a_text_without_the_letters_to_nobody(words: Seldom) -> None:
    """Every list has letters for each of its words: an empty string, which every text has, would save no work."""
    assert all(words.letters)
    assert not words.may_stand_in("")


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        (r"tabell(?:en)? (?:under|nedenfor)", ("tabell",)),
        (r"[Tt]abell", ("tabell",)),
        (r"[12]abell", ("abell",)),
        (r"pkt\.?", ("pkt",)),
        (r"normale? åpningstid(?:er|en)?", (" åpningstid",)),
        (r"\w+ byrett|\w+ herredsrett", (" byrett", " herredsrett")),
        (r"(?:følgende|denne) tabell", (" tabell",)),
        (r"uten ?kostnad", ("kostnad",)),
        (r"a{2,3}bc", ("bc",)),
        (r"GDPR", ("gdpr",)),
        (r"(?:a|b(?:c|d))", ("",)),
    ],
)
def test_it_reads_the_letters_a_form_cannot_do_without(form: str, letters: tuple[str, ...]) -> None:
    assert letters_of([form]) == letters


@pytest.mark.parametrize(
    ("text", "may_have"),
    [
        ("tabellen", True),
        ("se tabell 2", True),
        ("pristabellen og (tabell 2)", True),
        ("pristabellen", False),
        ("2tabell", False),
        ("tabel", False),
    ],
)
def test_letters_after_a_blank_begin_a_word(text: str, may_have: bool) -> None:
    """Whatever sign stands before the word, but no letter and no digit."""
    assert Seldom(re.compile(r"\btabell"), first_letters_of([r"[Tt]abell(?:en)?"])).may_stand_in(text) is may_have


def test_every_group_of_letters_is_asked_for() -> None:
    """`punkt` without a number cites nothing."""
    cited = vocabulary("nb").clause_reference
    assert cited.may_stand_in("se punkt 4")
    assert not cited.may_stand_in("se punktet")
    assert not cited.may_stand_in("om 4 dager")


@given(st.text(), st.sampled_from(["straße", "Kelvin", "SOM", "ſom"]))
def test_it_knows_letters_by_all_their_capitals(text: str, word: str) -> None:
    seldom = Seldom(re.compile("stra(?:ß|ss)e|kelvin|som", re.IGNORECASE), ("stra", "kelvin", "som"))
    assert seldom.may_stand_in(f"{text}{word}".casefold()) or not seldom.pattern.search(f"{text}{word}")
