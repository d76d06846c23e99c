{
  const address = document.currentScript.previousElementSibling.href
  const worker = new Worker(address, { type: "module" })
  const heard = []
  worker.onmessage = ({ data }) => heard.push(data)
  worker.onerror = ({ message }) => heard.push({ failed: message })
  globalThis.earlyWorker = { address, worker, heard }
}
