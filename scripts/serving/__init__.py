"""Serving: the built folder over HTTP, with the headers that any other host of it should send too.

In: site/. Out: responses, and site/_headers for hosts that read such a file. Read first: headers.py, then
application.py.
"""
