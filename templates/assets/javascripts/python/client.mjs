// The page's side of the worker: start it early, ask it later.

const KNOWN = "paragraf.python"; // the worker that has left a snapshot; partials/early.js reads it too
const started = new Map();

/**
 * Start the calculators of a bundle, or join those that are started. `base` is the folder that holds the bundles,
 * relative to the page; `tag` names one. `onProgress({stage, loaded, total})`: stage is "loading" (loaded and total in
 * bytes), "starting" or "restoring". Gives {ready, answer(request, terms), call(name, argument)}: `ready`, every answer
 * ({response, view}) and what a call gives are promises, rejected with a plain message. `terms` is {agreement: its
 * terms}; each is sent to the worker once. `call` names any other function of the calculators, JSON in and JSON out.
 */
export function startCalculators({ base, tag, onProgress = () => {} }) {
  const worker = new URL(`${tag}/worker.mjs`, new URL(base, document.baseURI)).href;
  if (!started.has(worker)) started.set(worker, begin(worker));
  const conversation = started.get(worker);
  conversation.tell(onProgress);
  return {
    ready: conversation.ready,
    answer: (request, terms) => conversation.ask(request, terms),
    call: (name, argument) => conversation.call(name, argument),
  };
}

/** A conversation with the worker that the head of the page has started (partials/early.js), or with a new one. */
function begin(address) {
  const early = globalThis.earlyWorker;
  if (early?.address === address) return new Conversation(address, early.worker, early.heard);
  const name = known() === address ? "known" : "new";
  return new Conversation(address, new Worker(address, { type: "module", name }), []);
}

function known() {
  try {
    return localStorage.getItem(KNOWN);
  } catch {
    return null; // storage is closed to us; then the browser keeps no snapshot either
  }
}

function remember(address) {
  try {
    localStorage.setItem(KNOWN, address);
  } catch {
    // storage is closed to us: the next visit starts as this one did
  }
}

class Conversation {
  #address;
  #worker;
  #listeners = [];
  #progress;
  #known = new Map();
  #waiting = new Map();
  #asked = 0;
  #failure;
  #settle;

  constructor(address, worker, heard) {
    this.#address = address;
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.ready.catch(() => {}); // whoever waits for an answer is told too
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => this.#fail(event.message);
    worker.onmessageerror = () => this.#fail("The worker sent something unreadable.");
    for (const message of heard) this.#hear(message);
  }

  /** Tell a listener how far the start is, from now on. */
  tell(listener) {
    this.#listeners.push(listener);
    if (this.#progress) listener(this.#progress);
  }

  ask(request, terms) {
    return this.#send(() => ({ request, terms: this.#news(terms) }));
  }

  call(name, argument) {
    return this.#send(() => ({ call: { name, argument: JSON.stringify(argument) } }));
  }

  #send(message) {
    if (this.#failure) return Promise.reject(this.#failure);
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...message() });
    });
  }

  /** The terms that the worker has not yet got, as JSON. */
  #news(terms) {
    const fresh = Object.entries(terms).filter(([agreement, each]) => this.#known.get(agreement) !== each);
    for (const [agreement, each] of fresh) this.#known.set(agreement, each);
    return Object.fromEntries(fresh.map(([agreement, each]) => [agreement, JSON.stringify(each)]));
  }

  #hear(message) {
    if (message.progress) {
      this.#progress = message.progress;
      for (const listener of this.#listeners) listener(message.progress);
    }
    if (message.ready) this.#settle.resolve(message.ready);
    if (message.snapshot === "saved") remember(this.#address);
    if ("failed" in message) this.#fail(message.failed);
    if (message.id !== undefined) this.#settleAnswer(message);
  }

  #settleAnswer({ id, answer, error }) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(answer);
  }

  #fail(message) {
    this.#failure = new Error(message || "The worker could not be started.");
    this.#settle.reject(this.#failure);
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
    this.#worker.terminate();
  }
}
