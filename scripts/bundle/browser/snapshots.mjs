// Memory snapshots of a started interpreter, kept in the browser's private files under the address of their bundle:
// a worker reads those at once, where the Cache API takes a quarter of a second for as much.
// With them go the bytes of Pyodide and of the library, which would have to be decompressed and counted otherwise.
// A file is the SHA-256 of the rest, then the lengths of three parts, then those. A snapshot is the memory without its
// zeroes: a head, the runs (offset, length), their bytes.

const STORE = "paragraf-calculators";
const MAGIC = 0x31475250;
const BLOCK = 256;
const HEAD = 3;
const HASH = 32;
const PARTS = 3;

/** The store for the bundle in a folder, or null where the browser keeps nothing: private windows, plain http. */
export async function openStore(folder) {
  try {
    const files = await navigator.storage.getDirectory();
    return new Store(await files.getDirectoryHandle(STORE, { create: true }), folder);
  } catch {
    return null;
  }
}

class Store {
  #files;
  #name;
  #bundles;

  constructor(files, folder) {
    this.#files = files;
    this.#name = encodeURIComponent(new URL(folder).pathname);
    this.#bundles = encodeURIComponent(new URL("../", folder).pathname);
  }

  /**
   * What an earlier visit has saved, undefined when there is nothing: {sound, snapshot(), wasm, library}. `sound` is
   * rejected when it is not what was saved; `wasm` has no bytes where the browser had not kept them either.
   */
  async read() {
    const file = await this.#files.getFileHandle(this.#name).catch(() => null);
    if (!file) return undefined;
    const access = await file.createSyncAccessHandle({ mode: "read-only" }); // another window may be reading too
    const bytes = new Uint8Array(access.getSize());
    access.read(bytes, { at: 0 });
    access.close();
    const [packed, wasm, library] = split(bytes.subarray(HASH));
    const sound = check(bytes);
    sound.catch(() => {}); // told to whoever waits for it
    return { sound, snapshot: () => unpack(packed), wasm, library };
  }

  /** Save a snapshot with what it is started from, and forget those of older tags; throws when the storage is full. */
  async save(snapshot, wasm, library) {
    await this.#forgetOthers();
    const joined = join([pack(snapshot), wasm, library]);
    const hash = await digest(joined);
    const file = await this.#files.getFileHandle(this.#name, { create: true });
    const access = await file.createSyncAccessHandle();
    try {
      access.truncate(0);
      access.write(hash, { at: 0 });
      access.write(joined, { at: HASH });
      access.flush();
    } finally {
      access.close();
    }
  }

  async discard() {
    await this.#files.removeEntry(this.#name);
  }

  async #forgetOthers() {
    const old = [];
    for await (const name of this.#files.keys()) {
      if (name.startsWith(this.#bundles) && name !== this.#name) old.push(this.#files.removeEntry(name));
    }
    await Promise.all(old);
  }
}

/** The SHA-256 of bytes, in hexadecimal. */
export async function sha256(bytes) {
  return [...await digest(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function digest(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

async function check(bytes) {
  if (!isSame(await digest(bytes.subarray(HASH)), bytes.subarray(0, HASH))) throw new Error("the stored snapshot is damaged");
}

/** Several byte arrays as one: their lengths, then each. */
function join(parts) {
  const head = new Uint32Array(parts.map(({ length }) => length));
  const joined = new Uint8Array(head.byteLength + head.reduce((sum, length) => sum + length, 0));
  joined.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function split(joined) {
  const head = new Uint32Array(joined.buffer, joined.byteOffset, PARTS);
  let at = head.byteLength;
  return [...head].map((length) => joined.subarray(at, at += length));
}

const isSame = (one, other) => one.every((byte, index) => byte === other[index]);

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
export function unpack(packed) {
  const [magic, size, count] = new Uint32Array(packed.buffer, packed.byteOffset, HEAD);
  if (magic !== MAGIC) throw new Error("not a snapshot");
  const runs = new Uint32Array(packed.buffer, packed.byteOffset + 4 * HEAD, 2 * count);
  const bytes = new Uint8Array(size);
  let at = 4 * (HEAD + 2 * count);
  for (let run = 0; run < runs.length; run += 2) {
    bytes.set(packed.subarray(at, at + runs[run + 1]), runs[run]);
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
