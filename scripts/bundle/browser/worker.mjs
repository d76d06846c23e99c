// Python in a module worker: starts the calculators of its own folder at once and answers requests, JSON in and JSON out.
// In:  {terms: {agreement: its terms as JSON}}, no later than the request that needs them; {id, request};
//      {id, call: {name, argument}}: any other function, by its full name, which takes JSON and gives JSON.
// Its name says whether an earlier visit has left a snapshot: "known" or "new".
// Out: {progress: {stage, loaded, total}}; {ready: {restored, because}}; {id, answer: {response, view}} or {id, error};
//      {failed: message}; {snapshot: "saved" or why not}.

import { knowsSnapshotsOf, snapshotOf, startFresh, startRestored } from "./interpreter.mjs";
import { keptModule, load } from "./loading.mjs";
import { openStore, sha256 } from "./snapshots.mjs";

const FOLDER = new URL("./", import.meta.url).href;
const QUIET_BEFORE_SNAPSHOT = 150;

const terms = new Map();
const report = (progress) => postMessage({ progress });
const started = start();
started.then(({ restored, because }) => postMessage({ ready: { restored, because } }))
  .catch((error) => postMessage({ failed: error.message }));

self.onmessage = ({ data }) => {
  for (const [agreement, text] of Object.entries(data.terms ?? {})) terms.set(agreement, text);
  if (data.call) started.then(({ python }) => reply(data.id, () => called(python, data.call)), () => {});
  if (!data.request) return;
  const day = today(data.request); // now, while Python may still be starting
  started.then(({ answer }) => reply(data.id, () => answer(JSON.stringify(data.request), library(), day)), () => {});
};

/** Bring up an interpreter: from the snapshot of an earlier visit if that is sound, else from the bundle. */
async function start() {
  const store = self.name === "known" ? await openStore(FOLDER) : null; // who is new does not wait for an empty store
  const kept = store?.read();
  kept?.catch(() => {}); // told below
  const parts = load(FOLDER, report, kept);
  const restorable = knowsSnapshotsOf(await parts.description);
  try {
    const found = restorable && await kept;
    if (found) return { ...await restored(parts, found), restored: true, because: "" };
  } catch (error) {
    await store.discard().catch(() => {});
    return { ...await fresh(load(FOLDER, report), false), restored: false, because: error.message };
  }
  return { ...await fresh(parts, restorable), restored: false, because: "" };
}

async function restored(parts, { sound, snapshot }) {
  announce(parts, "restoring");
  await sound;
  const python = await startRestored(parts, snapshot());
  const { selfcheck } = await parts.description;
  const answer = python.pyimport("calculators.page").answered_text;
  const text = answer(selfcheck.request, selfcheck.terms, selfcheck.today);
  const hash = await sha256(new TextEncoder().encode(text));
  if (hash !== selfcheck.sha256) throw new Error("the restored interpreter answers wrongly");
  return { python, answer };
}

async function fresh(parts, toBeSaved) {
  announce(parts, "starting");
  const python = await startFresh(parts, { toBeSaved });
  const answer = python.pyimport("calculators.page").answered_text;
  if (!toBeSaved) return { python, answer };
  const description = await parts.description;
  let first = true;
  const answerAndSave = (...question) => {
    if (first) setTimeout(() => save(parts, () => snapshotOf(python, description)), QUIET_BEFORE_SNAPSHOT);
    first = false;
    return answer(...question);
  };
  return { python, answer: answerAndSave };
}

/** Say what happens next once every part is here. */
function announce({ code, module, library }, stage) {
  const here = Promise.all([code, module, library]);
  here.then(() => postMessage({ progress: { stage, loaded: 0, total: 0 } }), () => {});
}

/** Keep the started interpreter for later visits; a browser that has no room for it loses only their head start. */
async function save(parts, make) {
  try {
    const store = await openStore(FOLDER);
    if (!store) throw new Error("the browser keeps nothing");
    const snapshot = make();
    await store.save(snapshot, await keptModule(FOLDER), new Uint8Array(await parts.library));
    postMessage({ snapshot: "saved" });
  } catch (error) {
    postMessage({ snapshot: `not saved: ${error.message}` });
  }
}

/** Send back what Python says, or why it says nothing. */
function reply(id, compute) {
  try {
    postMessage({ id, answer: JSON.parse(compute()) });
  } catch (error) {
    postMessage({ id, error: error.message });
  }
}

/** What a function says to its argument; its modules are loaded when it is first called. */
function called(python, { name, argument }) {
  const dot = name.lastIndexOf(".");
  return python.pyimport(name.slice(0, dot))[name.slice(dot + 1)](argument);
}

/** The terms of every agreement that has been sent, as JSON. */
const library = () => `{${[...terms].map(([agreement, text]) => `${JSON.stringify(agreement)}:${text}`)}}`;

/** The date where the supplier of the agreement is. */
function today({ rule = "" }) {
  const text = terms.get(String(rule).split(":")[0]);
  const timeZone = text ? JSON.parse(text).supplier.time_zone : undefined;
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
}
