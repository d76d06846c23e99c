// Clauses: a button that copies each one's address, an offer to compute beside a figure that is pointed at, and the
// clause that a reference leads to.

import { enhance as showPreviews } from "./previews.mjs"
import { word } from "./words.mjs"

export function enhance(clauses) {
  for (const clause of clauses.querySelectorAll(".clause")) addCopyButton(clause)
  offerToCompute(clauses)
  showPreviews(clauses)
}

function addCopyButton(clause) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "copy-link"
  button.dataset.word = "copy_link"
  button.textContent = word("copy_link")
  button.addEventListener("click", () => copy(button, clause.querySelector(".number").href))
  toolsOf(clause).prepend(button)
  const number = clause.querySelector(".number").id ||= `at-${clause.id}`
  for (const tool of clause.querySelectorAll(".tools > :is(a, button)")) tool.setAttribute("aria-describedby", number)
}

/** Where a clause keeps what is offered about it as a whole: the same clause in other versions, and its address. */
function toolsOf(clause) {
  const tools = clause.querySelector(":scope > .tools") ?? document.createElement("div")
  tools.classList.add("tools")
  clause.append(tools)
  return tools
}

async function copy(button, address) {
  await navigator.clipboard.writeText(address)
  button.textContent = word("copied")
  button.classList.add("done")
  setTimeout(() => {
    button.textContent = word("copy_link")
    button.classList.remove("done")
  }, 2000)
}

function offerToCompute(clauses) {
  const offer = document.createElement("div")
  offer.className = "offer"
  offer.hidden = true
  let leaving
  const keep = () => clearTimeout(leaving)
  const leave = () => { leaving = setTimeout(() => { offer.hidden = true }, 250) }
  const show = (figure) => {
    keep()
    fill(offer, figure)
    figure.after(offer)
    place(offer, figure)
  }
  for (const event of ["pointerover", "focusin"]) {
    clauses.addEventListener(event, ({ target, pointerType }) => {
      const figure = pointerType === "touch" ? null : target.closest("a.figure")
      if (figure) show(figure)
      else if (target.closest(".offer")) keep()
    })
  }
  for (const event of ["pointerout", "focusout"]) clauses.addEventListener(event, leave)
  clauses.addEventListener("keydown", ({ key }) => { if (key === "Escape") offer.hidden = true })
  clauses.addEventListener("click", (event) => {
    const figure = event.target.closest("a.figure")
    if (!figure || event.pointerType !== "touch") return
    event.preventDefault()
    show(figure)
  })
}

/** The rules that read this figure, as the clause lists them. */
function fill(offer, figure) {
  const heading = Object.assign(document.createElement("p"), { textContent: word("compute_with") })
  const list = document.createElement("ul")
  const rules = figure.closest(".clause").querySelectorAll(".compute li")
  list.append(...[...rules].filter((rule) => rule.dataset.figures.split(" ").includes(figure.id)).map((rule) => rule.cloneNode(true)))
  offer.replaceChildren(heading, list)
}

function place(offer, figure) {
  offer.hidden = false
  const frame = figure.closest(".clause").getBoundingClientRect()
  const at = figure.getClientRects()[0]
  const left = Math.min(at.left - frame.left, frame.width - offer.offsetWidth)
  offer.style.left = `${Math.max(0, left)}px`
  offer.style.top = `${at.bottom - frame.top + 6}px`
}
