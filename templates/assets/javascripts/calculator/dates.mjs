// A date field shows the browser's format; below it the day is said in the page's language, so that 02/03 is no riddle.

const FORMS = {
  date: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  "datetime-local": { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
}

/** Say every date of the form in words, now and whenever a reader changes it or other fields take its place. Gives what says them again. */
export function sayDates(form, language) {
  const formats = Object.fromEntries(
    Object.entries(FORMS).map(([type, form]) => [type, new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" })]),
  )
  const say = (input) => {
    if (!formats[input.type]) return
    if (!input.nextElementSibling?.matches(".echo")) input.after(echo())
    const text = input.value && formats[input.type].format(input.valueAsDate ?? new Date(`${input.value}Z`))
    if (input.nextElementSibling.textContent !== text) input.nextElementSibling.textContent = text
  }
  const sayAll = () => form.querySelectorAll("input").forEach(say)
  form.addEventListener("input", ({ target }) => say(target))
  new MutationObserver(sayAll).observe(form, { childList: true, subtree: true })
  sayAll()
  return sayAll
}

function echo() {
  const made = document.createElement("span")
  made.className = "echo"
  return made
}
