"""The door to MkDocs: what scripts/hooks.py hands over, in MkDocs' own terms. Nothing else knows MkDocs.

    files.py     our pages and files as MkDocs' files: those that are ready, and those that come with their chapter
    frame.py     what stands around a page, made once for all pages of a kind
    chapters.py  each agreement's pages and files made, framed and put into the site, by as many processes as there are
    kept.py      what builds keep for each other, and where
"""
