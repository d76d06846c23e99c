// A calculator page: it joins the worker that the head has started, the form asks, the answer replaces the example. Nothing leaves the browser.

import { readAddress, writeAddress } from "./address.mjs"
import { answerSection } from "./answer.mjs"
import { sayDates } from "./dates.mjs"
import { addItem, collect, removeItem, restore, showErrors } from "./fields.mjs"
import { started } from "./starting.mjs"
import { TakeAway } from "./take.mjs"
import { WhatIf } from "./whatif.mjs"

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
  #rules
  #sayDates
  #take
  #whatIf
  #asked = 0

  constructor(root, { words, calculators, machine, terms }) {
    this.#root = root
    this.#form = root.querySelector("form")
    this.#words = words
    this.#calculators = calculators
    this.#machine = machine
    this.#terms = terms
    this.#take = new TakeAway(root.querySelector(".take"), calculators, words)
    this.#whatIf = new WhatIf(root.querySelector(".whatif"), calculators, words, terms)
    this.#listen()
  }

  /** Answer what the address asks; without a question, the worked example that the form already holds. */
  async open() {
    const rule = new URLSearchParams(location.search).get("rule")
    if (rule && rule !== this.#shownRule && !await this.#show(rule)) return
    const { on, reading, inputs } = readAddress(location.search, this.#types())
    if (on) this.#form.elements.on.value = on
    if (Object.keys(inputs).length > 0) restore(this.#fields, inputs, this.#language)
    this.#sayDates()
    this.#choose(reading)
    const asked = Object.keys(inputs).length > 0 ? inputs : collect(this.#fields, this.#words, this.#language).inputs
    this.#ask({ rule: rule ?? this.#shownRule, on, reading, inputs: asked }, { quietly: true })
  }

  get #language() { return this.#root.dataset.lang }
  get #fields() { return this.#form.querySelector(".fields") }
  get #answer() { return this.#root.querySelector(".answer") }
  get #shownRule() { return this.#form.querySelector(".rule").dataset.rule }

  #listen() {
    this.#sayDates = sayDates(this.#form, this.#language)
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#askForm()
    })
    this.#form.addEventListener("input", ({ target }) => {
      if (target.name !== "rule") this.#form.querySelector(".changed").hidden = false
    })
    this.#form.elements.rule.addEventListener("change", async ({ target }) => {
      if (await this.#show(target.value)) this.#askForm({ quietly: true })
    })
    this.#root.addEventListener("click", (event) => this.#click(event))
  }

  #click(event) {
    const summarised = event.target.closest(".errors a")
    if (summarised) {
      event.preventDefault()
      focusField(summarised.hash)
    }
    const button = event.target.closest("[data-act]")
    const acts = {
      add: () => addItem(button.closest(".list")).querySelector("input, select").focus(),
      remove: () => removeItem(button.closest(".item")),
      read: () => { this.#choose(button.value); this.#askForm() },
      share: () => copy(button, this.#root.querySelector(".share-link").href, this.#words),
    }
    if (button) acts[button.dataset.act]()
  }

  /** Put the form and the example of a rule in the page; false where they cannot be had. A rule nobody knows has none. */
  async #show(rule) {
    this.#answer.classList.add("waiting")
    try {
      this.#rules ??= this.#fetchRules()
      const [form, answer] = (await this.#rules).get(rule) ?? []
      this.#form.elements.rule.value = rule
      showErrors(this.#form, [])
      if (form) this.#form.querySelector(".rule").replaceWith(form.cloneNode(true))
      if (answer) this.#answer.replaceWith(answer.cloneNode(true))
      return true
    } catch (error) {
      this.#rules = undefined // the next choice tries again
      this.#form.elements.rule.value = this.#shownRule
      this.#machine.failed(error)
      this.#answer.classList.remove("waiting")
      return false
    }
  }

  /** Every rule's form and example: the first stands in the page, the others in a file beside it. */
  async #fetchRules() {
    const [form, answer] = [this.#form.querySelector(".rule"), this.#answer]
    const rules = new Map([[form.dataset.rule, [form.cloneNode(true), answer.cloneNode(true)]]])
    const response = await fetch(this.#root.dataset.forms)
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`)
    const others = new DOMParser().parseFromString(await response.text(), "text/html")
    for (const { dataset, content } of others.querySelectorAll("template[data-rule]")) {
      rules.set(dataset.rule, [...content.children])
    }
    return rules
  }

  #types() {
    return Object.fromEntries([...this.#fields.querySelectorAll(":scope > .field")].map(({ dataset }) => [dataset.name, dataset.type]))
  }

  #choose(reading) {
    for (const option of this.#form.querySelectorAll("input[name=reading]")) {
      option.checked = reading ? option.value === reading : option.hasAttribute("data-default")
    }
  }

  #askForm(manner = {}) {
    const { inputs, problems } = collect(this.#fields, this.#words, this.#language)
    if (problems.length > 0) return showErrors(this.#form, problems, this.#words.errors)
    const chosen = this.#form.querySelector("input[name=reading]:checked:not([data-default])")
    const request = { rule: this.#shownRule, on: this.#form.elements.on.value || null, reading: chosen?.value ?? null, inputs }
    history.replaceState(null, "", writeAddress(request))
    return this.#ask(request, manner)
  }

  /** Ask the calculators and show what they answer; an earlier question that is answered late is passed over. */
  async #ask(request, { quietly = false } = {}) {
    const turn = ++this.#asked
    this.#answer.classList.add("waiting")
    try {
      const terms = await this.#terms.of(request.rule)
      const { view } = await this.#calculators.answer({ ...request, language: this.#language }, terms)
      if (turn !== this.#asked) return
      this.#showAnswer(view, request, quietly)
      if (view.status === "invalid-input") return
      this.#take.offer({ ...request, language: this.#language }, terms)
      this.#whatIf.offer({ ...request, language: this.#language }, this.#rulesLike(request.rule))
    } catch (error) {
      this.#machine.failed(error) // the example, or the answer before, stays
      this.#answer.classList.remove("waiting")
    }
  }

  #showAnswer(view, request, quietly) {
    const root = new URL(this.#root.dataset.site, document.baseURI)
    const section = answerSection(view, this.#words, (href) => new URL(href.replace(/^\//, ""), root).href)
    this.#answer.replaceWith(section)
    performance.mark("answered")
    this.#machine.answered()
    this.#form.querySelector(".changed").hidden = true
    const share = this.#root.querySelector(".share")
    const refused = view.status === "invalid-input"
    share.hidden = refused
    share.querySelector(".share-link").setAttribute("href", writeAddress(request))
    showErrors(this.#form, refused ? view.errors : [], this.#words.errors)
    if (!quietly && !refused) section.querySelector(".headline").focus()
  }

  /** The rules of the same name in other agreements of the supplier. */
  #rulesLike(rule) {
    const [supplier, , name] = rule.split(/[/:]/)
    const others = [...this.#form.elements.rule.options].map(({ value }) => value)
    return others.filter((other) => other !== rule && other.startsWith(`${supplier}/`) && other.endsWith(`:${name}`))
  }
}

function focusField(hash) {
  const field = document.getElementById(decodeURIComponent(hash.slice(1)))
  field?.scrollIntoView({ block: "center" })
  field?.focus({ preventScroll: true })
}

async function copy(button, address, words) {
  await navigator.clipboard.writeText(address)
  button.textContent = words.copied
  setTimeout(() => { button.textContent = words.share_copy }, 2000)
}
