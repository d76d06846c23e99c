// The page's side of the search: starts the worker once and asks it.

const waiting = new Map()
let worker
let asked = 0

/** Start loading what a search needs. */
export function start() {
  if (worker) return
  worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" })
  worker.onmessage = ({ data }) => (data.failed ? giveUp(data.failed) : settle(data))
  worker.onerror = (event) => giveUp(event.message || "The worker could not be started.")
}

/** The answer to a request as worker.mjs describes it, or a rejection with the reason. */
export function ask(request) {
  start()
  return new Promise((resolve, reject) => {
    waiting.set(++asked, { resolve, reject })
    worker.postMessage({ ...request, id: asked })
  })
}

/** What there is to choose from: {suppliers, languages, indexes}. */
export const choices = () => ask({ choices: true })

function settle({ id, answer, failed }) {
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (failed) reject(new Error(failed))
  else resolve(answer)
}

/** What could not be loaded stays so in this worker; whoever asks next has a new one. */
function giveUp(reason) {
  worker.terminate()
  worker = undefined
  for (const id of [...waiting.keys()]) settle({ id, failed: reason })
}
