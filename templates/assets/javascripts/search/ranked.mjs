// Results in order: `all`, the clauses that have every word, and where they are few `some`, which have most of them.

const ENOUGH = 5

/** Pagefind's results for `words`, each a list of spellings; the `keys` must all hold. */
export async function ranked(pagefind, words, keys) {
  const find = async (some) => (await pagefind.search([...some, ...keys].join(" "))).results
  const all = best(await Promise.all(combinations(words).map(find)))
  if (all.length >= ENOUGH || words.length < 2) return { all, some: [] }
  const each = await Promise.all(words.map(async (spellings) => best(await Promise.all(spellings.map((one) => find([one]))))))
  const seen = new Set(all.map(({ id }) => id))
  return { all, some: most(each).filter(({ id }) => !seen.has(id)) }
}

/** Every way to choose one spelling of each word. */
const combinations = (words) => words.reduce((chosen, spellings) => chosen.flatMap((some) => spellings.map((one) => [...some, one])), [[]])

/** What is in any of the lists, by its highest score. */
function best(lists) {
  const found = new Map()
  for (const result of lists.flat()) if (!(found.get(result.id)?.score >= result.score)) found.set(result.id, result)
  return [...found.values()].sort((one, other) => other.score - one.score)
}

/** What is in most of the lists, or in one fewer, by the sum of its scores. */
function most(lists) {
  const found = new Map()
  for (const result of lists.flat()) {
    const { score, times } = found.get(result.id) ?? { score: 0, times: 0 }
    found.set(result.id, { ...result, score: score + result.score, times: times + 1 })
  }
  const fewest = Math.max(...[...found.values()].map(({ times }) => times)) - 1
  const enough = [...found.values()].filter(({ times }) => times >= fewest)
  return enough.sort((one, other) => other.times - one.times || other.score - one.score)
}
