// What applies to my agreement: a few facts go to the calculators, every date and amount that follows comes back.
// Nothing leaves the browser; the address holds the facts, so that it can be kept.

import { collect, restore, showErrors } from "./fields.mjs"
import { element } from "./parts.mjs"
import { started } from "./starting.mjs"
import { today } from "./terms.mjs"

const APPLYING = "calculators.applying.applying_text"

export function enhance(root) {
  new Conversation(root, started(root)).open()
}

class Conversation {
  #root
  #form
  #words
  #calculators
  #machine
  #terms
  #asked = 0

  constructor(root, { words, calculators, machine, terms }) {
    this.#root = root
    this.#form = root.querySelector("form")
    this.#words = words
    this.#calculators = calculators
    this.#machine = machine
    this.#terms = terms
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
      const terms = await this.#terms.ofAll(chosen)
      const question = { facts, terms, today: today(terms), language: this.#language }
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
}

/** What the rules have against the facts, each thing once. */
function refusals(groups) {
  const all = groups.flatMap(({ rules }) => rules.flatMap(({ refused }) => refused))
  return [...new Map(all.map((each) => [`${each.field} ${each.message}`, each])).values()]
}
