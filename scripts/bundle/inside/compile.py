"""`pyodide py-compile` inside the Pyodide that will read the result, so that the bytecode always fits it."""

import sys


def main(archive: str) -> str:
    """Compile every module of the archive in place."""
    sys.path.append("/site-packages")
    from pyodide_build.cli.py_compile import main as py_compile

    py_compile([archive, "--silent", "--no-keep", "--compression-level", "0"], standalone_mode=False)
    return archive
