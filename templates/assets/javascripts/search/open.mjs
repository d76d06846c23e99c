// The way into the search from every page: the button in the header, "/" and Ctrl+K. What is typed while the rest is
// being loaded is not lost.

import { start } from "./client.mjs"

const dialog = document.getElementById("search")
const WRITING = "input, textarea, select, [contenteditable]"

export function enhance(link) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = link.className
  button.setAttribute("aria-haspopup", "dialog")
  button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K")
  button.append(...link.childNodes)
  link.replaceWith(button)
  button.addEventListener("click", open)
  for (const event of ["pointerenter", "focus"]) button.addEventListener(event, load, { once: true })
  addEventListener("keydown", (event) => {
    if (!isCall(event)) return
    event.preventDefault()
    open()
  })
}

async function open() {
  if (!dialog.open) dialog.showModal()
  dialog.querySelector("[type=search]").select()
  const { begin } = await load()
  begin()
}

/** Everything at once, not one after the other as they name each other. */
function load() {
  start()
  import("./results.mjs")
  return import("./dialog.mjs")
}

function isCall({ key, ctrlKey, metaKey, altKey, target }) {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === "k"
  return key === "/" && !target.closest?.(WRITING)
}
