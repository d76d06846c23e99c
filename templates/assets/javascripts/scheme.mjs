// The button that turns the page dark or light, and remembers the choice (scheme.js reads it before the first paint).

const root = document.documentElement
const dark = matchMedia("(prefers-color-scheme: dark)")

export function enhance(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()))
  button.hidden = false
  button.addEventListener("click", () => {
    choose(isDark() ? "light" : "dark")
    show()
  })
  dark.addEventListener("change", show)
  show()
}

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches)

function choose(scheme) {
  root.dataset.scheme = scheme
  try {
    localStorage.setItem("paragraf.scheme", scheme)
  } catch {
    // The choice then lasts for this page.
  }
}
