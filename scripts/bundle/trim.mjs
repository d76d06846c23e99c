// Takes out of Pyodide what only dynamically linked libraries would ask for, which a bundle never loads: exports that
// its own JavaScript does not name, the functions that nothing else reaches, and the lines that assign them.
// usage: node trim.mjs RUNTIME_FOLDER BUNDLE_FOLDER; writes pyodide.asm.wasm and pyodide.asm.mjs
import fs from "node:fs";
import path from "node:path";

import { parse } from "acorn";
import { simple } from "acorn-walk";
import binaryen from "binaryen";

import "./plain_errors.mjs";

const [runtime, bundle] = process.argv.slice(2);
const MODULE = "pyodide.asm.wasm";
const GLUE = "pyodide.asm.mjs";
const ASSIGNING = "assignWasmExports"; // Emscripten's: one statement for each export
const EXPORT = /wasmExports\["([^"]+)"\]/;

const glue = read(GLUE);
const wasm = fs.readFileSync(path.join(runtime, MODULE));
const assignments = assignmentsIn(glue);
const named = new Set([...wordsOf(glue, assignments), ...wordsOf(read("pyodide.mjs"), [])]);
const compiled = new WebAssembly.Module(wasm);
const linked = new Set(WebAssembly.Module.imports(compiled).filter(isLinked).map(({ name }) => name));
const unused = WebAssembly.Module.exports(compiled).filter((each) => !isUsed(each)).map(({ name }) => name);

fs.writeFileSync(path.join(bundle, MODULE), withoutExports(wasm, unused));
fs.writeFileSync(path.join(bundle, GLUE), withoutAssignments(glue.text, assignments, new Set(unused)));

function read(name) {
  const text = fs.readFileSync(path.join(runtime, name), "utf8");
  const words = [];
  const tree = parse(text, { ecmaVersion: "latest", sourceType: "module", onToken: words });
  return { text, tree, words };
}

/** The statements that hand the exports to the JavaScript. */
function assignmentsIn({ tree }) {
  const found = [];
  simple(tree, { FunctionDeclaration: ({ id, body }) => id.name === ASSIGNING && found.push(...body.body) });
  if (found.length === 0) throw new Error(`${GLUE} has no function ${ASSIGNING}. Expected Emscripten's; read trim.mjs again.`);
  return found;
}

/** Every name and every word of a string, but those in the given statements and in declarations without a value. */
function wordsOf({ text, tree, words }, statements) {
  const left = [...statements];
  simple(tree, { VariableDeclarator: (each) => each.init === null && left.push(each) });
  const ranges = left.sort((one, other) => one.start - other.start);
  const found = new Set();
  let next = 0;
  for (const { start, end } of words) {
    while (next < ranges.length && ranges[next].end <= start) next++;
    if (next < ranges.length && ranges[next].start <= start) continue;
    for (const word of text.slice(start, end).match(/\w+/g) ?? []) found.add(word);
  }
  return found;
}

/** The main module's place for the address of something that a library may define. */
function isLinked({ module }) {
  return module.startsWith("GOT");
}

/** JavaScript knows an export as `_name`; what is not a function or a number of the memory has no other name. */
function isUsed({ name, kind }) {
  if (kind !== "function" && kind !== "global") return true;
  return linked.has(name) || named.has(name) || named.has(`_${name}`);
}

function withoutExports(bytes, names) {
  const module = binaryen.readBinary(bytes);
  for (const name of names) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements"]);
  return module.emitBinary();
}

function withoutAssignments(text, statements, names) {
  const dropped = statements.filter(({ start, end }) => names.has(EXPORT.exec(text.slice(start, end))?.[1]));
  let kept = "";
  let at = 0;
  for (const { start, end } of dropped) {
    kept += text.slice(at, start);
    at = end;
  }
  return kept + text.slice(at);
}
