// A packed snapshot unpacks to the same bytes. usage: node packing.mjs SNAPSHOTS_MODULE
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const { pack, unpack } = await import(pathToFileURL(process.argv[2]));

let seed = 1;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;

for (let round = 0; round < 300; round++) {
  const bytes = new Uint8Array(4 * random(3000));
  for (let run = random(6); run > 0; run--) bytes.fill(random(256), random(bytes.length + 1), random(bytes.length + 1));
  assert.deepEqual(unpack(pack(bytes)), bytes);
}
assert.ok(pack(new Uint8Array(1_000_000)).length < 100, "zeroes take no room");
