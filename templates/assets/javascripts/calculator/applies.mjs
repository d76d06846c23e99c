// What applies to my agreement: a few facts go to the calculators, every date and amount that follows comes back.
// Nothing leaves the browser; the address holds the facts, so that it can be kept.

import { startCalculators } from "../python/client.mjs"
import { collect, restore, showErrors } from "./fields.mjs"
import { Machine } from "./machine.mjs"
import { element, printed } from "./parts.mjs"

const APPLYING = "calculators.applying.applying_text"

export function enhance(root) {
  const { base, tag, lang } = root.dataset
  const words = printed("calculator-words")
  const machine = new Machine(root.querySelector(".machine"), words, lang)
  const calculators = startCalculators({ base, tag, onProgress: (progress) => machine.show(progress) })
  calculators.ready.then(() => machine.done(), () => {}) // whoever asks is told why it failed
  new Conversation(root, words, calculators, machine).open()
}

class Conversation {
  #root
  #form
  #words
  #calculators
  #machine
  #terms = new Map()
  #asked = 0

  constructor(root, words, calculators, machine) {
    this.#root = root
    this.#form = root.querySelector("form")
    this.#words = words
    this.#calculators = calculators
    this.#machine = machine
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#ask()
    })
  }

  /** Answer what the address holds; without facts, what stands there already says it. */
  open() {
    const query = new URLSearchParams(location.search)
    if (query.size === 0) return
    const facts = Object.fromEntries([...query].filter(([name]) => name !== "agreement"))
    restore(this.#fields, { ...facts, has_agreement: facts.has_agreement === "true" }, this.#language)
    const chosen = query.getAll("agreement")
    for (const box of this.#boxes) box.checked = chosen.length === 0 || chosen.includes(box.value)
    this.#ask()
  }

  get #language() { return this.#root.dataset.lang }
  get #fields() { return this.#form.querySelector(".fields") }
  get #boxes() { return [...this.#form.querySelectorAll("[name=agreement]")] }

  async #ask() {
    const { inputs: facts, problems } = collect(this.#fields, this.#words, this.#language)
    showErrors(this.#form, problems, this.#words.errors)
    if (problems.length > 0) return
    const chosen = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value)
    history.replaceState(null, "", this.#address(facts, chosen))
    const turn = ++this.#asked
    const follows = this.#root.querySelector(".follows")
    follows.classList.add("waiting")
    try {
      const question = { facts, terms: await this.#termsOf(chosen), today: this.#today, language: this.#language }
      const groups = await this.#calculators.call(APPLYING, question)
      if (turn === this.#asked) this.#show(follows, groups)
    } catch (error) {
      this.#machine.failed(error)
    }
    follows.classList.remove("waiting")
  }

  #show(follows, groups) {
    const shown = groups.map((group) => this.#group(group))
    follows.replaceChildren(...(shown.length ? shown : [element("p", { text: this.#words.none })]))
    follows.dataset.answered = "computed"
    showErrors(this.#form, refusals(groups), this.#words.errors)
    this.#machine.answered()
    const share = this.#root.querySelector(".share")
    share.hidden = false
    share.querySelector(".share-link").setAttribute("href", location.search)
  }

  #group({ title, href, language, rules }) {
    const heading = element("h2", {}, element("a", { href: this.#at(href), lang: language, text: title }))
    return element("section", { class: "group" }, heading, element("ul", {}, ...rules.map((rule) => this.#rule(rule, language))))
  }

  #rule({ title, headline, status, figures, href, clause }, language) {
    const { calculate, ask_more: askMore } = this.#words
    return element("li", { class: status && `status-${status}` },
      element("h3", { text: title }),
      headline && element("p", { class: "said", text: headline }),
      figures.length > 0 && element("p", { class: "figures" }, ...figures.flatMap((figure, at) => [at && ", ", this.#figure(figure, language)])),
      element("p", { class: "note" },
        element("a", { href: this.#at(this.#localised(href)), text: headline ? calculate : askMore }),
        clause && " · ", clause && element("a", { href: this.#at(clause.href), text: clause.label })))
  }

  #figure({ text, href }, lang) {
    return href ? element("a", { href: this.#at(href), lang, text }) : text
  }

  #address(facts, chosen) {
    const query = new URLSearchParams(Object.entries(facts))
    if (chosen.length < this.#boxes.length) for (const id of chosen) query.append("agreement", id)
    return `?${query.toString().replaceAll("%2F", "/")}`
  }

  #at(href) {
    return new URL(href.replace(/^\//, ""), new URL(this.#root.dataset.site, document.baseURI)).href
  }

  #localised(href) {
    return this.#language === "nb" ? href : `/${this.#language}${href}`
  }

  get #today() {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: this.#root.dataset.zone }).format(new Date())
  }

  /** The terms of agreements by their ids, each fetched once. */
  async #termsOf(ids) {
    const fetched = await Promise.all(ids.map((id) => {
      if (!this.#terms.has(id)) this.#terms.set(id, fetchTerms(`${this.#root.dataset.terms}${id}/terms.json`))
      return this.#terms.get(id)
    }))
    return Object.fromEntries(ids.map((id, at) => [id, fetched[at]]))
  }
}

/** What the rules have against the facts, each thing once. */
function refusals(groups) {
  const all = groups.flatMap(({ rules }) => rules.flatMap(({ refused }) => refused))
  return [...new Map(all.map((each) => [`${each.field} ${each.message}`, each])).values()]
}

async function fetchTerms(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`)
  return response.json()
}
