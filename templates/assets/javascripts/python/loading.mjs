// Fetches the parts of a bundle and counts the bytes as they arrive, after decompression.

const MILLISECONDS_BETWEEN_REPORTS = 60;

export class Downloads {
  #sizes;
  #loaded = new Map();
  #report;
  #reportedAt = 0;

  constructor(report) {
    this.#report = report;
  }

  /** Tell what the whole is, once bundle.json is there. */
  expect(sizes) {
    this.#sizes = sizes;
    this.#changed(true);
  }

  /** A response whose body is counted under `name` while somebody else reads it. */
  async counted(name, url) {
    const response = await get(url);
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

  /** Count a file that the browser loads by itself, a module, when it is there. */
  finished(name) {
    this.#loaded.set(name, this.#sizes?.[name] ?? 0);
    this.#changed(true);
  }

  #changed(now) {
    if (!this.#sizes || (!now && performance.now() - this.#reportedAt < MILLISECONDS_BETWEEN_REPORTS)) return;
    this.#reportedAt = performance.now();
    const total = sum(Object.values(this.#sizes));
    this.#report({ stage: "loading", loaded: Math.min(total, sum(this.#loaded.values())), total });
  }
}

export async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

const sum = (numbers) => [...numbers].reduce((total, number) => total + number, 0);
