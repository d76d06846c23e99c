// Does a memory snapshot of this bundle come back to life? Prints how large the memory is and what it answers then.
// usage: node snapshot.mjs BUNDLE_FOLDER < {"request": "...", "terms": "...", "today": "..."}
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import "./plain_errors.mjs";

const folder = process.argv[2];
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const { python, abi, platform } = JSON.parse(fs.readFileSync(path.join(folder, "bundle.json"), "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")));

const start = (options) => loadPyodide({
  stdLibURL: path.join(folder, "calculators.zip"),
  lockFileContents: { info: { arch: "wasm32", abi_version: abi, python, platform }, packages: {} },
  packageBaseUrl: `${folder}/`,
  ...options,
});
const answer = (interpreter) =>
  interpreter.pyimport("calculators.page").answered_text(job.request, job.terms, job.today);

const first = await start({ _makeSnapshot: true });
answer(first);
first.pyimport("calculators.registry").calculators();
const snapshot = first.makeMemorySnapshot();
const restored = await start({ _loadSnapshot: snapshot });
process.stdout.write(JSON.stringify({ heap: first._module.HEAP8.length, answer: answer(restored) }));
