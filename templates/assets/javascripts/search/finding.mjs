// What the built indexes and their vocabulary have of a query; scripts/search makes both.

import { key, valuesOf } from "./keys.mjs"
import { understood } from "./normalise.mjs"
import { ranked } from "./ranked.mjs"
import { Vocabulary } from "./vocabulary.mjs"

const FOLDER = new URL("../../search/", import.meta.url)
const WEIGHTS = { title: 5, under: 2, asked: 2, keys: 0 }
const NOTHING = { all: [], some: [] }

const vocabulary = fetch(new URL("vocabulary.json", FOLDER)).then((response) => response.json())
const known = vocabulary.then(({ words, stopwords, joints, indexes }) => {
  const numbers = new Set(Object.values(indexes).flatMap(({ number }) => number))
  return { vocabulary: new Vocabulary(words.split(" ")), numbers, stopwords: new Set(stopwords), joints }
})
const opened = { "in-force": open("in-force") } // loaded at once; any other when it is asked for

/** What there is to choose from: by the name of each index, the values it has of each kind. */
export const choices = async () => (await vocabulary).indexes

/** The query as the texts would put it. */
export const meantBy = async (query) => understood(query, await known)

/** What an index has of a wish: `all` that fits it, `some` that fits in part. `filters` are pairs of kind and value. */
export async function found(name, wish, filters) {
  const values = (await vocabulary).indexes[name]
  // Pagefind passes over a word that it has nowhere, and so would it over a filter
  if (!values || filters.some(([kind, value]) => !values[kind].includes(value))) return NOTHING
  const pagefind = await (opened[name] ??= open(name))
  if (wish.phrase) return { all: await withPhrase(pagefind, wish.phrase, filters), some: [] }
  const keys = filters.map(([kind, value]) => key(kind, value))
  if (!values.number.includes(wish.number)) return wish.words.length ? ranked(pagefind, wish.words, keys) : NOTHING
  const numbered = await ranked(pagefind, wish.words, [...keys, key("number", wish.number)])
  const isClause = numbered.all.length + numbered.some.length > 0
  return isClause ? numbered : ranked(pagefind, [...wish.words, [wish.number]], keys)
}

async function open(name) {
  const { createInstance } = await import(new URL(`${name}/pagefind.js`, FOLDER).href)
  return createInstance({ basePath: new URL(`${name}/`, FOLDER).href, metaCacheTag: "", ranking: { metaWeights: WEIGHTS } })
}

/** Pagefind takes nothing beside a phrase, so its results are filtered afterwards. */
async function withPhrase(pagefind, phrase, filters) {
  const { results } = await pagefind.search(`"${phrase}"`)
  if (!filters.length) return results
  const records = await Promise.all(results.map((result) => result.data()))
  return results.filter((_, at) => filters.every(([name, value]) => valuesOf(records[at].meta.keys)[name] === value))
}
