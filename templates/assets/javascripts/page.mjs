// Every page loads this: it brings in the module that each element with data-module asks for by name.

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.mjs`).then(({ enhance }) => enhance(element))
}
