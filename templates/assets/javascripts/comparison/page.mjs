// Any two versions compared: the address names them, the worker's Python finds what separates them.

import { filled } from "../calculator/parts.mjs"
import { startCalculators } from "../python/client.mjs"
import { add, word } from "../words.mjs"
import { changes } from "./changes.mjs"

const COMPARE = "calculators.comparison.page.compared_text"

export function enhance(root) {
  const form = root.querySelector("form")
  form.hidden = false
  const query = new URLSearchParams(location.search)
  const asked = { from: query.get("from"), to: query.get("to") }
  if (!asked.from || !asked.to) return
  const known = [...form.elements.from.options].map(({ value }) => value)
  if (!known.includes(asked.from) || !known.includes(asked.to)) return tell(root, "choose.unknown")
  for (const [name, version] of Object.entries(asked)) form.elements[name].value = version
  if (asked.from === asked.to) return tell(root, "choose.same")
  show(root, asked).catch((error) => tell(root, "choose.failed", { reason: error.message }))
}

async function show(root, { from, to }) {
  tell(root, "choose.working")
  const { base, tag, terms } = root.dataset
  const calculators = startCalculators({ base, tag })
  const [old, now] = await Promise.all([from, to].map((version) => stated(`${terms}${version}.json`)))
  const { shape, words } = await calculators.call(COMPARE, { old, new: now })
  add(words, document.documentElement.lang)
  const found = root.querySelector(".pair")
  found.replaceChildren(...changes(shape))
  found.dataset.answered = "computed"
  root.querySelector(".told").hidden = true
  found.focus({ preventScroll: true })
}

async function stated(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`)
  return response.json()
}

function tell(root, key, values = {}) {
  const told = root.querySelector(".told")
  told.textContent = filled(word(key), values)
  told.hidden = false
}
