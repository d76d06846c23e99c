// Opens the search as soon as the page has a button for it, with the query typed at once.
{
  const watch = new MutationObserver(() => {
    const button = document.querySelector("button.seek")
    if (!button) return
    watch.disconnect()
    button.click()
    document.querySelector("dialog.search [type=search]").value = QUERY
  })
  watch.observe(document, { subtree: true, childList: true })
}
