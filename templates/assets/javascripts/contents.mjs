// The contents list: unfolded where it stands beside the text, and marking the place that is being read.

const beside = matchMedia("(min-width: 64rem)")

export function enhance(nav) {
  const details = nav.querySelector("details")
  const unfold = () => { details.open = beside.matches }
  unfold()
  beside.addEventListener("change", unfold)
  nav.addEventListener("click", ({ target }) => {
    if (target.closest("a") && !beside.matches) details.open = false
  })
  follow(nav)
}

function follow(nav) {
  const links = new Map([...nav.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]))
  const places = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean)
  const mark = () => {
    const read = places.findLast((place) => place.getBoundingClientRect().top < innerHeight * 0.15) ?? places[0]
    for (const [id, link] of links) {
      if (id !== read.id) link.removeAttribute("aria-current")
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true")
        if (beside.matches) scrollInto(nav, link)
      }
    }
  }
  let waiting = false
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(() => { waiting = false; mark() })
    waiting = true
  }, { passive: true })
  mark()
}

/** Keep the marked line in sight without moving the page. */
function scrollInto(nav, link) {
  const frame = nav.getBoundingClientRect()
  const line = link.getBoundingClientRect()
  if (line.top < frame.top || line.bottom > frame.bottom) nav.scrollTop += line.top - frame.top - frame.height / 3
}
