// The search, off the page's thread: this file's own response allows WebAssembly, which a page's does not.
// In: {id, query, supplier, language, others, limit} or {id, choices: true}. Out: {id, answer} or {id, failed}.

import { excerpt, marked } from "./excerpt.mjs"
import { key } from "./keys.mjs"
import { understood } from "./normalise.mjs"
import { ranked } from "./ranked.mjs"
import { fold, Vocabulary } from "./vocabulary.mjs"

const FOLDER = new URL("../../search/", import.meta.url)
const WEIGHTS = { title: 5, under: 2, asked: 2, number: 0, language: 0, standing: 0, version: 0, keys: 0 }

const known = fetch(new URL("vocabulary.json", FOLDER)).then((response) => response.json()).then((file) => ({
  ...file,
  vocabulary: new Vocabulary(file.words.split(" ")),
  numbers: new Set(file.numbers),
  stopwords: new Set(file.stopwords),
}))
const indexes = new Map()

/** The index of this name, or nothing where there are no such clauses. */
async function index(name) {
  if (!indexes.has(name)) indexes.set(name, (await known).indexes.includes(name) ? open(name) : undefined)
  return indexes.get(name)
}

async function open(name) {
  const { createInstance } = await import(new URL(`${name}/pagefind.js`, FOLDER).href)
  return createInstance({ basePath: new URL(`${name}/`, FOLDER).href, metaCacheTag: "", ranking: { metaWeights: WEIGHTS } })
}

async function choices() {
  const { suppliers, languages, indexes } = await known
  return { suppliers, languages, indexes }
}

async function answer({ query, supplier = "", language = "", others = false, limit = 10 }) {
  const wish = understood(query, await known)
  const filters = Object.entries({ supplier, language }).filter(([, value]) => value)
  const inForce = await found("in-force", wish, filters)
  const elsewhere = others ? await found("others", wish, filters) : []
  const shown = async (results) => {
    const records = await Promise.all(results.slice(0, limit).map((result) => result.data()))
    return records.map((record) => shownRecord(record, wish))
  }
  const totals = { inForce: inForce.length, others: elsewhere.length }
  return { totals, inForce: await shown(inForce), others: await shown(elsewhere), corrected: wish.corrected }
}

async function found(name, wish, filters) {
  const pagefind = await index(name)
  if (!pagefind) return []
  if (wish.phrase) return withPhrase(pagefind, wish.phrase, filters)
  const keys = filters.map(([kind, value]) => key(kind, value))
  if (!wish.number) return wish.words.length ? ranked(pagefind, wish.words, keys) : []
  const numbered = await ranked(pagefind, wish.words, [...keys, key("number", wish.number)])
  return numbered.length ? numbered : ranked(pagefind, [...wish.words, [wish.number]], keys)
}

/** Pagefind takes nothing beside a phrase, so its results are filtered afterwards. */
async function withPhrase(pagefind, phrase, filters) {
  const { results } = await pagefind.search(`"${phrase}"`)
  const records = await Promise.all(filters.length ? results.map((result) => result.data()) : [])
  return filters.length ? results.filter((_, at) => filters.every(([name, value]) => records[at].meta[name] === value)) : results
}

function shownRecord({ url, meta, content }, wish) {
  const wanted = wish.phrase ? wish.phrase.split(/\s+/).map(fold) : wish.words.flat().map(fold)
  const heading = meta.title ?? ""
  return {
    ...meta,
    address: url.replace(/^\//, "").replace(/([^/]+)\.html$/, "#$1"),
    heading: marked(heading, wanted),
    text: content === heading ? [] : excerpt(content, wanted),
  }
}

onmessage = async ({ data }) => {
  try {
    postMessage({ id: data.id, answer: await (data.choices ? choices() : answer(data)) })
  } catch (error) {
    postMessage({ id: data.id, failed: String(error?.message ?? error) })
  }
}
index("in-force")
