// Runs one Python file inside Pyodide: its main(text) gets the `argument` and its answer is printed.
// In, as JSON on standard input: {runtime, library, code, argument, flags, mounts: {"/inside": "/outside"}};
// library may be null, flags are those of the python command.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import "./plain_errors.mjs";

const job = JSON.parse(fs.readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(path.join(job.runtime, "pyodide.mjs")));
const python = await loadPyodide({
  args: job.flags,
  env: { PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? "" },
  stdout: (line) => console.error(line),
  ...(job.library && trimmed(job)),
});
for (const [inside, outside] of Object.entries(job.mounts)) python.mountNodeFS(inside, outside);
python.runPython(fs.readFileSync(job.code, "utf8"), { filename: job.code });
process.stdout.write(python.globals.get("main")(job.argument));

function trimmed({ runtime, library }) {
  const { python, abi, platform } = JSON.parse(fs.readFileSync(path.join(runtime, "bundle.json"), "utf8"));
  const info = { arch: "wasm32", abi_version: abi, python, platform };
  return { stdLibURL: library, lockFileContents: { info, packages: {} }, packageBaseUrl: `${runtime}/` };
}
