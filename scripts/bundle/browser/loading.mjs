// Loads the parts of a bundle, all at once, and counts the bytes as they arrive, after decompression.

const MILLISECONDS_BETWEEN_REPORTS = 60;

/**
 * Load what is in the folder. `known`: an earlier visit has left something, so the browser has kept these files too, and
 * they go where they are wanted without a detour through the count.
 *
 * Gives promises of the parts: `description` (bundle.json), `code` (Pyodide's two functions), `module` (compiled while it
 * arrives) and `library` (bytes of calculators.zip). A part that cannot be had is told where it is used.
 */
export function load(folder, report, known) {
  const description = get(`${folder}bundle.json`).then((response) => response.json());
  const downloads = new Downloads(report);
  description.then(({ sizes }) => downloads.expect(sizes), () => {});
  const parts = {
    folder,
    description,
    module: WebAssembly.compileStreaming(downloads.counted(folder, "pyodide.asm.wasm", known)),
    library: downloads.counted(folder, "calculators.zip", known).then((response) => response.arrayBuffer()),
    code: Promise.all(["pyodide.mjs", "pyodide.asm.mjs"].map((name) => downloads.imported(folder, name)))
      .then(([{ loadPyodide }, { default: createPyodideModule }]) => ({ loadPyodide, createPyodideModule })),
  };
  Promise.allSettled([parts.code, parts.module, parts.library]);
  return parts;
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

  /** A response whose body is counted while somebody else reads it; as it comes where there is nothing to wait for. */
  async counted(folder, name, known) {
    const response = await get(`${folder}${name}`);
    if (known) return response;
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
