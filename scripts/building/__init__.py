"""Building: from the sources to a whole site/ with compressed copies beside the files, or no change at all.

In: the repository and the day whose site is wanted. Out: a folder that any static host can serve. Read first: site.py.
status_section.py, over putting.py, makes the status pages by themselves, for scripts/publish and for a host of their
own. The other pages are MkDocs' work; the browser's Python comes from scripts/bundle.
"""
