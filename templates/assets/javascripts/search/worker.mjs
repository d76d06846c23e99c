// The search, off the page's thread: this file's own response allows WebAssembly, which a page's does not.
// In: {id, query, supplier, language, others, limit} or {id, choices: true}. Out: {id, answer} or {id, failed}.
// It imports nothing statically, so that the index (scripts/search makes it) loads while the rest of the program does.

const FOLDER = new URL("../../search/", import.meta.url)
const WEIGHTS = { title: 5, under: 2, asked: 2, keys: 0 }

const opened = new Map()
const vocabulary = fetch(new URL("vocabulary.json", FOLDER)).then((response) => response.json())
const program = import("./answers.mjs")
const answers = Promise.all([vocabulary, program]).then(([file, { answering }]) => answering(file, index))
for (const load of [index("in-force"), answers]) load.catch(() => {}) // whoever asks is told

onmessage = async ({ data }) => {
  try {
    const answerTo = await answers
    postMessage({ id: data.id, answer: await answerTo(data) })
  } catch (error) {
    postMessage({ id: data.id, failed: String(error?.message ?? error) })
  }
}

/** The index of this name, loaded once. */
function index(name) {
  if (!opened.has(name)) opened.set(name, open(name))
  return opened.get(name)
}

async function open(name) {
  const { createInstance } = await import(new URL(`${name}/pagefind.js`, FOLDER).href)
  return createInstance({ basePath: new URL(`${name}/`, FOLDER).href, metaCacheTag: "", ranking: { metaWeights: WEIGHTS } })
}
