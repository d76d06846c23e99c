// Says that a page is older than it should be, and what its times are where the reader is. Without it the page is whole.
{
  const made = document.querySelector("[data-made]")
  if (made) {
    const age = (Date.now() - Date.parse(made.dataset.made)) / 1000
    made.hidden = age < Number(made.dataset.staleAfter)
  }

  const { lang } = document.documentElement
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const moment = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeStyle: "short" })
  const elsewhere = document.querySelector("[data-zone]")
  if (here !== elsewhere.dataset.zone) {
    const local = (time) => elsewhere.dataset.local.replace("{moment}", moment.format(Date.parse(time.dateTime)))
    for (const time of document.querySelectorAll("time[datetime*=T]")) time.title = local(time)
    elsewhere.textContent = `${local(elsewhere.parentElement.querySelector("time"))} (${here})`
    elsewhere.hidden = false
  }
}
