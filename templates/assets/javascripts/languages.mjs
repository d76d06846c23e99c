// The language switch of a page whose text has one language: it changes the words of the house around the text.

import { speak } from "./words.mjs"

const KEY = "paragraf.language"

export function enhance(nav) {
  const own = document.documentElement.lang
  const choose = async (language) => {
    await change(nav.dataset.words, language)
    for (const button of nav.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.value === language))
  }
  nav.hidden = false
  nav.addEventListener("click", ({ target }) => {
    if (!target.value) return
    remember(target.value)
    choose(target.value)
  })
  const wanted = remembered()
  if (wanted && wanted !== own) choose(wanted)
}

async function change(folder, language) {
  const general = await (await fetch(`${folder}${language}.json`)).json()
  const around = speak(language)
  const find = (key) => around[key] ?? key.split(".").reduce((words, part) => words?.[part], general)
  for (const element of document.querySelectorAll("[data-word]")) say(element, find(element.dataset.word), language)
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", find(element.dataset.wordLabel) ?? element.getAttribute("aria-label"))
  }
  const root = new URL(language === "nb" ? "." : `${language}/`, new URL(folder + "../../", document.baseURI))
  for (const link of document.querySelectorAll("[data-localised]")) link.href = new URL(link.dataset.localised, root).href
}

function say(element, text, language) {
  if (text === undefined) return
  element.textContent = text
  element.lang = language
}

function remember(language) {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // The choice then lasts for this page.
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
