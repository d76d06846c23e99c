"""Printing: whole HTML documents in, tagged PDF files out, the same bytes from the same document every time.

    press.py     printed(pages, cache): every page as PDF; what was printed before is taken from the cache
    paper.py     one document as PDF: WeasyPrint, with the style sheet and the type faces of typography.py
    worker.py    what the press starts beside itself, so that all processors print
    sheet.css    what the paper looks like

It knows nothing of agreements: scripts/publishing/printed_versions.py makes the documents, and scripts/hooks.py and
scripts/generate put what comes back into the site.
"""
