// Runs before the first paint: a reader's own choice of light or dark, if there is one; else the system decides.
document.documentElement.classList.replace("no-js", "js")
try {
  const chosen = localStorage.getItem("paragraf.scheme")
  if (chosen) document.documentElement.dataset.scheme = chosen
} catch {
  // Storage may be closed to us; the system's choice then stands.
}
