// What every page that computes begins with: its words, the calculators, and what is told while they start.

import { startCalculators } from "../python/client.mjs"
import { Machine } from "./machine.mjs"
import { printed } from "./parts.mjs"
import { Terms } from "./terms.mjs"

/** {words, machine, calculators, terms} of the page whose root element this is. */
export function started(root) {
  const { base, tag, lang, terms } = root.dataset
  const words = printed("calculator-words")
  const machine = new Machine(root.querySelector(".machine"), words, lang)
  const calculators = startCalculators({ base, tag, onProgress: (progress) => machine.show(progress) })
  calculators.ready.then(() => machine.done(), () => {}) // whoever asks is told why it failed
  return { words, machine, calculators, terms: new Terms(terms) }
}
