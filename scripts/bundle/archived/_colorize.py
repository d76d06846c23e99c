"""In place of the standard library's module of this name, which makes the colours of terminals when it is imported.

Tracebacks ask it whether to colour. A browser has none, and making the themes takes a tenth of the time to start.
Who asks for one has it all the same, from the standard library's module, which the archive calls `_terminal_themes`.
"""


def can_colorize(*, file=None):
    """Never: there is no terminal."""
    return False


def __getattr__(name):
    import _terminal_themes

    return getattr(_terminal_themes, name)
