// Opens mkdocs-material's search as soon as the page's script takes the focus of its field, with the query typed at once.
addEventListener("DOMContentLoaded", function search() {
  const field = document.querySelector(".md-search__input")
  field.value = QUERY
  field.focus()
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  if (!document.querySelector("#__search").checked) {
    field.blur()
    requestAnimationFrame(search)
  }
})
