// The usual way: a worker loads Pyodide as it comes and has micropip install the wheel.
const worker = new Worker(new URL("./stock-worker.mjs", import.meta.url), { type: "module" });
worker.onmessage = ({ data }) => {
  const output = document.querySelector("output");
  output.textContent = data;
  output.dataset.answered = "computed";
};
