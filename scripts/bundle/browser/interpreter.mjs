// Starts Pyodide from a bundle: fresh, or from a memory snapshot. What is done here to Pyodide is private to its version.

const WRITTEN_FOR = "314.0.7";
const PATIENCE = 15_000; // a restored interpreter that has not started by then never will

/** Whether this Pyodide is the one whose private parts (`_makeSnapshot`, `_loadSnapshot`) are used here. */
export const knowsSnapshotsOf = (description) => description.pyodide === WRITTEN_FOR;

/** A started interpreter; `parts` are promises of the bundle's code, compiled module, library and description. */
export async function startFresh(parts, { toBeSaved }) {
  return start(parts, toBeSaved ? { _makeSnapshot: true } : {});
}

/** An interpreter as it was when the snapshot was made. Throws when it cannot be brought back. */
export async function startRestored(parts, snapshot) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the restored interpreter does not start")), PATIENCE);
  });
  try {
    return await Promise.race([start(parts, { _loadSnapshot: snapshot }), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A snapshot of the interpreter with every kind of rule loaded, whichever was asked for first. Throws when its memory
 * has grown past what can be brought back (pyodide#6254).
 */
export function snapshotOf(python, { heap }) {
  python.pyimport("calculators.registry").calculators();
  if (python._module.HEAP8.length > heap) throw new Error("the memory has grown past what can be restored");
  return python.makeMemorySnapshot();
}

async function start(parts, options) {
  const [{ loadPyodide, createPyodideModule }, description] = await Promise.all([parts.code, parts.description]);
  const { python, abi, platform } = description;
  return withOurParts(parts, () => loadPyodide({
    createPyodideModule,
    indexURL: parts.folder,
    packageBaseUrl: parts.folder,
    stdLibURL: `${parts.folder}calculators.zip`,
    lockFileContents: { info: { arch: "wasm32", abi_version: abi, python, platform }, packages: {} },
    env: { HOME: "/home/pyodide", PYTHONTZPATH: "" }, // time zones travel with the calculators
    ...options,
  }));
}

/**
 * Have Pyodide take the module compiled and the library loaded here, so that both start before its code is there.
 * It asks for them by global functions, which are lent to it for this time only.
 */
async function withOurParts(parts, load) {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  let fail;
  const broken = new Promise((_, reject) => { fail = reject; });
  globalThis.fetch = async (url) => new Response(String(url).endsWith(".zip") ? await parts.library : null);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const module = await parts.module;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      fail(error); // Pyodide would log it and wait for ever
      throw error;
    }
  };
  try {
    return await Promise.race([load(), broken]);
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}
