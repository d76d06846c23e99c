// An answer as elements, from the view the calculators give; the page's builder prints the same (macros/answer.html).

import { drawing, element } from "./parts.mjs"

/** The answer section for a view; `at(href)` makes an address from the site's root one that this page can follow. */
export function answerSection(view, words, at) {
  const section = element("section", { class: `answer status-${view.status}`, "aria-labelledby": "headline" },
    element("p", { class: "kicker", text: words.answer }),
    element("h2", { class: "headline", id: "headline", tabindex: "-1", text: view.headline }),
    element("p", { class: "certainty" }, element("strong", { text: view.certainty.label }), ` ${view.certainty.text}`),
    view.status !== "invalid-input" && many("ul", "refusals", view.errors, ({ message }) => element("li", { text: message })),
    facts(view.facts),
    ...titled(words.bounds, facts(view.bounds)),
    ...(view.picture ? titled(view.picture.title, picture(view.picture, words)) : []),
    ...titled(words.readings, view.alternatives.length > 0 && sideBySide(view, words)),
    ...titled(words.steps, many("ol", "steps", view.steps, (step) => stepLine(step, at))),
    ...titled(words.clauses, clauses(view.clauses, at)),
    ...titled(words.conventions, many("ul", "conventions", view.conventions, (text) => element("li", { text }))))
  section.dataset.answered = "computed"
  section.dataset.status = view.status
  return section
}

const titled = (title, part) => (part ? [element("h3", { text: title }), part] : [])

const many = (name, className, list, each) => list.length > 0 && element(name, { class: className }, ...list.map(each))

const facts = (list) => many("dl", "facts", list, ({ label, value }) =>
  element("div", {}, element("dt", { text: label }), element("dd", { text: value })))

const picture = ({ svg, text }, words) => element("figure", { class: "picture" }, drawing(svg),
  element("details", {}, element("summary", { text: words.picture }), facts(text)))

function sideBySide(view, words) {
  const used = view.reading && reading({ ...view.reading, headline: view.headline, facts: [] }, true, words)
  return element("ul", { class: "readings-side" }, used, ...view.alternatives.map((other) => reading(other, false, words)))
}

function reading({ key, label, headline, facts: figures, meaning, because }, isUsed, words) {
  return element("li", { class: isUsed ? "reading used" : "reading" },
    element("div", {},
      element("span", { class: "reading-mark", text: isUsed ? words.used : words.other }),
      element("h4", { text: label }),
      !isUsed && element("button", { class: "button quiet small", type: "button", "data-act": "read", value: key, text: words.use })),
    element("div", {},
      element("p", { class: "reading-headline", text: headline }),
      facts(figures),
      element("p", { class: "meaning", text: meaning }),
      isUsed && because && element("p", { class: "because", text: because })))
}

function stepLine({ text, value, clause }, at) {
  const line = element("span", { class: "step-text", text })
  if (clause) line.append(" ", element("a", { href: at(clause.href), text: clause.label }))
  return element("li", {}, line, value && " ", value && element("span", { class: "step-value", text: value }))
}

function clauses(list, at) {
  if (list.length === 0) return false
  const links = list.flatMap(({ href, label }, index) => [index ? ", " : "", element("a", { href: at(href), text: label })])
  return element("p", { class: "clauses-used" }, ...links)
}
