"""`pyodide build` on a machine without make(1): pyodide-build's own reader of Makefile.envs does instead."""

import sys

import pyodide_build.config
from pyodide_build.cli.build import main

if __name__ == "__main__":
    pyodide_build.config.IS_WIN = True  # the only road to that reader
    main(sys.argv[1:])
