// What the indexes have of a query.

import { key, valuesOf } from "./keys.mjs"
import { understood } from "./normalise.mjs"
import { ranked } from "./ranked.mjs"
import { Vocabulary } from "./vocabulary.mjs"

const NOTHING = { all: [], some: [] }

/** `file`: the vocabulary as it was built; `index(name)` promises an index of Pagefind's. */
export class Finder {
  #file
  #index
  #known

  constructor(file, index) {
    const numbers = new Set(Object.values(file.indexes).flatMap(({ number }) => number))
    this.#known = { ...file, vocabulary: new Vocabulary(file.words.split(" ")), numbers, stopwords: new Set(file.stopwords) }
    this.#file = file
    this.#index = index
  }

  /** What there is to choose from: by the name of each index, the values it has of each kind. */
  choices() {
    return this.#file.indexes
  }

  /** The query as the texts would put it. */
  meantBy(query) {
    return understood(query, this.#known)
  }

  /** What an index has of a wish: `all` that fits it, `some` that fits in part. `filters` are pairs of kind and value. */
  async found(name, wish, filters) {
    const values = this.#file.indexes[name]
    // Pagefind passes over a word that it has nowhere, and so would it over a filter
    if (!values || filters.some(([kind, value]) => !values[kind].includes(value))) return NOTHING
    const pagefind = await this.#index(name)
    if (wish.phrase) return { all: await withPhrase(pagefind, wish.phrase, filters), some: [] }
    const keys = filters.map(([kind, value]) => key(kind, value))
    if (!values.number.includes(wish.number)) return wish.words.length ? ranked(pagefind, wish.words, keys) : NOTHING
    const numbered = await ranked(pagefind, wish.words, [...keys, key("number", wish.number)])
    const isClause = numbered.all.length + numbered.some.length > 0
    return isClause ? numbered : ranked(pagefind, [...wish.words, [wish.number]], keys)
  }
}

/** Pagefind takes nothing beside a phrase, so its results are filtered afterwards. */
async function withPhrase(pagefind, phrase, filters) {
  const { results } = await pagefind.search(`"${phrase}"`)
  if (!filters.length) return results
  const records = await Promise.all(results.map((result) => result.data()))
  return results.filter((_, at) => filters.every(([name, value]) => valuesOf(records[at].meta.keys)[name] === value))
}
