// Each clause of a comparison as elements: the changed ones in one text and in two, the others folded.

import { element } from "../calculator/parts.mjs"
import { link, list, said, text } from "./parts.mjs"

/** One entry of the list of clauses. */
export const entry = (each) => (each.is_fold ? fold(each) : change(each.clause))

const fold = ({ key, links }) =>
  element("details", { class: "fold" }, element("summary", {}, said(key)), text("ul", undefined, links))

function change(clause) {
  const { key, id } = clause
  return element("section", { class: "change", id, "aria-labelledby": `${id}-name` },
    element("header", {},
      element("h3", { id: `${id}-name` }, ...name(clause)),
      list("ul", "fates", clause.fates, (fate) => element("li", { class: `fate ${fate}` }, said(`fate.${fate}`), ...number(fate, key))),
      clause.moved && element("p", { class: "note" }, said(`${key} moved`))),
    text("div", "one words", clause.text),
    element("div", { class: "sides" }, side("before", clause.old), side("after", clause.new)),
    element("p", { class: "places" },
      clause.old && link(clause.old.href, said("see.old")), " ",
      clause.new && link(clause.new.href, said("see.new"))))
}

function name({ key, heading, number: own, under }) {
  if (!heading) return [said(key), " ", element("span", { class: "under", text: under })]
  return [own && element("span", { class: "number", text: own }), own && " ", ...text("span", "", heading).childNodes]
}

const number = (fate, key) => (fate === "renumbered" ? [" (", said(`${key} number`), ")"] : [])

const words = ({ number: own, heading, text: html }) => [
  own && element("span", { class: "number", text: own }),
  heading && text("p", "title", heading),
  text("div", "words", html),
]

const side = (name, version) => element("div", { class: "side" },
  element("p", { class: "version" }, said(name)),
  ...(version ? words(version) : [element("p", { class: "absent", "aria-hidden": "true", text: "–" })]))
