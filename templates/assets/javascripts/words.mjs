// What the house says around a text, in the page's language and the others; printed into the page by the site's builder.

const block = document.getElementById("words-around")
const around = block ? JSON.parse(block.textContent) : { own: {}, others: {} }

/** One of the words around the text, in the language it is shown in now. */
export const word = (key) => shown[key] ?? around.own[key]

let shown = around.own

/** More words, by language; those of the page's own language too. */
export function add(words, own) {
  Object.assign(around.own, words[own])
  for (const [language, each] of Object.entries(words)) if (language !== own) Object.assign(around.others[language], each)
}

/** The words around the text in a language; those of the page's own language when it is `null`. */
export function speak(language) {
  shown = around.others[language] ?? around.own
  return shown
}
