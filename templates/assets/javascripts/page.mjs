// Every page loads this: it brings in the module that each element with data-module asks for by name.

const MODULES = {
  "calculator/applies": () => import("./calculator/applies.mjs"),
  "calculator/page": () => import("./calculator/page.mjs"),
  clauses: () => import("./clauses.mjs"),
  "comparison/page": () => import("./comparison/page.mjs"),
  contents: () => import("./contents.mjs"),
  languages: () => import("./languages.mjs"),
  previews: () => import("./previews.mjs"),
  scheme: () => import("./scheme.mjs"),
  "search/open": () => import("./search/open.mjs"),
  versions: () => import("./versions.mjs"),
}

for (const element of document.querySelectorAll("[data-module]")) {
  MODULES[element.dataset.module]().then(({ enhance }) => enhance(element))
}
