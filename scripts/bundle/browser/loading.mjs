// Loads the parts of a bundle, all at once, and counts the bytes as they arrive, after decompression.

const MILLISECONDS_BETWEEN_REPORTS = 60;
const MODULE = "pyodide.asm.wasm";

/**
 * Load what is in the folder. `kept` is a promise of what an earlier visit has kept of it, where there was one: its
 * `wasm` and `library` then need not be loaded.
 *
 * Gives promises of the parts: `description` (bundle.json), `code` (Pyodide's two functions), `module` (compiled while it
 * arrives) and `library` (bytes of calculators.zip). A part that cannot be had is told where it is used.
 */
export function load(folder, report, kept) {
  const description = get(`${folder}bundle.json`).then((response) => response.json());
  const downloads = new Downloads(report);
  description.then(({ sizes }) => downloads.expect(sizes), () => {});
  const whereKept = (use, otherwise) => (kept ? kept.catch(() => {}).then((found) => use(found) ?? otherwise()) : otherwise());
  const parts = {
    folder,
    description,
    module: whereKept(
      (found) => (found?.wasm.length ? WebAssembly.compile(found.wasm) : undefined),
      () => WebAssembly.compileStreaming(downloads.counted(folder, MODULE)),
    ),
    library: whereKept(
      (found) => found?.library,
      () => downloads.counted(folder, "calculators.zip").then((response) => response.arrayBuffer()),
    ),
    code: Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => downloads.imported(folder, name)))
      .then(([{ loadPyodide }, { default: createPyodideModule }]) => ({ loadPyodide, createPyodideModule })),
  };
  Promise.allSettled([parts.code, parts.module, parts.library]);
  return parts;
}

/** The bytes of the module if the browser has kept them, so that nothing is sent twice; else none. */
export async function keptModule(folder) {
  const response = await fetch(`${folder}${MODULE}`, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
  return new Uint8Array(response?.ok ? await response.arrayBuffer() : 0);
}

class Downloads {
  #report;
  #sizes;
  #loaded = new Map();
  #reportedAt = 0;

  constructor(report) {
    this.#report = report;
  }

  /** Tell what the whole is, once bundle.json is there. */
  expect(sizes) {
    this.#sizes = sizes;
    this.#changed(true);
  }

  /** A response whose body is counted while somebody else reads it. */
  async counted(folder, name) {
    const response = await get(`${folder}${name}`);
    const counter = new TransformStream({
      transform: (chunk, controller) => {
        this.#loaded.set(name, (this.#loaded.get(name) ?? 0) + chunk.byteLength);
        this.#changed(false);
        controller.enqueue(chunk);
      },
    });
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    return new Response(response.body.pipeThrough(counter), { headers: { "content-type": type } });
  }

  /** A module, which the browser loads by itself: counted when it is there. */
  async imported(folder, name) {
    const module = await import(`${folder}${name}`);
    this.#loaded.set(name, this.#sizes?.[name] ?? 0);
    this.#changed(true);
    return module;
  }

  #changed(now) {
    if (!this.#sizes || (!now && performance.now() - this.#reportedAt < MILLISECONDS_BETWEEN_REPORTS)) return;
    this.#reportedAt = performance.now();
    this.#report({ stage: "loading", loaded: sum(this.#loaded.values()), total: sum(Object.values(this.#sizes)) });
  }
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0);
