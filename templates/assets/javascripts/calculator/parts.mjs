// Elements made by hand: text is always text, never markup.

/** An element with its attributes ("text" is what it says, "class" its class) and its children. */
export function element(name, { text, ...attributes } = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value)
  }
  if (text !== undefined) made.append(String(text))
  made.append(...children.filter(Boolean))
  return made
}

const DRAWN = new Set(["svg", "title", "desc", "text", "line", "polyline", "rect", "circle", "path"])

/** A picture from its SVG as text. Only shapes and words are taken over: nothing that runs, loads or leads elsewhere. */
export function drawing(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement
  return [parsed, ...parsed.querySelectorAll("*")].every(isDrawn) && document.importNode(parsed, true)
}

const isDrawn = ({ localName, attributes }) =>
  DRAWN.has(localName) && [...attributes].every(({ name }) => !name.startsWith("on") && !name.endsWith("href"))

/** What a page's builder left as JSON in the element with this id. */
export const printed = (id) => JSON.parse(document.getElementById(id).textContent)

/** A sentence with {names} in it, filled in. */
export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
