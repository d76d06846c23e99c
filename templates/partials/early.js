{
  const address = new URL(document.currentScript.dataset.worker, document.baseURI).href
  let known = null
  try {
    known = localStorage.getItem("paragraf.python")
  } catch {
    // Storage may be closed to us; then the browser keeps no snapshot either.
  }
  const worker = new Worker(address, { type: "module", name: known === address ? "known" : "new" })
  const heard = []
  worker.onmessage = ({ data }) => heard.push(data)
  worker.onerror = ({ message }) => heard.push({ failed: message })
  globalThis.earlyWorker = { address, worker, heard }
}
