"""Figures from outside the contracts, held in dated tables: `tables/<name>.json`, each with its source.

What a table lacks is not held: there is no answer rather than the last value known.
"""

import json
import pkgutil
from functools import cache
from typing import Any


class NotHeld(LookupError):
    """No value is held for the time asked; `key` and `values` name the words that say which, `role` the input of it."""

    def __init__(self, key: str, role: str = "", **values: Any):
        super().__init__(f"{key}: {values}")
        self.key, self.role, self.values = key, role, values


@cache
def held(name: str) -> dict[str, Any]:
    """Return the table of this name."""
    return json.loads(pkgutil.get_data("calculators", f"tables/{name}.json"))
