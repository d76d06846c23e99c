// The search, off the page's thread: this file's own response allows WebAssembly, which a page's does not.
// In: {id, query, supplier, language, others, limit} or {id, choices: true}. Out: {id, answer} or {id, failed}.

import { excerpt, marked, plain } from "./excerpt.mjs"
import { choices, found, meantBy } from "./finding.mjs"
import { valuesOf } from "./keys.mjs"

onmessage = async ({ data }) => {
  try {
    postMessage({ id: data.id, answer: await (data.choices ? choices() : answer(data)) })
  } catch (error) {
    postMessage({ id: data.id, failed: String(error?.message ?? error) })
  }
}

/** The clauses in force first and apart: those of other versions, if wanted, never stand among them. */
async function answer({ query, supplier = "", language = "", others = false, limit = 10 }) {
  const wish = await meantBy(query)
  const filters = Object.entries({ supplier, language }).filter(([, value]) => value)
  const part = async (name) => shown(await found(name, wish, filters), wish, limit)
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
