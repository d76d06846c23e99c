// Which version applies to me? Reads the days from the list of versions beside the form.

import { word } from "./words.mjs"

export function enhance(form) {
  const rows = [...form.closest(".versions").querySelectorAll("[data-version]")]
  const answer = form.querySelector(".which-answer")
  const { customer, agreed_on: agreedOn, day } = form.elements
  const show = () => {
    const isNew = customer.value === "new"
    agreedOn.closest(".field").hidden = isNew
    const found = applying(rows.map(({ dataset }) => dataset), isNew ? day.value : agreedOn.value, day.value)
    for (const row of rows) row.classList.toggle("applies", row.dataset.version === found)
    answer.dataset.word = ["before", "none"].includes(found) ? `versions.${found}` : `version ${found} applies`
    answer.textContent = day.value ? word(answer.dataset.word) : ""
  }
  day.value = today()
  form.hidden = false
  form.addEventListener("input", show)
  form.addEventListener("submit", (event) => event.preventDefault())
  show()
}

/** The newest version that binds, on a day, an agreement entered on another; days are ISO texts, "" lies before all. */
function applying(versions, agreedOn, day) {
  if (agreedOn > day) return "before"
  const begins = (version) => (agreedOn >= version.new ? version.new : version.existing)
  return versions.find((version) => begins(version) <= day)?.version ?? "none"
}

function today() {
  const now = new Date()
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0"))
  return `${now.getFullYear()}-${month}-${date}`
}
