"""Keeping: what a build has made, kept by the hash of everything it was made from, for the next build to take.

    keep.py       Keep: what a maker is handed, `keep(made_from, make)`; anew: the one that keeps nothing
    store.py      Store: the one that keeps results as files; a damaged file is made anew
    sets.py       Sets: files as they are served, which sites have in common
    folders.py    make_folder, and forget_oldest for folders that are named by their content
    processes.py  do_all: what is missing of many results is made by as many processes as there are processors
    templates.py  compiled_templates: what Jinja compiles, kept as Python keeps its own

In: the parts that a result depends on, as words, and the function that makes it. Out: the result, the same as if it had
just been made. There is nothing to invalidate: other parts, other code or another word file are another hash.
"""
