// Python in a module worker: starts the calculators of a bundle and answers requests, JSON in and JSON out.
// In:  {start: {base, tag}}, once; {terms: {agreement: its terms as JSON}}, before they are first needed; {id, request}.
// Out: {progress: {stage, loaded, total}}; {ready: {restored, because}}; {id, answer: {response, view}} or {id, error}; {failed: message};
//      {snapshot: "saved" or why not}.

import { knowsSnapshotsOf, startFresh, startRestored } from "./interpreter.mjs";
import { Downloads, get } from "./loading.mjs";
import { openStore, sha256 } from "./snapshots.mjs";

const QUIET_BEFORE_SNAPSHOT = 150;
const terms = new Map();
let calculators; // a promise of what start() returns

self.onmessage = ({ data }) => {
  if (data.start) calculators = begin(data.start);
  for (const [agreement, text] of Object.entries(data.terms ?? {})) terms.set(agreement, text);
  if (data.request) calculators.then(({ answer }) => reply(data, answer), () => {});
};

function begin(bundle) {
  const started = start(bundle);
  started.then(({ restored, because }) => postMessage({ ready: { restored, because } }))
    .catch((error) => postMessage({ failed: String(error?.message ?? error) }));
  return started;
}

/** Bring up an interpreter: from the snapshot of an earlier visit if that is sound, else from the bundle. */
async function start({ base, tag }) {
  const store = openStore(base, tag);
  const parts = load(`${base}${tag}/`);
  const description = await parts.description;
  const snapshots = knowsSnapshotsOf(description) ? await store : null;
  try {
    const snapshot = await snapshots?.find();
    if (snapshot) return { answer: await restored(parts, snapshot), restored: true, because: "" };
  } catch (error) {
    await snapshots.discard().catch(() => {});
    return { answer: await fresh(parts, null), restored: false, because: String(error?.message ?? error) };
  }
  return { answer: await fresh(parts, snapshots), restored: false, because: "" };
}

/** Start loading every part of the bundle at once. */
function load(base) {
  const downloads = new Downloads((progress) => postMessage({ progress }));
  const description = get(`${base}bundle.json`).then((response) => response.json());
  description.then(({ sizes }) => downloads.expect(sizes), () => {});
  const parts = {
    base,
    description,
    code: Promise.all([code(base, "pyodide.mjs", downloads), code(base, "pyodide.asm.mjs", downloads)])
      .then(([{ loadPyodide }, { default: createPyodideModule }]) => ({ loadPyodide, createPyodideModule })),
    module: WebAssembly.compileStreaming(downloads.counted("pyodide.asm.wasm", `${base}pyodide.asm.wasm`)),
    library: downloads.counted("calculators.zip", `${base}calculators.zip`).then((response) => response.arrayBuffer()),
  };
  Promise.allSettled([parts.code, parts.module, parts.library]); // a failure is told where the part is used
  return parts;
}

async function code(base, name, downloads) {
  const module = await import(`${base}${name}`);
  downloads.finished(name);
  return module;
}

/** Wait for every part, then say what happens next. */
async function arrival({ code, module, library }, stage) {
  await Promise.all([code, module, library]);
  postMessage({ progress: { stage, loaded: 0, total: 0 } });
}

async function restored(parts, snapshot) {
  await arrival(parts, "restoring");
  const python = await startRestored(parts, snapshot);
  const { selfcheck } = await parts.description;
  const answer = python.pyimport("calculators.page").answered_text;
  const text = answer(selfcheck.request, selfcheck.terms, selfcheck.today);
  if ((await sha256(new TextEncoder().encode(text))) !== selfcheck.sha256) throw new Error("the restored interpreter answers wrongly");
  return answer;
}

async function fresh(parts, snapshots) {
  await arrival(parts, "starting");
  const python = await startFresh(parts, { toBeSaved: snapshots !== null });
  const answer = python.pyimport("calculators.page").answered_text;
  if (!snapshots) return answer;
  let first = true;
  return (...question) => {
    if (first) setTimeout(() => save(python, snapshots), QUIET_BEFORE_SNAPSHOT);
    first = false;
    return answer(...question);
  };
}

/** Keep the started interpreter for later visits; a browser that has no room for it loses only their head start. */
async function save(python, snapshots) {
  try {
    await snapshots.save(python.makeMemorySnapshot());
    postMessage({ snapshot: "saved" });
  } catch (error) {
    postMessage({ snapshot: `not saved: ${error?.message ?? error}` });
  }
}

function reply({ id, request }, answer) {
  try {
    const library = `{${[...terms].map(([agreement, text]) => `${JSON.stringify(agreement)}:${text}`)}}`;
    postMessage({ id, answer: JSON.parse(answer(JSON.stringify(request), library, today(request))) });
  } catch (error) {
    postMessage({ id, error: String(error?.message ?? error) });
  }
}

/** The date where the supplier of the agreement is. */
function today({ rule = "" }) {
  const text = terms.get(String(rule).split(":")[0]);
  const timeZone = text ? JSON.parse(text).supplier.time_zone : undefined;
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
}
