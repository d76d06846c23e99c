// The way into the search from every page: the button in the header, "/" and Ctrl+K. All else is loaded when asked for.

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

const load = () => import("./dialog.mjs")
const open = async () => (await load()).open()

function isCall({ key, ctrlKey, metaKey, altKey, target }) {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === "k"
  return key === "/" && !target.closest?.(WRITING)
}
