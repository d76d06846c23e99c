// What if: how the answer differs from the one before, and what other choices, versions and agreements give.

import { element } from "./parts.mjs"
import { today } from "./terms.mjs"

const WHATIF = "calculators.whatif.whatif_text"

export class WhatIf {
  #details
  #calculators
  #words
  #terms
  #question
  #before = null

  constructor(details, calculators, words, terms) {
    this.#details = details
    this.#calculators = calculators
    this.#words = words
    this.#terms = terms
    details.addEventListener("toggle", () => details.open && this.#fill())
  }

  /** There is another answer: to this request; `alike` are the rules of the supplier that ask the same. */
  offer(request, alike) {
    const earlier = this.#question?.request
    if (earlier?.rule === request.rule && JSON.stringify(earlier) !== JSON.stringify(request)) this.#before = earlier
    else if (earlier?.rule !== request.rule) this.#before = null
    this.#question = { request, alike }
    this.#details.hidden = false
    if (this.#details.open) this.#fill()
  }

  async #fill() {
    const question = this.#question
    const { request, alike } = question
    const terms = await this.#terms.ofAll([request.rule, ...alike])
    const found = await this.#calculators.call(WHATIF, { request, before: this.#before, terms, today: today(terms) })
    if (question !== this.#question) return
    const tables = found.tables.map((table) => this.#table(table))
    this.#details.querySelector(".shown").replaceChildren(this.#changes(found.changes), ...tables)
  }

  #changes(changes) {
    const words = this.#words
    if (changes.length === 0) return element("p", { class: "note", text: words.whatif_hint })
    return element("table", {},
      element("caption", { text: words.whatif_changes }),
      element("thead", {}, element("tr", {}, element("td"),
        ...["before", "after", "difference"].map((name) => element("th", { scope: "col", text: words[`whatif_${name}`] })))),
      element("tbody", {}, ...changes.map(({ label, before, after, difference }) => element("tr", {},
        element("th", { scope: "row", text: label }),
        ...[before, after, difference].map((text) => element("td", { text }))))))
  }

  #table({ title, rows }) {
    return element("table", {},
      element("caption", { text: title }),
      element("tbody", {}, ...rows.map(({ label, headline, current }) => element("tr", { class: current ? "current" : undefined },
        element("th", { scope: "row", text: current ? `${label} (${this.#words.whatif_current})` : label }),
        element("td", { text: headline })))))
  }
}
