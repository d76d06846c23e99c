// What the reader is told while the calculators load and start: the stage in words, the amount as a bar.

import { filled } from "./parts.mjs"

const PATIENCE = 400 // a start that is over sooner needs no telling

export class Machine {
  #element
  #words
  #format
  #stage
  #failed = false

  constructor(element, words, language) {
    this.#element = element
    this.#words = words
    this.#format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    this.appearing = setTimeout(() => { element.hidden = false }, PATIENCE)
  }

  /** One report of the worker: {stage, loaded, total}. */
  show({ stage, loaded, total }) {
    if (this.#failed) return
    this.#say(stage)
    const bar = this.#element.querySelector("progress")
    if (total) [bar.max, bar.value] = [total, loaded]
    else bar.removeAttribute("value")
    const megabytes = (bytes) => this.#format.format(bytes / 1e6)
    this.#element.querySelector(".amount").textContent =
      total ? filled(this.#words.amount, { loaded: megabytes(loaded), total: megabytes(total) }) : ""
  }

  done() {
    if (this.#failed) return
    clearTimeout(this.appearing)
    this.#element.hidden = true
  }

  /** An answer is there: whatever failed before has been got over. */
  answered() {
    if (this.#failed) this.#element.hidden = true
  }

  failed(error) {
    this.#failed = true
    clearTimeout(this.appearing)
    this.#element.hidden = false
    const stage = this.#element.querySelector(".stage")
    this.#element.replaceChildren(stage)
    stage.textContent = filled(this.#words.failed, { reason: error.message })
  }

  /** Each stage is announced once; a screen reader is not told every byte. */
  #say(stage) {
    if (stage === this.#stage) return
    this.#stage = stage
    this.#element.querySelector(".stage").textContent = this.#words[stage] ?? stage
  }
}
