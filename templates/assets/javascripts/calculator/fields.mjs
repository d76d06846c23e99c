// The questions of a form, read as JSON and filled from JSON; their errors beside them and in a summary.

import { element, filled } from "./parts.mjs"
import { readNumber, showNumber } from "./numbers.mjs"

const own = (part) => part.querySelectorAll(":scope > .field[data-name]")

/** {inputs, problems}: what stands in the fields below `part`, and what cannot be passed on, as {field, message}. */
export function collect(part, words, language) {
  const problems = []
  const value = (field) => VALUES[field.dataset.type]?.(field) ?? text(field)
  const text = (field) => control(field).value.trim()
  const refuse = (field, message) => problems.push({ field: control(field).name, message })
  const number = (field) => {
    const { value: read, ambiguous } = readNumber(text(field), language)
    if (ambiguous) refuse(field, filled(words.ambiguous, { found: text(field), ...ambiguous }))
    return read ?? ""
  }
  const day = (field) => {
    if (control(field).validity.badInput) refuse(field, words.no_such_date)
    return text(field)
  }
  const VALUES = {
    decimal: number,
    money: number,
    integer: (field) => (/^[+-]?\d{1,15}$/.test(number(field)) ? Number(number(field)) : number(field)),
    date: day,
    month: day,
    instant: day,
    boolean: (field) => control(field).checked,
    choice: (field) => field.querySelector(":checked")?.value ?? "",
    list: (field) => [...field.querySelectorAll(":scope > .items > .item")].map(entry),
  }
  const members = (container) => Object.fromEntries(
    [...own(container)].map((field) => [field.dataset.name, value(field)]).filter(([, given]) => given !== ""),
  )
  const entry = (item) => {
    const [only] = own(item)
    return only?.dataset.name === "" ? value(only) || null : members(item)
  }
  return { inputs: members(part), problems }
}

/** Put inputs (JSON) into the fields below `part`; a field that is not named is emptied. */
export function restore(part, inputs, language) {
  for (const field of own(part)) put(field, inputs[field.dataset.name], language)
}

function put(field, value, language) {
  const type = field.dataset.type
  if (type === "list") return putList(field, Array.isArray(value) ? value : [], language)
  if (type === "boolean") control(field).checked = value === true
  else if (type === "choice" && field.matches("fieldset")) {
    for (const option of field.querySelectorAll("input")) option.checked = option.value === value
  } else if (type === "instant") putInstant(control(field), value ?? "")
  else control(field).value = value == null ? "" : type === "decimal" || type === "money" ? showNumber(value, language) : value
}

/** A native control cannot hold a time with its offset, as a repeated autumn hour needs: that one is shown as text. */
function putInstant(input, value) {
  input.type = OFFSET.test(value) ? "text" : "datetime-local"
  input.value = value
}

function putList(list, entries, language) {
  list.querySelector(":scope > .items").replaceChildren()
  for (const entry of entries) {
    const item = addItem(list)
    const [only] = own(item)
    if (only?.dataset.name === "") put(only, entry, language)
    else restore(item, entry ?? {}, language)
  }
}

/** Add an empty entry to a list and give it back. */
export function addItem(list) {
  list.querySelector(":scope > .items").append(list.querySelector(":scope > template").content.cloneNode(true))
  number(list)
  return list.querySelector(":scope > .items > .item:last-child")
}

/** Take an entry out of its list. */
export function removeItem(item) {
  const list = item.closest(".list")
  item.remove()
  number(list)
  list.querySelector("[data-act=add]").focus()
}

/** Give the entries of a list the places 0, 1, 2 ... in the names of their fields. */
function number(list) {
  const { path } = list.dataset
  const items = list.querySelectorAll(":scope > .items > .item")
  const placed = (text, index) => text.replace(/(field-)?([^[]*)\[(?:#|\d+)\]/, (_, id = "") => `${id}${path}[${index}]`)
  items.forEach((item, index) => {
    for (const each of item.querySelectorAll("[id], [for], [name], [aria-describedby]")) {
      for (const name of ["id", "for", "name", "aria-describedby"]) {
        if (each.hasAttribute(name)) each.setAttribute(name, placed(each.getAttribute(name), index))
      }
    }
  })
}

/** Show errors ({field, message}) beside their fields and in the summary, which takes the focus; none clears them. */
export function showErrors(form, errors, title) {
  for (const old of form.querySelectorAll(".error")) old.remove()
  for (const marked of form.querySelectorAll("[aria-invalid]")) unmark(marked)
  const summary = form.querySelector(".errors")
  summary.hidden = errors.length === 0
  summary.replaceChildren()
  if (errors.length === 0) return
  summary.append(element("h2", { text: title }), element("ul", {}, ...errors.map((error) => line(form, error))))
  summary.focus()
}

function line(form, { field, message }) {
  const target = document.getElementById(`field-${field}`)
  if (!target || !form.contains(target)) return element("li", { text: message })
  const id = `error-${field}`
  const at = target.closest(".with-unit") ?? target
  if (at.matches("fieldset")) at.querySelector("legend").after(element("p", { class: "error", id, text: message }))
  else at.before(element("p", { class: "error", id, text: message }))
  target.setAttribute("aria-invalid", "true")
  target.setAttribute("aria-describedby", `${id} ${target.getAttribute("aria-describedby") ?? ""}`.trim())
  const name = target.closest(".field").querySelector("label, legend").firstChild.textContent.trim()
  return element("li", {}, element("a", { href: `#${target.id}`, text: `${name}${name.endsWith("?") ? "" : ":"} ${message}` }))
}

function unmark(target) {
  target.removeAttribute("aria-invalid")
  const kept = (target.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.startsWith("error-"))
  if (kept.length) target.setAttribute("aria-describedby", kept.join(" "))
  else target.removeAttribute("aria-describedby")
}

const OFFSET = /(Z|[+-]\d\d:\d\d)$/
const control = (field) => field.querySelector("input, select, textarea")
