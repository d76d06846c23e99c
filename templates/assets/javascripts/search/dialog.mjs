// The search as a conversation: each letter typed asks anew, the arrows walk through what was found, Enter goes there.

import { ask, choices } from "./client.mjs"
import { emptied, say, showChoices, showResults } from "./results.mjs"

const SITE = new URL("../../../", import.meta.url)
const MORE = 10

const dialog = document.getElementById("search")
const form = dialog.querySelector("form")
const words = form.querySelector("[type=search]")
const more = dialog.querySelector(".more")
let limit = MORE
let latest = 0
let answered = Promise.resolve()

/** Make ready to search, for what may have been typed already. */
export function begin() {
  choices().then((each) => showChoices(form, each), fail)
  search()
}

const search = () => { answered = showFound() }

async function showFound() {
  const asked = ++latest
  const { supplier, language, others } = form.elements
  const request = { query: words.value, supplier: supplier.value, language: language.value, others: others.checked, limit }
  if (!words.value.trim()) return emptied(dialog)
  try {
    const answer = await ask(request)
    if (asked === latest) showResults(dialog, answer, SITE, limit)
  } catch (error) {
    fail(error)
  }
}

const fail = (error) => say(dialog, "failed", { reason: error.message })

function anew() {
  limit = MORE
  search()
}

/** Move the focus `by` so many places among the field and the results. */
function walk(by) {
  const places = [words, ...dialog.querySelectorAll(".found a")]
  const next = places[places.indexOf(document.activeElement) + by]
  next?.focus()
  next?.scrollIntoView({ block: "nearest" })
}

form.addEventListener("input", anew)
form.addEventListener("change", ({ target }) => { if (target !== words) anew() })
form.addEventListener("submit", async (event) => {
  event.preventDefault()
  await answered // who types and presses Enter at once means what was typed last
  dialog.querySelector(".found a")?.click()
})
more.addEventListener("click", () => {
  limit += MORE
  search()
})
dialog.addEventListener("keydown", (event) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!by || event.target.matches("select")) return
  event.preventDefault()
  walk(by)
})
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || target.closest("a, .close")) dialog.close()
})
