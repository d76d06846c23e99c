// Starts the calculators before the page is laid out: this runs as soon as it has arrived, beside the style sheets.

import { startCalculators } from "../python/client.mjs"

const { base, tag } = document.getElementById("start-python").dataset
let last
let listener = (progress) => { last = progress }

export const calculators = startCalculators({ base, tag, onProgress: (progress) => listener(progress) })

/** Hear of the progress from now on, beginning with how far it has come. */
export function hearProgress(listen) {
  listener = listen
  if (last) listen(last)
}
