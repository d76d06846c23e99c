"""The browser's Python: from `calculators/` to a folder that a static host serves and a worker starts from.

In: the calculators, the npm package pyodide, and selfcheck.json (requests with the terms they are asked of).
Out: `.cache/bundle/<tag>/` with Pyodide, `calculators.zip` (the calculators and the standard library they need,
compiled) and `bundle.json`, which says what is there and how to check it. Equal inputs give the same tag and bytes.

Read `build.py` first: it is the pipeline, a line a step. `inside/` runs within Pyodide; `engine.py` asks a finished
bundle for answers. The worker that starts it in a page is templates/assets/javascripts/python/.
"""

from scripts.bundle.build import bundle

__all__ = ["bundle"]
