"""Python that runs inside Pyodide, each file by itself: text into its `main`, text out of it. See ../inside.mjs."""
