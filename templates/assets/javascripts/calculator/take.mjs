// What a reader takes away: files that the calculators make of the answer, in the browser, when they are asked for.

import { element } from "./parts.mjs"
import { today } from "./terms.mjs"

const FILES = "calculators.takeaway.files.files_text"
const MARK = "\ufeff" // spreadsheets take a file without it for another encoding

export class TakeAway {
  #details
  #calculators
  #words
  #question
  #addresses = []

  constructor(details, calculators, words) {
    this.#details = details
    this.#calculators = calculators
    this.#words = words
    details.addEventListener("toggle", () => details.open && this.#fill())
  }

  /** There is another answer: to this request, by these terms. */
  offer(request, terms) {
    this.#question = { request, terms }
    this.#clear()
    this.#details.open = false
    this.#details.hidden = false
  }

  async #fill() {
    const question = this.#question
    const asked = { ...question, today: today(question.terms), address: location.href }
    const made = await this.#calculators.call(FILES, asked)
    if (question !== this.#question) return
    this.#clear()
    this.#details.querySelector("ul").append(...made.map((file) => element("li", {}, this.#link(file))))
    this.#details.hidden = made.length === 0
  }

  #link({ kind, name, type, text }) {
    const content = new Blob([kind === "lines" ? MARK : "", text], { type: `${type};charset=utf-8` })
    const address = URL.createObjectURL(content)
    this.#addresses.push(address)
    return element("a", { href: address, download: name, text: this.#words[`take_${kind}`] })
  }

  #clear() {
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address)
    this.#details.querySelector("ul").replaceChildren()
  }
}
