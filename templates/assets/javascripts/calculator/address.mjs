// The address of a calculator page is the share link: ?rule=...&field=...; a list is compact JSON.

const RESERVED = new Set(["rule", "on", "reading"])
const numeric = (text) => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : text)
const boolean = (text) => ({ true: true, false: false })[text] ?? text

/** {rule, on, reading, inputs} of an address; `types` gives the type of each field by name. Inputs stay as JSON. */
export function readAddress(search, types) {
  const query = new URLSearchParams(search)
  const inputs = {}
  for (const [name, text] of query) {
    if (!RESERVED.has(name)) inputs[name] = READERS[types[name]]?.(text) ?? text
  }
  return { rule: query.get("rule"), on: query.get("on"), reading: query.get("reading"), inputs }
}

/** The query that brings a request back. */
export function writeAddress({ rule, on, reading, inputs }) {
  const query = new URLSearchParams({ rule })
  for (const [name, value] of Object.entries(inputs)) {
    query.append(name, typeof value === "object" ? JSON.stringify(value) : value)
  }
  if (on) query.append("on", on)
  if (reading) query.append("reading", reading)
  return `?${query.toString().replaceAll("%2F", "/").replaceAll("%3A", ":")}`
}

const READERS = {
  integer: numeric,
  boolean,
  list: (text) => {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  },
}
