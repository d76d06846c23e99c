// What the dialog shows: how many clauses were found, each with its number, agreement and the words that were looked for.

/** Print an answer of the worker; `site` is where the site's addresses start. */
export function showResults(dialog, { inForce, others, corrected, unknown }, site, limit) {
  const parts = others ? [inForce, others] : [inForce]
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0)
  const count = sum("some") > 0 ? "found_some" : ["found_none", "found_one"][sum("all")] ?? "found"
  const notes = [
    ...corrected.map(([word, meant]) => element("p", "", template(dialog, "corrected", { word, meant }))),
    ...unknown.map((word) => element("p", "", template(dialog, "unknown", { word }))),
  ]
  status(dialog).replaceChildren(...notes, element("p", "", template(dialog, count, { count: sum("all"), some: sum("some") })))
  const items = (part) => (part?.records ?? []).map((record) => listItem(dialog, record, site))
  dialog.querySelector("#search-in-force").replaceChildren(...items(inForce))
  dialog.querySelector("#search-others").replaceChildren(...items(others))
  dialog.querySelector("h2").hidden = !others?.records.length
  dialog.querySelector(".more").hidden = parts.every(({ all, some }) => all + some <= limit)
}

/** Show nothing, as before anything was typed. */
export function emptied(dialog) {
  status(dialog).replaceChildren()
  for (const list of dialog.querySelectorAll(".found")) list.replaceChildren()
  for (const part of [dialog.querySelector("h2"), dialog.querySelector(".more")]) part.hidden = true
}

/** Say one of the dialog's own sentences where a screen reader hears it. */
export function say(dialog, name, values) {
  status(dialog).replaceChildren(template(dialog, name, values))
}

/** Offer the suppliers and languages there are to choose from, where there is more than one. */
export function showChoices(form, indexes) {
  const names = new Intl.DisplayNames([speaking(form)], { type: "language" })
  const values = (kind) => [...new Set(Object.values(indexes).flatMap((index) => index[kind]))]
  offer(form.elements.supplier, values("supplier"), (name) => name)
  offer(form.elements.language, values("language"), (code) => names.of(code))
  form.elements.others.closest("label").hidden = !indexes.others
}

function offer(select, values, label) {
  select.hidden = values.length < 2
  const chosen = select.value
  select.replaceChildren(select.options[0], ...values.map((value) => new Option(label(value), value)))
  select.value = chosen
}

const status = (dialog) => dialog.querySelector("[role=status]")

/** The language the house speaks now. */
const speaking = (part) => part.querySelector("[data-word]").lang || document.documentElement.lang

function template(dialog, name, values) {
  const text = dialog.querySelector(`[data-word="site.search.${name}"]`).textContent
  return text.replace(/\{(\w+)\}/g, (_, value) => values[value])
}

function listItem(dialog, record, site) {
  const link = Object.assign(document.createElement("a"), { href: new URL(record.address, site).href })
  link.append(headline(record), element("span", "of", ...origin(dialog, record)))
  if (record.text.length) link.append(element("span", "text", ...pieces(record.text)))
  for (const part of link.children) if (part.className !== "of") part.lang = record.language
  const item = document.createElement("li")
  item.append(link)
  return item
}

/** The number and the heading; a clause without one goes by the heading above it. */
function headline({ number, heading, under }) {
  const named = heading.length ? pieces(heading) : [element("span", "under", (under ?? "").split(" – ").at(-1))]
  return element("span", "headline", ...(number ? [element("span", "number", number), " "] : []), ...named)
}

function origin(dialog, { agreement, supplier, language, standing, address }) {
  const named = Object.assign(element("span", "", `${agreement}, ${supplier}`), { lang: language })
  if (standing === "in_force") return [named]
  const date = new Intl.DateTimeFormat(speaking(dialog), { dateStyle: "long", timeZone: "UTC" }).format(new Date(address.split("/").at(-2)))
  return [named, " – ", element("strong", "", template(dialog, standing, { date }))]
}

const pieces = (all) => all.map(([text, isMarked]) => (isMarked ? element("mark", "", text) : text))

function element(name, className, ...content) {
  const made = Object.assign(document.createElement(name), { className })
  made.append(...content)
  return made
}
