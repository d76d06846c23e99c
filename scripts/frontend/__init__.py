"""What pages load beside their HTML: few files instead of many modules and sheets, each kept by browsers for good.

In: templates/assets/javascripts and stylesheets, and Material's own style sheet.
Out: `.cache/frontend/<tag>/`, which the site has as `assets/front/<tag>/`: `page.mjs` (every module of every page),
`worker.mjs` (the search's), `scheme.js`, and the style sheets. Equal inputs give equal bytes and the same tag.

Read `build.py` first; `esbuild.py` runs the tool, also for the worker of the browser's Python.
"""

from scripts.frontend.build import frontend

__all__ = ["frontend"]
