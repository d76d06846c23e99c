// Words of the house as elements, by their key, so that the language switch finds them; and links from the site's root.

import { element } from "../calculator/parts.mjs"
import { word } from "../words.mjs"

/** A word of the house. */
export function said(key) {
  const made = element("span", { text: word(key) ?? "" })
  made.dataset.word = key
  return made
}

/** A link to an address from the root of the site. */
export const link = (href, ...children) => element("a", { href: address(href) }, ...children)

/** The text of an agreement as elements: HTML in which calculators/comparison has escaped every word. */
export function text(name, className, html) {
  const made = element(name, { class: className })
  made.innerHTML = html
  for (const each of made.querySelectorAll("[data-word]")) each.textContent = word(each.dataset.word) ?? each.textContent
  for (const each of made.querySelectorAll("[data-word-label]")) each.setAttribute("aria-label", word(each.dataset.wordLabel))
  for (const each of made.querySelectorAll('a[href^="/"]')) each.href = address(each.getAttribute("href"))
  return made
}

export const list = (name, className, entries, each) =>
  entries.length > 0 && element(name, { class: className }, ...entries.map(each))

/** A details element that folds a list. */
export const folded = (title, entries) =>
  element("details", { class: "fold" }, element("summary", {}, ...title), element("ul", {}, ...entries))

function address(href) {
  const { site } = document.querySelector("[data-site]").dataset
  return new URL(href.replace(/^\//, ""), new URL(site, document.baseURI)).href
}
