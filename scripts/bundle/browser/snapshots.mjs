// Memory snapshots of a started interpreter, kept in the visitor's browser under the address of their bundle.
// Most of the memory is zero, so only the blocks that are not are stored: a head, the runs (offset, length), their bytes.

const STORE = "paragraf-calculators";
const MAGIC = 0x31475250;
const BLOCK = 256;
const HEAD = 3;

/** The store for the bundle in a folder, or null where the browser keeps nothing: private windows, plain http. */
export async function openStore(folder) {
  try {
    return new Store(await caches.open(STORE), folder);
  } catch {
    return null;
  }
}

class Store {
  #cache;
  #key;
  #bundles;

  constructor(cache, folder) {
    this.#cache = cache;
    this.#key = `${folder}snapshot`;
    this.#bundles = new URL("../", folder).href;
  }

  /** What an earlier visit has saved, to be read; undefined when there is nothing. */
  look() {
    return this.#cache.match(this.#key);
  }

  /** Save a snapshot and forget those of older tags; throws when the storage is full. */
  async save(snapshot) {
    await this.#forgetOthers();
    const packed = pack(snapshot);
    const headers = { "content-type": "application/octet-stream", "x-sha256": await sha256(packed) };
    await this.#cache.put(this.#key, new Response(packed, { headers }));
  }

  async discard() {
    await this.#cache.delete(this.#key);
  }

  async #forgetOthers() {
    const keys = (await this.#cache.keys()).map((request) => request.url);
    const old = keys.filter((key) => key.startsWith(this.#bundles) && key !== this.#key);
    await Promise.all(old.map((key) => this.#cache.delete(key)));
  }
}

/** The snapshot in what was saved. Throws when it is not what was saved. */
export async function read(saved) {
  const packed = await saved.arrayBuffer();
  if ((await sha256(packed)) !== saved.headers.get("x-sha256")) throw new Error("the stored snapshot is damaged");
  return unpack(packed);
}

export async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The blocks that are not zero; `bytes` are whole words, as memory is. */
export function pack(bytes) {
  const runs = runsOf(bytes);
  const total = runs.reduce((sum, [, length]) => sum + length, 0);
  const table = HEAD + 2 * runs.length;
  const packed = new Uint8Array(4 * table + total);
  new Uint32Array(packed.buffer, 0, table).set([MAGIC, bytes.length, runs.length, ...runs.flat()]);
  let at = 4 * table;
  for (const [offset, length] of runs) {
    packed.set(bytes.subarray(offset, offset + length), at);
    at += length;
  }
  return packed;
}

/** The bytes that were packed. */
export function unpack(buffer) {
  const [magic, size, count] = new Uint32Array(buffer, 0, HEAD);
  if (magic !== MAGIC) throw new Error("not a snapshot");
  const runs = new Uint32Array(buffer, 4 * HEAD, 2 * count);
  const bytes = new Uint8Array(size);
  let at = 4 * (HEAD + 2 * count);
  for (let run = 0; run < runs.length; run += 2) {
    bytes.set(new Uint8Array(buffer, at, runs[run + 1]), runs[run]);
    at += runs[run + 1];
  }
  return bytes;
}

function runsOf(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const runs = [];
  let start = -1;
  for (let offset = 0; offset < bytes.length; offset += BLOCK) {
    const zero = isZero(words, offset >> 2, Math.min(offset + BLOCK, bytes.length) >> 2);
    if (!zero && start < 0) start = offset;
    if (zero && start >= 0) {
      runs.push([start, offset - start]);
      start = -1;
    }
  }
  if (start >= 0) runs.push([start, bytes.length - start]);
  return runs;
}

function isZero(words, from, to) {
  for (let word = from; word < to; word++) if (words[word] !== 0) return false;
  return true;
}
