"""How the trimmed Python came by its modules, asked within it. See ../test_archived.py."""

import json
import pkgutil
import sys
import traceback


def main(text: str) -> str:
    """What was found, as JSON."""
    import decimal

    import _colorize

    before = "_terminal_themes" in sys.modules
    try:
        raise ValueError("a fault")
    except ValueError:
        said = traceback.format_exc()
    try:
        pkgutil.get_data("calculators", "nowhere.json")
        missing = "read"
    except OSError as error:
        missing = str(error)
    return json.dumps(
        {
            "loader": decimal.__spec__.loader.__name__,
            "file": decimal.__file__,
            "said": said,
            "colours": _colorize.can_colorize(),
            "themes": before,
            "theme": bool(_colorize.get_theme(force_no_color=True).traceback),
            "data": len(pkgutil.get_data("calculators", "tables/holidays.json")) > 0,
            "missing": missing,
        }
    )
