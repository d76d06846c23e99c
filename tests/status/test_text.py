"""Texts without any markup take a short way, and come out as they would by the long one."""

from html import unescape

import nh3
from hypothesis import given
from hypothesis import strategies as st

from scripts.status.text import UNMARKED_PARAGRAPH, converted, plain, safe_html, without_unseen

NEARLY_UNMARKED = st.text("aÅß1²字 ,.;:()'\"%/?!–-\n_*[", min_size=1, max_size=40).map(str.strip).filter(bool)
WITH_MARKUP = st.text("aÅ1 <>&;ltgamp#x/\"'\u00a0\u200e\x00\t", max_size=30)


def test_the_short_way_is_taken():
    """What operators write most is prose."""
    assert UNMARKED_PARAGRAPH.fullmatch("Tjenesten svarer ikke (siden kl. 09:12). Vi undersøker,\nog sier mer kl. 10.")


@given(NEARLY_UNMARKED)
def test_a_text_is_the_same_html_by_either_way(text: str):
    assert safe_html(text) == converted(text)


@given(WITH_MARKUP)
def test_a_name_has_no_markup_by_either_way(text: str):
    cleaned = text
    while (again := unescape(nh3.clean(without_unseen(cleaned), tags=set()))) != cleaned:
        cleaned = again
    assert plain(text) == " ".join(cleaned.split())
