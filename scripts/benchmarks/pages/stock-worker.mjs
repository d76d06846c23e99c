import { loadPyodide } from "./pyodide/pyodide.mjs";

const [python, question] = await Promise.all([
  loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href }),
  fetch("question.json").then((response) => response.json()),
]);
await python.loadPackage("micropip");
await python.pyimport("micropip").install(new URL(question.wheel, import.meta.url).href);
const { answer_text: answer } = python.pyimport("calculators.answer");
postMessage(answer(question.request, question.terms, question.today));
