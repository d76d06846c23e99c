// What separates two versions as elements; the page's builder prints the same (macros/comparison.html).

import { element } from "../calculator/parts.mjs"
import { entry } from "./clauses.mjs"
import { folded, link, list, said, text } from "./parts.mjs"

/** What a comparison shows: which versions and how much, then figures, answers, clauses; empty parts are left out. */
export const changes = (shape) => [...summary(shape), figures(shape), answers(shape), clauses(shape)].filter(Boolean)

function summary({ old, new: now, title, is_editorial: isEditorial, counts }) {
  return [
    element("p", { class: "lead" }, said("from"), " ", link(old.href, said("day old")), " ", said("to"), " ", link(now.href, said("day new"))),
    title && text("p", "renamed", title),
    isEditorial && element("p", { class: "note" }, said("editorial")),
    list("ul", "counts", counts, (key) => element("li", {}, said(key))) || element("p", {}, said("nothing")),
  ]
}

const part = (className, id, word, ...children) =>
  element("section", { class: className, "aria-labelledby": id }, element("h2", { id }, said(word)), ...children)

function figures({ figures, new_figures: added, gone_figures: removed }) {
  if (figures.length + added.length + removed.length === 0) return false
  return part("figures", "figures", "figures", list("ul", "figure-changes", figures, figure),
    ...brief("new", added), ...brief("gone", removed))
}

function figure(each) {
  const { key, op, heading, old, new: now, cells } = each
  const values = op === "moved" ? [words(now)] : either(words(old), words(now))
  const apart = each.has_difference && element("span", { class: "difference" }, said(`${key} difference`))
  const own = cells.length > 0
    ? [list("ul", "cells", cells, cell)]
    : [
      element("p", { class: "values" }, ...values, apart && " ", apart),
      (now.before || now.after) && element("p", { class: "context" }, ...inSentence(now)),
    ]
  return element("li", { class: "figure-change" },
    element("p", { class: "what" }, heading, op === "moved" && " ", op === "moved" && element("span", { class: "fate" }, said("figure.moved"))),
    ...own,
    places(each))
}

/** A figure as it is printed; a table is only named. */
const words = ({ text: printed }) => printed || said("table")

const inSentence = (stated) => [stated.before, " ", element("b", {}, words(stated)), stated.after]

const cell = ({ row, column, old, new: now }) =>
  element("li", {}, `${[row, column].filter(Boolean).join(", ")}: `, ...either(old, now))

/** Figures of one version only: each in its sentence, with a link to its clause. */
const brief = (name, figures) => (figures.length === 0 ? [] : [
  element("h3", {}, said(`figures.${name}`)),
  list("ul", "brief", figures, ({ heading, old, new: now }) => element("li", {},
    link((now ?? old).href, heading), " ", element("span", { class: "context" }, ...inSentence(now ?? old)))),
])

const either = (old, now) => [
  old && element("del", {}, mark("removed"), old),
  old && now && " ",
  old && now && element("span", { class: "arrow", "aria-hidden": "true", text: "→" }),
  old && now && " ",
  now && element("ins", {}, mark("added"), now),
]

const mark = (op) => element("span", { class: "hidden" }, said(`mark_${op}`), " ")

const places = ({ key, old, new: now }) => element("p", { class: "places" },
  old && link(old.href, said("before"), ": ", said(`${key} old`)), " ",
  now && link(now.href, said("after"), ": ", said(`${key} new`)))

function answers({ rules, added_rules: added, removed_rules: removed, same_rules: same }) {
  if (rules.length + added.length + removed.length + same.length === 0) return false
  return part("answers-differ", "answers", "rules", list("ul", "rule-changes", rules, rule),
    titles("added", added), titles("removed", removed), titles("same", same))
}

const titles = (name, keys) =>
  keys.length > 0 && folded([said(`rules.${name}`), ` (${keys.length})`], keys.map((key) => element("li", {}, said(key))))

function rule({ key, is_answered: isAnswered, asked, results }) {
  const title = element("h3", {}, said(`${key} title`))
  if (!isAnswered) return element("li", { class: "rule-change" }, title, element("p", {}, said("unanswered")))
  return element("li", { class: "rule-change" }, title,
    asked.length > 0 && element("p", { class: "asked" }, said("asked"), ": ", ...asked.flatMap(question)),
    element("dl", { class: "answers" }, answer("before", `${key} old`), answer("after", `${key} new`)),
    results.length > 0 && table(results))
}

const question = (key) => [
  element("span", {}, said(`${key} label`), " ", element("b", {}, said(`${key} value`))), " ",
]

const answer = (when, key) => element("div", {}, element("dt", {}, said(when)), element("dd", {}, said(key)))

function table(results) {
  const column = (word) => element("th", { scope: "col" }, said(word))
  const head = element("tr", {}, element("td"), column("before"), column("after"), column("difference"))
  const row = (key) => element("tr", {},
    element("th", { scope: "row" }, said(`${key} label`)),
    ...["old", "new", "difference"].map((side) => element("td", {}, said(`${key} ${side}`))))
  const label = said("table").textContent
  return element("div", { class: "table", role: "group", tabindex: "0", "aria-label": label, "data-word-label": "table" },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...results.map(row))))
}

function clauses({ entries }) {
  const choice = (value, isChosen) => element("label", {},
    element("input", { type: "radio", name: "layout", value, checked: isChosen }), " ", said(`layout.${value}`))
  return part("clauses-differ", "clauses", "clauses",
    element("fieldset", { class: "layout" }, element("legend", {}, said("layout")), choice("inline", true), choice("side", false)),
    ...entries.map(entry))
}
