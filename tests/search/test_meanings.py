"""What a query is taken to mean, and that the browser and the builder agree on the words that stand for values."""

from pathlib import Path

import yaml
from playwright.sync_api import Page

from scripts.search.keys import key

MEANINGS = yaml.safe_load(Path(__file__).with_name("meanings.yml").read_text("utf-8"))

UNDERSTAND = """async ({ known, queries }) => {
  const { understood } = await import("/assets/front/search/normalise.mjs")
  const { Vocabulary } = await import("/assets/front/search/vocabulary.mjs")
  const vocabulary = new Vocabulary(known.words.split(" "))
  const numbers = new Set(known.numbers)
  const stopwords = new Set(known.stopwords)
  return queries.map((query) => understood(query, { vocabulary, numbers, stopwords, joints: known.joints }))
}"""

KEYS = """async (values) => {
  const { key, valuesOf } = await import("/assets/front/search/keys.mjs")
  const keys = values.map(([kind, value]) => key(kind, value))
  return [keys, valuesOf(keys.join(" "))]
}"""


def test_queries_mean_what_the_cases_say(page: Page):
    page.goto("/")
    cases = MEANINGS["cases"]
    queries = [case["query"] for case in cases]
    meant = page.evaluate(UNDERSTAND, {"known": MEANINGS["known"], "queries": queries})
    expected = [{"number": None, "phrase": None, "corrected": [], "unknown": []} | case for case in cases]
    found = [{"number": None, "phrase": None, "query": query} | own for query, own in zip(queries, meant, strict=True)]
    assert found == expected


def test_browser_and_builder_make_the_same_words_of_values(page: Page):
    page.goto("/")
    values = [("supplier", "Kråkerøy & Sønn: drift"), ("number", "14.3"), ("language", "sv")]
    keys, read = page.evaluate(KEYS, values)
    assert keys == [key(kind, value) for kind, value in values]
    assert read == dict(values)


def test_no_such_word_begins_another():
    """A search finds every word that begins with what it looks for: 14.3 must not find 14.31."""
    assert not key("number", "14.31").startswith(key("number", "14.3"))
