// Previews: beside a link to a clause that is pointed at or focused, that clause's number, heading and text.

const LINK = 'a[href*="#"]:not(.number)'
const REST = 180 // ms that a pointer has to rest on a link
const LEAVE = 300 // ms to get from the link to the preview
const GAP = 6
const pages = new Map([[pageOf(location), Promise.resolve(document)]])

export function enhance(element) {
  if (!HTMLElement.prototype.showPopover) return
  const preview = previewBox()
  let link, described, timer

  const hide = () => {
    clearTimeout(timer)
    if (described) link.setAttribute("aria-describedby", described)
    else link?.removeAttribute("aria-describedby")
    link = described = null
    if (preview.isConnected) preview.remove()
  }
  const later = (act, wait) => { clearTimeout(timer); timer = setTimeout(act, wait) }
  const show = async (wanted) => {
    if (link === wanted) return
    hide()
    link = wanted
    const clause = await clauseAt(wanted).catch(() => null)
    if (!clause || link !== wanted) return
    fill(preview, clause)
    wanted.after(preview)
    described = wanted.getAttribute("aria-describedby")
    wanted.setAttribute("aria-describedby", [described, preview.id].filter(Boolean).join(" "))
    preview.showPopover()
    place(preview, wanted)
  }

  element.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return
    const over = target.closest(LINK)
    if (over) later(() => show(over), over === link ? 0 : REST)
    else if (preview.contains(target)) clearTimeout(timer)
  })
  element.addEventListener("pointerout", () => later(() => { if (!link?.matches(":focus-visible")) hide() }, LEAVE))
  element.addEventListener("focusin", ({ target }) => {
    if (target.matches(LINK) && target.matches(":focus-visible")) { clearTimeout(timer); show(target) }
    else if (preview.contains(target)) clearTimeout(timer)
  })
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget !== preview && relatedTarget !== link) hide()
  })
  element.addEventListener("click", ({ target }) => { if (target.closest(LINK)) hide() })
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !link) return
    if (preview.contains(document.activeElement)) link.focus({ focusVisible: false })
    hide()
  })
}

function previewBox() {
  const box = document.createElement("div")
  box.id = "clause-preview"
  box.className = "preview"
  box.role = "tooltip"
  box.popover = "manual"
  return box
}

function pageOf({ origin, pathname }) {
  return origin + pathname
}

/** The clause that a link leads to, on this page or on another one, which is fetched once. */
async function clauseAt(link) {
  const page = pageOf(link)
  if (link.origin !== location.origin) return null
  if (!pages.has(page)) pages.set(page, fetched(page))
  pages.get(page).catch(() => pages.delete(page))
  const target = (await pages.get(page)).getElementById(decodeURIComponent(link.hash.slice(1)))
  return target?.closest(".clause")
}

async function fetched(page) {
  const response = await fetch(page)
  if (!response.ok) throw new Error(`${page}: ${response.status}`)
  return new DOMParser().parseFromString(await response.text(), "text/html")
}

/** The clause's number, heading and words, as text that nothing in it can be clicked; a bare heading shows what is under it. */
function fill(preview, clause) {
  const head = Object.assign(document.createElement("p"), { className: "preview-head" })
  const number = clause.querySelector(".number:not(.sign)")?.textContent
  const heading = [...(clause.querySelector("h2, h3, h4")?.childNodes ?? [])]
    .filter((node) => !node.classList?.contains("number")).map((node) => node.textContent).join("").trim()
  head.textContent = [number, heading].filter(Boolean).join(" ")
  preview.replaceChildren(head, ...wordsOf(clause))
  preview.lang = clause.ownerDocument.documentElement.lang
  for (const link of preview.querySelectorAll("a")) link.replaceWith(...link.childNodes)
  for (const each of preview.querySelectorAll("[id], [tabindex], [role]")) {
    for (const name of ["id", "tabindex", "role", "aria-label"]) each.removeAttribute(name)
  }
}

function wordsOf(clause) {
  const own = clause.querySelector(":scope > .words")
  if (own) return [document.importNode(own, true)]
  const under = clause.nextElementSibling
  return under && !under.matches(".level-2") ? [document.importNode(under, true).querySelector(".words")].filter(Boolean) : []
}

/** Below the link, or above it where there is more room; never over it. */
function place(preview, link) {
  preview.scrollTop = 0
  preview.style.maxHeight = ""
  const at = link.getBoundingClientRect()
  const below = innerHeight - at.bottom
  const fits = preview.offsetHeight + GAP <= below || below >= at.top
  preview.style.maxHeight = `${Math.min(innerHeight * .6, (fits ? below : at.top) - 2 * GAP)}px`
  const top = fits ? at.bottom + GAP : at.top - GAP - preview.offsetHeight
  const left = Math.min(link.getClientRects()[0].left, document.documentElement.clientWidth - preview.offsetWidth - GAP)
  preview.style.top = `${top + scrollY}px`
  preview.style.left = `${Math.max(GAP, left) + scrollX}px`
  if (preview.scrollHeight > preview.clientHeight) preview.tabIndex = 0
  else preview.removeAttribute("tabindex")
}
