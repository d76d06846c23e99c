"""The browser's Python: from `calculators/` to a folder that a static host serves and a worker starts from.

In: the calculators, the npm package pyodide, and selfcheck.json (requests with the terms they are asked of).
Out: `.cache/bundle/<tag>/` with the worker, Pyodide, `calculators.zip` (the calculators and the standard library they
need, compiled) and `bundle.json`, which says what is there and how to check it. Equal inputs give equal bytes.

Read `build.py` first: it is the pipeline, a line a step. `inside/` runs within Pyodide; `browser/` is the worker that
starts the bundle for a page (the page's side: templates/assets/javascripts/python/); `engine.py` asks it under Node.
"""

from scripts.bundle.build import bundle

__all__ = ["bundle"]
