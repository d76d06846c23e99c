// The page's side of the worker: start it early, ask it later.

const WORKER = new URL("./worker.mjs", import.meta.url);

/**
 * Start the calculators of a bundle. `base` is the folder that holds the bundles, relative to the page; `tag` names one.
 * `onProgress({stage, loaded, total})`: stage is "loading" (loaded and total in bytes), "starting" or "restoring".
 * Gives {ready, answer(request, terms)}: `ready` and every answer ({response, view}) are promises, rejected with a plain message.
 * `terms` is {agreement: its terms}; each is sent to the worker once.
 */
export function startCalculators({ base, tag, onProgress = () => {} }) {
  const worker = new Worker(WORKER, { type: "module", name: "calculators" });
  const conversation = new Conversation(worker, onProgress);
  worker.postMessage({ start: { base: new URL(base, document.baseURI).href, tag } });
  return { ready: conversation.ready, answer: (request, terms) => conversation.ask(request, terms) };
}

class Conversation {
  #worker;
  #known = new Map();
  #waiting = new Map();
  #asked = 0;
  #failure;
  #settle;

  constructor(worker, onProgress) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.ready.catch(() => {}); // whoever waits for an answer is told too
    worker.onmessage = ({ data }) => this.#hear(data, onProgress);
    worker.onerror = (event) => this.#fail(event.message || "The worker could not be started.");
    worker.onmessageerror = () => this.#fail("The worker sent something unreadable.");
  }

  ask(request, terms) {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, request, terms: this.#news(terms) });
    });
  }

  #news(terms) {
    const fresh = Object.entries(terms).filter(([agreement, each]) => this.#known.get(agreement) !== each);
    for (const [agreement, each] of fresh) this.#known.set(agreement, each);
    return Object.fromEntries(fresh.map(([agreement, each]) => [agreement, JSON.stringify(each)]));
  }

  #hear(message, onProgress) {
    if (message.progress) onProgress(message.progress);
    if (message.ready) this.#settle.resolve(message.ready);
    if (message.failed) this.#fail(message.failed);
    if (message.id === undefined) return;
    const { resolve, reject } = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) reject(new Error(message.error));
    else resolve(message.answer);
  }

  #fail(message) {
    this.#failure = new Error(message);
    this.#settle.reject(this.#failure);
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
    this.#worker.terminate();
  }
}
