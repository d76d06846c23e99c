// Answers to the requests that worker.mjs describes, ready to be shown.

import { excerpt, marked, plain } from "./excerpt.mjs"
import { Finder } from "./finding.mjs"
import { valuesOf } from "./keys.mjs"

/** A function that answers a request: the choices there are, or what a query finds. The arguments are Finder's. */
export function answering(vocabulary, index) {
  const finder = new Finder(vocabulary, index)
  return (request) => (request.choices ? finder.choices() : foundBy(finder, request))
}

/** The clauses in force first and apart: those of other versions, if wanted, never stand among them. */
async function foundBy(finder, { query, supplier = "", language = "", others = false, limit = 10 }) {
  const wish = finder.meantBy(query)
  const filters = Object.entries({ supplier, language }).filter(([, value]) => value)
  const part = async (name) => shown(await finder.found(name, wish, filters), wish, limit)
  const { corrected, unknown } = wish
  return { inForce: await part("in-force"), others: others ? await part("others") : null, corrected, unknown }
}

async function shown({ all, some }, wish, limit) {
  const records = await Promise.all([...all, ...some].slice(0, limit).map((result) => result.data()))
  return { all: all.length, some: some.length, records: records.map((record) => shownRecord(record, wish)) }
}

function shownRecord({ url, meta, content }, { phrase, words }) {
  const wanted = (phrase ? phrase.split(/\s+/) : words.flat()).map(plain)
  const heading = meta.title ?? ""
  return {
    ...valuesOf(meta.keys),
    agreement: meta.agreement,
    under: meta.under,
    address: url.replace(/^\//, "").replace(/([^/]+)\.html$/, "#$1"),
    heading: marked(heading, wanted),
    text: content === heading ? [] : excerpt(content, wanted),
  }
}
